import { dayNumber, minuteOfDay } from './calendar'
import { type Fraction, ofDecimal } from './fraction'
import { PayRefusal } from './refusal'
import type { PayInput, PayPremium, PayRules } from './schema'
import { type Weekday, weekdays } from './weekdays'

/** From more than so many minutes on, minutes are paid at a factor. */
export interface Tier {
  readonly after: number
  readonly factor: Fraction
}

export interface BreakRule {
  readonly after: number
  readonly minutes: number
  readonly paid: boolean
  readonly minPiece: number
}

export interface Premium {
  readonly name: string
  /** Minutes of the day; the window passes midnight where it ends before it begins. */
  readonly from: number
  readonly to: number
  /** 0 (Monday) to 6; null: every day. */
  readonly days: readonly number[] | null
  readonly holidays: boolean
  /** The share of the hour's own rate, or minor units an hour. */
  readonly pays: { readonly share: Fraction } | { readonly amount: number }
  readonly inRegularRate: boolean
  readonly credited: boolean
}

/** One version of the rules. */
export interface RuleSet {
  readonly from: number
  readonly dayStart: number
  readonly weekHour: number
  readonly shiftDay: 'split' | 'start' | 'end' | 'most'
  readonly rounding: PayRules['rounding'] | null
  readonly breaks: readonly BreakRule[]
  readonly paidUpTo: number
  readonly daily: readonly Tier[]
  readonly weekly: readonly Tier[]
  readonly seventhDay: readonly Tier[]
  readonly weighted: boolean
  readonly premiums: readonly Premium[]
  readonly highest: boolean
  readonly restMinutes: number
  readonly dayMinutes: number
  readonly weekMinutes: number
}

/** Rest of 11 hours a day and 48 hours a week: Directive 2003/88/EC; 10 hours a day: ArbZG § 3. */
const LIMITS = { restMinutes: 660, dayMinutes: 600, weekMinutes: 2880 }

/** The versions of an input's rules, the earliest first; before the first of them none apply. */
export function rulesOf(given: PayInput['rules'] = []): RuleSet[] {
  refuseSame(given, 'rules')
  const first = { ...ruleSet({ from: '1970-01-01' }), from: Number.NEGATIVE_INFINITY }
  return [first, ...given.map(ruleSet).sort((a, b) => a.from - b.from)]
}

/** The version in force on a day. */
export function inForce<T extends { readonly from: number }>(versions: readonly T[], day: number) {
  return versions.findLast(({ from }) => from <= day)
}

/** Two versions that begin on one day contradict each other. */
export function refuseSame(
  versions: readonly { from: string; kind?: string | null | undefined }[],
  list: string,
) {
  const seen = new Map<string, number>()
  for (const [at, { from, kind }] of versions.entries()) {
    const key = JSON.stringify([from, kind ?? null])
    const before = seen.get(key)
    if (before !== undefined) throw new PayRefusal(`${list}[${at}].from`, `is that of ${list}[${before}] too`)
    seen.set(key, at)
  }
}

function ruleSet(given: PayRules): RuleSet {
  const { breaks = [], overtime = {} } = given
  const dayStart = minuteOfDay(given.dayStart ?? '00:00')
  return {
    ...LIMITS,
    ...given.limits,
    from: dayNumber(given.from),
    dayStart,
    weekHour: given.weekStart ? minuteOfDay(given.weekStart) : dayStart,
    shiftDay: given.shiftDay ?? 'split',
    rounding: given.rounding ?? null,
    breaks: breaks.map(breakRule),
    paidUpTo: Math.max(0, ...breaks.map(({ paidUpTo }) => paidUpTo ?? 0)),
    daily: tiersOf(overtime.daily),
    weekly: tiersOf(overtime.weekly),
    seventhDay: tiersOf(overtime.seventhDay),
    weighted: overtime.base === 'weighted',
    premiums: (given.premiums ?? []).map(premium),
    highest: given.stacking === 'highest',
  }
}

function breakRule(given: NonNullable<PayRules['breaks']>[number]): BreakRule {
  const { afterMinutes = 0, minutes = 0, paid = false, minPiece = 0 } = given
  return { after: afterMinutes, minutes, paid, minPiece }
}

const tiersOf = (given: readonly { afterMinutes: number; factor: string }[] = []): Tier[] =>
  given.map(({ afterMinutes, factor }) => ({ after: afterMinutes, factor: ofDecimal(factor) }))

function premium(given: PayPremium): Premium {
  const { name, from = '00:00', to = '00:00', amount } = given
  const [narrow, holidays] = [given.days !== undefined, given.holidays ?? false]
  return {
    name,
    from: minuteOfDay(from),
    to: minuteOfDay(to),
    days: given.days?.map((day: Weekday) => weekdays.indexOf(day)) ?? null,
    holidays,
    pays: amount === undefined ? { share: ofDecimal(given.factor ?? '0') } : { amount },
    inRegularRate: given.inRegularRate ?? (amount !== undefined || !(narrow || holidays)),
    credited: given.credited ?? false,
  }
}
