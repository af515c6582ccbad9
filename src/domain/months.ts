import { type Days, dayText } from './weeks'

/** Months are written `YYYY-MM`. */
export const monthOf = (day: string): string => day.slice(0, 7)

const dateOf = (month: string, later: number, day: number) => {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, (number ?? 1) - 1 + later, day))
}

/** The month so many months after another; before it where that is negative. */
export const monthAfter = (month: string, months = 1): string => monthOf(dayText(dateOf(month, months, 1)))

/** The first and the last day of a month. */
export const daysOfMonth = (month: string): Days => ({
  from: `${month}-01`,
  to: dayText(dateOf(month, 1, 0)),
})

/** The months from one to another, both included, the latest first. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = to; month >= from; month = monthAfter(month, -1)) months.push(month)
  return months
}

/** The last so many months up to one, the latest first. */
export const monthsUntil = (month: string, count: number): string[] =>
  monthsBetween(monthAfter(month, 1 - count), month)
