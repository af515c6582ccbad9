import { dividedBy, type Fraction, fraction, minus, none, one, plus, sum, times } from './fraction'
import { priceOf } from './lines'
import { type Graded, higher, lastOf } from './overtime'
import { hourlyOf, paidPremiums } from './premiums'
import type { RateOf } from './rates'
import { inForce, type Premium, type RuleSet } from './rules'
import type { Work } from './work'

/** Minutes with what they are paid. */
export interface Priced extends Pick<Graded, 'entry' | 'day' | 'minutes' | 'ofWeek'> {
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
    const { entry, day, minutes, ofWeek } = one
    const paid = paidPremiums(one.premiums, rate, highest)
    const priced = { entry, day, minutes, ofWeek, rate, paid, here, factor }
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

/** The week's average hourly pay, exact: straight pay and the premiums of the regular rate, by all its minutes. */
export function averageOf({ minutes: all }: Week): Fraction {
  const pay = all.map((one) =>
    plus(
      straight(one),
      premiumPay(one, ({ inRegularRate }) => inRegularRate),
    ),
  )
  const minutes = all.reduce((total, one) => total + one.minutes, 0)
  return dividedBy(times(sum(pay), fraction(60)), fraction(minutes))
}

/** What of a week's premiums may be set off against its overtime (29 CFR 778.203), at most all that overtime adds. */
export function creditOf(week: Week): Fraction {
  const credited = sum(week.minutes.map((one) => premiumPay(one, (premium) => premium.credited)))
  if (credited.over === 0n) return none
  const average = week.weighted ? averageOf(week) : null
  const added = sum(
    week.minutes.map(({ minutes, rate, factor }) =>
      factor ? priceOf(minutes, times(average ?? fraction(rate), minus(factor, one))) : none,
    ),
  )
  return lesser(credited, added)
}

const lesser = (a: Fraction, b: Fraction) => (minus(a, b).over > 0n ? b : a)
