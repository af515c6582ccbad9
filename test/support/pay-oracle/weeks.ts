import { dayName } from './clock'
import {
  type Fraction,
  fraction,
  halfUp,
  less,
  minus,
  over,
  plus,
  sum,
  times,
  written,
  zero,
} from './fraction'
import type { Draft } from './lines'
import { factorOf } from './overtime'
import type { Input, Premium } from './shape'
import { rulesOn } from './stretches'
import { hourly, type Minute } from './worked'

const one = fraction(1)
const aMinute = fraction(1, 60)

/** Adds equal things up by counting them first. */
function total<T>(things: readonly T[], key: (thing: T) => string, value: (thing: T) => Fraction): Fraction {
  const counted = new Map<string, { thing: T; times: number }>()
  for (const thing of things) {
    const known = counted.get(key(thing))
    if (known) known.times++
    else counted.set(key(thing), { thing, times: 1 })
  }
  return sum([...counted.values()].map((each) => times(value(each.thing), fraction(each.times))))
}

export const inRegularRate = (premium: Premium) =>
  premium.inRegularRate ?? (premium.amount !== undefined || (!premium.days && !premium.holidays))

function premiumPay(week: readonly Minute[], which: (premium: Premium) => boolean): Fraction {
  const each = week.flatMap(({ premiums, rate }) =>
    premiums.filter(which).map((premium) => ({ premium, rate })),
  )
  return total(
    each,
    ({ premium, rate }) => `${premium.amount ?? 'x'} ${premium.factor} ${rate}`,
    ({ premium, rate }) => hourly(premium, rate),
  )
}

/** The week's pay for an hour: straight pay and the premiums of the regular rate, by all its minutes. */
function averageOf(week: readonly Minute[]): Fraction {
  const straight = total(
    week,
    ({ rate }) => `${rate}`,
    ({ rate }) => fraction(rate),
  )
  return over(plus(straight, premiumPay(week, inRegularRate)), fraction(week.length))
}

/** What a week that ends in the period adds to it, a draft a minute. */
export function endOfWeek(input: Input, week: readonly Minute[], isIn: (day: number) => boolean): Draft[] {
  const lastDay = (week[0] as Minute).week + 6
  const weighted = rulesOn(input, lastDay).overtime?.base === 'weighted'
  const average = averageOf(week)
  const none = { entry: null, day: dayName(lastDay), at: Number.POSITIVE_INFINITY, minutes: 1 }
  const drafts: Draft[] = []
  let extra = zero
  for (const minute of week) {
    const factor = factorOf(minute)
    if (!factor) continue
    const more = minus(factor, one)
    const base = weighted ? average : fraction(minute.rate)
    const exact = times(times(base, more), aMinute)
    extra = plus(extra, exact)
    const shown = { rate: halfUp(base), factor: written(more), exact }
    const group = `${lastDay} ${base.n}/${base.d} ${shown.factor} ${weighted}`
    const own = { entry: minute.entry.id, day: dayName(minute.day), at: minute.at, minutes: 1 }
    const whose = isIn(minute.day) ? own : none
    if (weighted) drafts.push({ ...whose, ...shown, kind: 'premium', name: 'weighted', group })
    else if (minute.weekly && whose === none)
      drafts.push({ ...none, ...shown, kind: 'adjustment', name: 'weekly-overtime', group })
  }
  const credited = times(
    premiumPay(week, (premium) => premium.credited === true),
    aMinute,
  )
  const credit = less(extra, credited) ? extra : credited
  const line = { kind: 'adjustment', name: 'credit', rate: null, factor: null } as const
  if (less(zero, credit))
    drafts.push({ ...none, ...line, minutes: 0, exact: minus(zero, credit), group: `${lastDay} credit` })
  return drafts
}
