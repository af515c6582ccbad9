import { calendarDay, dayNumber, ofDay, timeOfDay, weekdayOf, weekOf } from './clock'
import { decimal, type Fraction, fraction, less, times } from './fraction'
import type { Input, Premium, RuleSet } from './shape'
import { daysOf, type Present, rulesOn, type Stretch } from './stretches'

/** One minute with everything that is known of it; of the paid ones, those that the day's rounding leaves. */
export type Minute = Present & {
  day: number
  week: number
  rules: RuleSet
  rate: number
  premiums: Premium[]
  daily?: Fraction
  weekly?: Fraction
  seventh?: Fraction
}

function rateOn(input: Input, day: number, kind: string | undefined): number {
  const of = (wanted: string | undefined) =>
    input.rates
      .filter((rate) => rate.kind === wanted && dayNumber(rate.from) <= day)
      .sort((a, b) => dayNumber(a.from) - dayNumber(b.from))
      .at(-1)
  const rate = of(kind) ?? of(undefined)
  if (!rate) throw new Error('No rate')
  return rate.hourly
}

function touches(premium: Premium, local: number, holidays: ReadonlySet<number>): boolean {
  const from = ofDay(premium.from ?? '00:00')
  const to = ofDay(premium.to ?? '00:00')
  const time = timeOfDay(local)
  const inWindow = from === to || (from < to ? from <= time && time < to : from <= time || time < to)
  const onDay = !premium.days || premium.days.includes(weekdayOf(calendarDay(local)))
  return inWindow && onDay && (!premium.holidays || holidays.has(calendarDay(local)))
}

function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const value = known.get(key) ?? find(key)
    known.set(key, value)
    return value
  }
}

/** What a premium pays an hour. */
export const hourly = (premium: Premium, rate: number) =>
  premium.amount === undefined
    ? times(fraction(rate), decimal(premium.factor ?? '0'))
    : fraction(premium.amount)

function premiumsAt(rules: RuleSet, local: number, rate: number, holidays: ReadonlySet<number>): Premium[] {
  const all = (rules.premiums ?? []).filter((premium) => touches(premium, local, holidays))
  const isHoliday = all.some((premium) => premium.holidays)
  const shown = all.filter((premium) => !isHoliday || premium.holidays || !premium.days)
  if (rules.stacking !== 'highest') return shown
  return shown.filter((one, at) =>
    shown.every(
      (other, otherAt) =>
        less(hourly(other, rate), hourly(one, rate)) ||
        (!less(hourly(one, rate), hourly(other, rate)) && at <= otherAt),
    ),
  )
}

function roundedDay(minutes: Minute[], rules: RuleSet): Minute[] {
  const last = minutes.at(-1)
  if (!last || rules.rounding?.of !== 'day') return minutes
  const { minutes: unit, mode } = rules.rounding
  const past = minutes.length % unit
  const up = past > 0 && (mode === 'up' || mode === 'employee' || (mode === 'nearest' && past * 2 >= unit))
  const wanted = minutes.length - past + (up ? unit : 0)
  const copies = Array.from({ length: Math.max(0, wanted - minutes.length) }, () => ({ ...last }))
  return [...minutes.slice(0, wanted), ...copies]
}

/** The minutes of all stretches: those paid, and those of unpaid or deducted breaks. */
export function minutesOf(input: Input, stretches: readonly Stretch[]): { paid: Minute[]; off: Minute[] } {
  const holidays = new Set((input.holidays ?? []).map(dayNumber))
  const rulesOf = remembered((day: number) => rulesOn(input, day))
  const rateOf = remembered((day: number) => remembered((kind?: string) => rateOn(input, day, kind)))
  const all = stretches.flatMap((stretch) => {
    const { day: dayOf, weekDay } = daysOf(stretch)
    return stretch.minutes.map((present): Minute => {
      const day = dayOf(present)
      const rules = rulesOf(day)
      const rate = rateOf(day)(present.entry.kind)
      const premiums = premiumsAt(rules, present.local, rate, holidays)
      const week = weekOf(weekDay(present), input.weekStart ?? 'monday')
      const { at, local, entry, state } = present
      return { at, local, entry, state, day, week, rules, rate, premiums }
    })
  })
  const paid = all.filter(({ state }) => state === 'paid')
  const days = [...new Set(paid.map(({ day }) => day))].sort((a, b) => a - b)
  return {
    paid: days.flatMap((day) =>
      roundedDay(
        paid.filter((minute) => minute.day === day),
        rulesOn(input, day),
      ),
    ),
    off: all.filter(({ state }) => state !== 'paid'),
  }
}
