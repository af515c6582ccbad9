import { daysOfMonth, monthOf } from './months'
import { type Days, dayAfter, daysFrom, type Weekday, weekBegin } from './weeks'

/** How often people are paid, as the database names it. */
export const payCycles = ['WEEKLY', 'TWO_WEEKLY', 'SEMI_MONTHLY', 'MONTHLY'] as const
export type PayCycle = (typeof payCycles)[number]

const daysOfCycle = { WEEKLY: 7, TWO_WEEKLY: 14 } as const
const HALF_OF_MONTH = 15

/**
 * The pay period that a day belongs to. Weekly and two-weekly ones are counted from the first day of any one of them;
 * semi-monthly ones are the 1st to the 15th and the 16th to the month's last day.
 */
export function payPeriodOf(day: string, { cycle, first }: { cycle: PayCycle; first: string }): Days {
  if (cycle === 'WEEKLY' || cycle === 'TWO_WEEKLY') {
    const length = daysOfCycle[cycle]
    const since = daysFrom(first, day)
    const from = dayAfter(day, -(((since % length) + length) % length))
    return { from, to: dayAfter(from, length - 1) }
  }
  const month = daysOfMonth(monthOf(day))
  if (cycle === 'MONTHLY') return month
  const half = `${monthOf(day)}-${HALF_OF_MONTH}`
  return day > half ? { from: dayAfter(half), to: month.to } : { from: month.from, to: half }
}

/** The week that a day belongs to, where weeks begin on this weekday. */
export function weekDays(day: string, weekStart: Weekday): Days {
  const from = weekBegin(day, weekStart)
  return { from, to: dayAfter(from, 6) }
}

/**
 * The same period where others stand already, which may have been made by another cycle: no day belongs to two. Null
 * where the day is taken.
 */
export function periodBetween(day: string, wanted: Days, standing: readonly Days[]): Days | null {
  if (standing.some(({ from, to }) => from <= day && day <= to)) return null
  let { from, to } = wanted
  for (const other of standing) {
    if (other.to < day && other.to >= from) from = dayAfter(other.to)
    if (other.from > day && other.from <= to) to = dayAfter(other.from, -1)
  }
  return { from, to }
}
