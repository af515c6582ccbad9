import { dividedBy, type Fraction, fraction, minus, none, one, plus, sum, times } from './fraction'
import { priceOf } from './lines'
import { type Graded, higher, lastOf } from './overtime'
import { hourlyOf, paidPremiums } from './premiums'
import type { RateOf } from './rates'
import { inForce, type Premium, type RuleSet } from './rules'
import type { Work } from './work'

/** Minutes with what they are paid. */
export interface Priced extends Pick<Graded, 'entry' | 'day' | 'start' | 'minutes' | 'ofWeek'> {
  /** Minor units an hour: the hour's own rate. */
  readonly rate: number
  readonly paid: readonly Premium[]
  /** Whether their day is in the period. */
  readonly here: boolean
  /** The factor at which they are overtime in this period, if they are. */
  readonly factor: Fraction | null
}

/** A week with what is paid in it or because of it. */
export interface Week {
  readonly week: number
  readonly minutes: readonly Priced[]
  /** Whether its last day is in the period: there its overtime is paid. */
  readonly ends: boolean
  /** Whether overtime is paid on the week's average (29 CFR 778.115) instead of the hour's own rate. */
  readonly weighted: boolean
}

/** The weeks that matter to a period: those with work in it, and those that end in it. */
export function weeksOf({ worked, versions, period }: Work, rateOf: RateOf): Week[] {
  const within = (day: number) => day >= period.from && day <= period.to
  const weeks = new Map<number, Priced[]>()
  for (const one of worked) {
    const [here, ends] = [within(one.day), within(lastOf(one.week))]
    if (!here && !ends) continue
    const rate = rateOf(one.entry, one.day)
    const { highest } = inForce(versions, one.day) as RuleSet
    const factor = ends ? higher(one.ofDay, one.ofWeek) : one.ofDay
    const { entry, day, start, minutes, ofWeek } = one
    const paid = paidPremiums(one.premiums, rate, highest)
    const priced = { entry, day, start, minutes, ofWeek, rate, paid, here, factor }
    const week = weeks.get(one.week)
    if (week) week.push(priced)
    else weeks.set(one.week, [priced])
  }
  return [...weeks].map(([week, minutes]) => ({
    week,
    minutes,
    ends: within(lastOf(week)),
    weighted: (inForce(versions, lastOf(week)) as RuleSet).weighted,
  }))
}

const straight = ({ minutes, rate }: Priced) => priceOf(minutes, fraction(rate))

const premiumPay = (one: Priced, which: (premium: Premium) => boolean) =>
  sum(one.paid.filter(which).map((premium) => priceOf(one.minutes, hourlyOf(premium, one.rate))))

/** What a week's average is made of: straight pay and the premiums of the regular rate, and all its minutes. */
export function regularPayOf({ minutes: all }: Week): { pay: Fraction; minutes: number } {
  const pay = all.map((one) =>
    plus(
      straight(one),
      premiumPay(one, ({ inRegularRate }) => inRegularRate),
    ),
  )
  return { pay: sum(pay), minutes: all.reduce((total, one) => total + one.minutes, 0) }
}

/** The week's average hourly pay, exact. */
export function averageOf(week: Week): Fraction {
  const { pay, minutes } = regularPayOf(week)
  return dividedBy(times(pay, fraction(60)), fraction(minutes))
}

/** A week's premiums that may be set off against its overtime (29 CFR 778.203), and what that overtime adds. */
export function creditable(week: Week): { credited: Fraction; added: Fraction } {
  const credited = sum(week.minutes.map((one) => premiumPay(one, (premium) => premium.credited)))
  if (credited.over === 0n) return { credited, added: none }
  const average = week.weighted ? averageOf(week) : null
  const added = sum(
    week.minutes.map(({ minutes, rate, factor }) =>
      factor ? priceOf(minutes, times(average ?? fraction(rate), minus(factor, one))) : none,
    ),
  )
  return { credited, added }
}

/** What is set off: at most all that overtime adds. */
export function creditOf(week: Week): Fraction {
  const { credited, added } = creditable(week)
  return lesser(credited, added)
}

const lesser = (a: Fraction, b: Fraction) => (minus(a, b).over > 0n ? b : a)
