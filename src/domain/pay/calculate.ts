import { dayNumber, firstOfWeek } from './calendar'
import { breakDraft, draftsOf } from './drafts'
import { fraction, toDecimal } from './fraction'
import { type Draft, linesOf, wholeOf } from './lines'
import { type Week, weeksOf } from './priced'
import { ratesOf } from './rates'
import type { PayLine, PayResult, PayTotals } from './result'
import type { PayInput } from './schema'
import { noticesOf, type PayNotice } from './warnings'
import { type Work, workOf } from './work'

/** What is paid in a period, before any sum is rounded, and the work that it comes from. */
export function draftsFor(input: PayInput): { work: Work; weeks: Week[]; drafts: Draft[] } {
  const work = workOf(input)
  const weeks = weeksOf(work, ratesOf(input.rates))
  const within = ({ day }: { day: number }) => day >= work.period.from && day <= work.period.to
  const drafts = [
    ...weeks.flatMap(draftsOf),
    ...work.breaks.filter(within).map(breakDraft),
    ...extrasOf(input, work).filter(within),
  ]
  return { work, weeks, drafts }
}

/**
 * Hours and gross pay of one person in one period. Money is in minor units of the currency, lengths are in minutes;
 * every figure is exact until each sum is rounded once. Throws PayRefusal where the input contradicts itself.
 */
export function calculatePay(input: PayInput): PayResult {
  const { result, notices } = payAndNotices(input)
  return { ...result, warnings: notices.map(({ code, entry, day }) => ({ code, entry, day })) }
}

/** The same with what is out of the ordinary, and by how much. */
export function payAndNotices(input: PayInput): {
  result: Omit<PayResult, 'warnings'>
  notices: PayNotice[]
} {
  const { work, weeks, drafts } = draftsFor(input)
  const lines = linesOf(drafts)
  return { result: { lines, totals: totalsOf(weeks, lines) }, notices: noticesOf(work) }
}

function extrasOf({ extras = [] }: PayInput, { weekStart }: Work): Draft[] {
  return extras.map(({ day, name, minutes = 0, amount }) => ({
    week: firstOfWeek(dayNumber(day), weekStart),
    entry: null,
    day: dayNumber(day),
    start: null,
    kind: 'extra',
    name,
    minutes,
    rate: null,
    factor: null,
    exact: fraction(amount),
  }))
}

/** Each minute of the period once: what a week's average adds, and what follows from earlier periods, count none. */
function totalsOf(weeks: readonly Week[], lines: readonly PayLine[]): PayTotals {
  const byFactor: Record<string, number> = {}
  let [paidMinutes, overtimeMinutes] = [0, 0]
  for (const { minutes, factor } of weeks.flatMap((week) => week.minutes.filter(({ here }) => here))) {
    paidMinutes += minutes
    if (!factor) continue
    overtimeMinutes += minutes
    const key = toDecimal(factor)
    byFactor[key] = (byFactor[key] ?? 0) + minutes
  }
  const gross = lines.reduce((all, { amount }) => all + BigInt(amount), 0n)
  return {
    paidMinutes,
    regularMinutes: paidMinutes - overtimeMinutes,
    overtimeMinutes,
    byFactor,
    gross: wholeOf(gross),
  }
}
