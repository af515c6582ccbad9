import type { PayLine } from './pay/result'
import { weekDays } from './pay-periods'
import { workedMinutes } from './pay-sums'
import type { Days, Weekday } from './weeks'

/** How money was handed over. */
export const paymentMethods = ['TRANSFER', 'CASH', 'CHEQUE', 'OTHER'] as const

/** What of a line counts when a paid period is calculated again. */
export type Counted = Pick<PayLine, 'day' | 'kind' | 'name' | 'minutes' | 'amount'>

/** What is missing of a week that was paid, or was too much. */
export interface WeekDifference {
  /** The first day of the week that lies in the period. */
  day: string
  minutes: number
  amount: number
}

/** A line that made up for a paid one tells minutes of its own. */
const minutesOf = (line: Counted, madeUp: boolean) => (madeUp ? line.minutes : workedMinutes(line))

/**
 * What a period that was paid comes to now, less what was paid for it, week by week. `madeUp` are the adjustments paid
 * for it since.
 */
export function weekDifferences(
  period: Days,
  weekStart: Weekday,
  { now, paid, madeUp }: Record<'now' | 'paid' | 'madeUp', readonly Counted[]>,
): WeekDifference[] {
  const weeks = new Map<string, WeekDifference>()
  const add = (lines: readonly Counted[], sign: 1 | -1, isMadeUp: boolean) => {
    for (const line of lines) {
      const { from } = weekDays(line.day, weekStart)
      const day = from.localeCompare(period.from) < 0 ? period.from : from
      const week = weeks.get(day) ?? { day, minutes: 0, amount: 0 }
      week.minutes += sign * minutesOf(line, isMadeUp)
      week.amount += sign * line.amount
      weeks.set(day, week)
    }
  }
  add(now, 1, false)
  add(paid, -1, false)
  add(madeUp, -1, true)
  return [...weeks.values()]
    .filter(({ minutes, amount }) => minutes !== 0 || amount !== 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Money of one week of a period, which a payment takes into account. */
export interface Share {
  periodId: string
  day: string
  amount: number
}

/**
 * What of a sum below zero is left for the next payment, so that nobody is paid less than nothing: the shares below zero,
 * the last ones first, as far as it takes. All above zero, as lines that make up for them.
 */
export function carried(shares: readonly Share[]): Share[] {
  let left = -shares.reduce((sum, { amount }) => sum + amount, 0)
  return shares.toReversed().flatMap(({ amount, ...share }) => {
    const taken = Math.min(Math.max(left, 0), Math.max(-amount, 0))
    left -= taken
    return taken > 0 ? [{ ...share, amount: taken }] : []
  })
}

/** A stretch of time of an entry. */
export interface Stretch {
  timeEntryId: string
  startedAt: Date
  endedAt: Date
}

/** What of these stretches lies outside all of those, which do not overlap. */
export function outside(
  stretches: readonly Stretch[],
  paid: readonly Pick<Stretch, 'startedAt' | 'endedAt'>[],
): Stretch[] {
  const known = [...paid].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())
  return stretches.flatMap((stretch) => {
    const left: Stretch[] = []
    let { startedAt } = stretch
    for (const other of known) {
      if (other.endedAt <= startedAt || other.startedAt >= stretch.endedAt) continue
      if (other.startedAt > startedAt) left.push({ ...stretch, startedAt, endedAt: other.startedAt })
      startedAt = other.endedAt
    }
    return startedAt < stretch.endedAt ? [...left, { ...stretch, startedAt }] : left
  })
}
