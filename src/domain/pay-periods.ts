import { Temporal } from 'temporal-polyfill'
import { dayAfter, type Weekday, weekdays } from './weeks'

/** How often people are paid, as the database names it. */
export const payCycles = ['WEEKLY', 'TWO_WEEKLY', 'SEMI_MONTHLY', 'MONTHLY'] as const
export type PayCycle = (typeof payCycles)[number]

/** Calendar days of the workplace (`YYYY-MM-DD`), both included. */
export interface Days {
  from: string
  to: string
}

const daysOfCycle = { WEEKLY: 7, TWO_WEEKLY: 14 } as const
const HALF_OF_MONTH = 15

/**
 * The pay period that a day belongs to. Weekly and two-weekly ones are counted from the first day of any one of them;
 * semi-monthly ones are the 1st to the 15th and the 16th to the month's last day.
 */
export function payPeriodOf(day: string, { cycle, first }: { cycle: PayCycle; first: string }): Days {
  const date = Temporal.PlainDate.from(day)
  if (cycle === 'WEEKLY' || cycle === 'TWO_WEEKLY') {
    const length = daysOfCycle[cycle]
    const since = Temporal.PlainDate.from(first).until(date, { largestUnit: 'day' }).days
    const from = dayAfter(day, -(((since % length) + length) % length))
    return { from, to: dayAfter(from, length - 1) }
  }
  const later = cycle === 'SEMI_MONTHLY' && date.day > HALF_OF_MONTH
  const lastDay = cycle === 'SEMI_MONTHLY' && !later ? HALF_OF_MONTH : date.daysInMonth
  const from = date.with({ day: later ? HALF_OF_MONTH + 1 : 1 })
  return { from: from.toString(), to: date.with({ day: lastDay }).toString() }
}

/** The week that a day belongs to, where weeks begin on this weekday. */
export function weekOf(day: string, weekStart: Weekday): Days {
  const { dayOfWeek } = Temporal.PlainDate.from(day)
  const from = dayAfter(day, -((dayOfWeek - 1 - weekdays.indexOf(weekStart) + 7) % 7))
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
