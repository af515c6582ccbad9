import { usageOf } from './countries'
import type { PresetId } from './pay/presets'
import { type PayCycle, payPeriodOf } from './pay-periods'
import { type Weekday, weekBegin } from './weeks'

export const outsideSitesPolicies = ['NOTED', 'REFUSED'] as const

/** So much of each a workplace has at most: lists that are read whole. */
export const MOST_KINDS = 50
export const MOST_SITES = 50
export const MOST_HOLIDAYS = 400

interface Beginning {
  payCycle: PayCycle
  weekStart: Weekday
  /** A calendar day of the place. */
  today: string
}

/** The first day of the pay period that a day is in, where nobody says another: of its week, or of its month. */
export function firstPeriodOn({ payCycle, weekStart, today }: Beginning): string {
  return payPeriodOf(today, { cycle: payCycle, first: weekBegin(today, weekStart) }).from
}

/** Whether periods are counted from a day that somebody has to name. */
export const countsFromADay = (payCycle: PayCycle) => payCycle === 'WEEKLY' || payCycle === 'TWO_WEEKLY'

/** Whether a pay period can begin on this day. */
export function beginsPeriod(day: string, cycle: PayCycle): boolean {
  return payPeriodOf(day, { cycle, first: day }).from === day
}

/** What was said of a new workplace. */
interface Wished {
  country: string
  currency?: string | undefined
  firstPeriod?: string | undefined
  weekStart?: Weekday | undefined
  payCycle?: PayCycle | undefined
  preset?: PresetId | undefined
}

/** A workplace as it begins: what was said of it, and else what is usual in its country. */
export function beginningOf(input: Wished, today: string) {
  const usage = usageOf(input.country)
  const { currency = usage.currency, weekStart = usage.weekStart, payCycle = usage.payCycle } = input
  const { firstPeriod = firstPeriodOn({ payCycle, weekStart, today }) } = input
  return { currency, weekStart, payCycle, firstPeriod, preset: input.preset ?? usage.preset ?? 'none' }
}
