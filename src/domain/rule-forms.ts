import { decimalMoney } from './money'
import { formatHours } from './pay/durations'
import type { Weekday } from './pay/weekdays'
import { NO_LIMITS, type Rules } from './rule-sets'

/** A row of a list; its key stays while it is changed. */
export interface Row {
  key: number
}

export interface StepFields extends Row {
  afterMinutes: string
  factor: string
}

export interface BreakFields extends Row {
  afterMinutes: string
  minutes: string
  minPiece: string
  /** Taken off by itself, or only warned of. */
  deducted: boolean
}

export interface PremiumFields extends Row {
  name: string
  from: string
  to: string
  days: Weekday[]
  holidays: boolean
  pays: 'factor' | 'amount'
  /** Per cent of the rate. */
  factor: string
  amount: string
  /** Null where nobody decided. */
  inRegularRate: boolean | null
  credited: boolean | null
}

export const stepLists = ['daily', 'weekly', 'seventhDay'] as const
export type StepList = (typeof stepLists)[number]

type Rounding = NonNullable<Rules['rounding']>

/** Rules as they stand in a form: what is typed, as it was typed. */
export interface RulesForm extends Record<StepList, StepFields[]> {
  dayStart: string
  /** As the day, where nothing is typed. */
  weekStart: string
  shiftDay: NonNullable<Rules['shiftDay']>
  roundingOf: 'none' | Rounding['of']
  roundingMode: Rounding['mode']
  roundingMinutes: string
  paidUpTo: string
  breaks: BreakFields[]
  base: 'own' | 'weighted'
  premiums: PremiumFields[]
  stacking: 'add' | 'highest'
  /** Nothing is no limit. */
  restMinutes: string
  dayMinutes: string
  weekMinutes: string
}

/** The key of a row that is added. */
export const newKey = (rows: readonly Row[]) => Math.max(0, ...rows.map(({ key }) => key)) + 1

/** A decimal whose point is moved to the right (or to the left, by less than nothing), without a digit lost. */
export function shifted(decimal: string, by: number): string {
  const [whole = '', part = ''] = decimal.split('.')
  const digits = whole.padStart(3, '0') + part.padEnd(2, '0')
  const point = Math.max(whole.length, 3) + by
  return trimmed(`${digits.slice(0, point)}.${digits.slice(point)}`)
}

const trimmed = (decimal: string) => decimal.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '')

const keyed = <T>(list: readonly T[]): (T & Row)[] => list.map((one, key) => ({ ...one, key }))

const steps = (list: readonly { afterMinutes: number; factor: string }[] = []) =>
  keyed(list).map(
    ({ key, afterMinutes, factor }): StepFields => ({
      ...{ key, afterMinutes: formatHours(afterMinutes), factor },
    }),
  )

function breaksOf({ breaks = [] }: Rules): BreakFields[] {
  const due = breaks.filter(({ minutes = 0 }) => minutes > 0)
  return keyed(due).map(({ key, afterMinutes = 0, minutes = 0, paid = false, minPiece = 0 }) => ({
    ...{ key, afterMinutes: formatHours(afterMinutes), minutes: String(minutes) },
    ...{ minPiece: minPiece ? String(minPiece) : '', deducted: !paid },
  }))
}

function premiumsOf({ premiums = [] }: Rules, currency: string): PremiumFields[] {
  return keyed(premiums).map((one) => {
    const { key, name, from = '00:00', to = '00:00', days = [], holidays = false, factor, amount } = one
    const { inRegularRate = null, credited = null } = one
    return {
      ...{ key, name, from, to, days, holidays, inRegularRate, credited },
      pays: amount === undefined ? 'factor' : 'amount',
      factor: factor === undefined ? '' : shifted(factor, 2),
      amount: amount === undefined ? '' : decimalMoney(amount, currency),
    }
  })
}

function limitsOf({ limits = {} }: Rules) {
  const { restMinutes = 660, dayMinutes = 600, weekMinutes = 2880 } = limits
  const below = (minutes: number, none: number) => (minutes < none ? formatHours(minutes) : '')
  return {
    restMinutes: restMinutes > NO_LIMITS.restMinutes ? formatHours(restMinutes) : '',
    dayMinutes: below(dayMinutes, NO_LIMITS.dayMinutes),
    weekMinutes: below(weekMinutes, NO_LIMITS.weekMinutes),
  }
}

/** Rules as a form to change them. */
export function rulesForm(rules: Rules, currency: string): RulesForm {
  const { dayStart = '00:00', weekStart = dayStart, shiftDay = 'split', rounding, overtime = {} } = rules
  const paidUpTo = Math.max(0, ...(rules.breaks ?? []).map((one) => one.paidUpTo ?? 0))
  return {
    ...{ dayStart, weekStart: weekStart === dayStart ? '' : weekStart, shiftDay },
    roundingOf: rounding?.of ?? 'none',
    roundingMode: rounding?.mode ?? 'nearest',
    roundingMinutes: String(rounding?.minutes ?? 15),
    paidUpTo: paidUpTo ? String(paidUpTo) : '',
    breaks: breaksOf(rules),
    daily: steps(overtime.daily),
    weekly: steps(overtime.weekly),
    seventhDay: steps(overtime.seventhDay),
    base: overtime.base ?? 'own',
    premiums: premiumsOf(rules, currency),
    stacking: rules.stacking ?? 'add',
    ...limitsOf(rules),
  }
}
