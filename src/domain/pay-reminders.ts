import { payPeriodOf } from './pay-periods'
import { type Days, dayAfter } from './weeks'

/** So many days before a period ends people are reminded of what waits. */
const DAYS_BEFORE = 3

/** A day of each pay period that people are reminded of: the one before, and in its last days the running one. */
export function remindedDays(today: string, cycle: Parameters<typeof payPeriodOf>[1]): string[] {
  const { from, to }: Days = payPeriodOf(today, cycle)
  return [dayAfter(from, -1), ...(today >= dayAfter(to, -DAYS_BEFORE) ? [today] : [])]
}
