import { daysOfMonth, monthOf, monthsUntil } from './months'
import { weekDays } from './pay-periods'
import { type Days, dayAfter, type Weekday } from './weeks'

/** So many months a trend may show, this one among them. */
export const trendMonths = [3, 6, 12] as const
/** What one bar of it stands for. */
export const trendSteps = ['week', 'month'] as const
/** By what its hours are told apart. */
export const trendSplits = ['all', 'kind', 'site'] as const
export type TrendMonths = (typeof trendMonths)[number]
export type TrendStep = (typeof trendSteps)[number]
export type TrendSplit = (typeof trendSplits)[number]

/** What is paid without work of its own: extras, and what makes up for earlier periods. */
export const WITHOUT_WORK = 'other'
/** Kinds of work beyond those that have a name of their own here. */
export const THE_REST = 'rest'
const MOST_NAMED = 5

interface Wanted {
  months: TrendMonths
  step: TrendStep
  weekStart: Weekday
}

/** The months, or the whole weeks, of the last months; the last one is still running. */
export function trendSpans(today: string, { months, step, weekStart }: Wanted): Days[] {
  const shown = monthsUntil(monthOf(today), months).reverse()
  if (step === 'month') return shown.map(daysOfMonth)
  const [first = monthOf(today)] = shown
  const weeks: Days[] = []
  for (let { from, to } = weekDays(daysOfMonth(first).from, weekStart); from <= today; ) {
    weeks.push({ from, to })
    from = dayAfter(to)
    to = dayAfter(from, 6)
  }
  return weeks
}

/** Hours and pay of a day, of what they are told apart by. */
export interface TrendRow {
  day: string
  group: string
  minutes: number
  overtime: number
  amount: number
}

export type TrendSum = Pick<TrendRow, 'minutes' | 'overtime' | 'amount'>

const nothing = (): TrendSum => ({ minutes: 0, overtime: 0, amount: 0 })

function addTo(sum: TrendSum, { minutes, overtime, amount }: TrendSum): void {
  sum.minutes += minutes
  sum.overtime += overtime
  sum.amount += amount
}

/** Those with the most hours first; beyond the fifth they are one, and what is paid without work comes last. */
function groupsOf(rows: readonly TrendRow[]): string[] {
  const minutes = new Map<string, number>()
  for (const row of rows) minutes.set(row.group, (minutes.get(row.group) ?? 0) + row.minutes)
  const named = [...minutes.keys()]
    .filter((group) => group !== WITHOUT_WORK)
    .sort((a, b) => (minutes.get(b) ?? 0) - (minutes.get(a) ?? 0) || (a < b ? -1 : 1))
  return [
    ...named.slice(0, MOST_NAMED),
    ...(named.length > MOST_NAMED ? [THE_REST] : []),
    ...(minutes.has(WITHOUT_WORK) ? [WITHOUT_WORK] : []),
  ]
}

/** The sums of each span, group by group in the order of `groups`. What lies outside all spans does not count. */
export function trendOf(
  rows: readonly TrendRow[],
  spans: readonly Days[],
): { groups: string[]; sums: TrendSum[][] } {
  const spanOf = (day: string) => spans.findIndex(({ from, to }) => from <= day && day <= to)
  const within = rows.flatMap((row) => {
    const at = spanOf(row.day)
    return at === -1 ? [] : [{ ...row, at }]
  })
  const groups = groupsOf(within)
  const sums = spans.map(() => groups.map(nothing))
  for (const { at, group, ...row } of within) {
    const sum = sums[at]?.[groups.includes(group) ? groups.indexOf(group) : groups.indexOf(THE_REST)]
    if (sum) addTo(sum, row)
  }
  return { groups, sums }
}

const steps = [1, 2, 4, 6, 8, 10] as const

/** A round number of units, not below the highest value, for the top of a chart; half of it is a whole number of units. */
export function chartTop(highest: number, unit: number): number {
  const units = Math.max(2, Math.ceil(highest / unit))
  const scale = 10 ** Math.floor(Math.log10(units))
  const step = steps.find((one) => one * scale >= units && (one * scale) % 2 === 0) ?? 10
  return step * scale * unit
}
