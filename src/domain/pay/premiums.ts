import { type Clock, DAY, modulo, wallOf, weekdayOf } from './calendar'
import { type Placed, partsOf } from './days'
import { compare, type Fraction, fraction, times } from './fraction'
import type { Premium, RuleSet } from './rules'

/** Worked minutes that are paid alike: one entry, day, week and the same premiums. */
export interface Atom extends Pick<Placed, 'entry' | 'day' | 'week'> {
  readonly minutes: number
  /** Every premium that touches them, after a holiday's has hidden the weekday's. */
  readonly premiums: readonly Premium[]
}

/** Cuts a worked span where the clock on the wall begins or ends a premium. */
export function atomsOf(span: Placed, rules: RuleSet, holidays: ReadonlySet<number>, clock: Clock): Atom[] {
  const { entry, day, week } = span
  const edges = rules.premiums.length ? [0, ...rules.premiums.flatMap(({ from, to }) => [from, to])] : []
  return partsOf(span.start, span.end, edges, clock).map(({ start, end }) => {
    const premiums = premiumsAt(wallOf(start, clock), rules.premiums, holidays)
    return { entry, day, week, minutes: end - start, premiums }
  })
}

/** The premiums of a minute that clocks on the wall show (counted from 1970-01-01 00:00). */
function premiumsAt(wall: number, premiums: readonly Premium[], holidays: ReadonlySet<number>): Premium[] {
  const [day, time] = [Math.floor(wall / DAY), modulo(wall, DAY)]
  const touching = premiums.filter(
    (one) =>
      within(time, one) &&
      (!one.days || one.days.includes(weekdayOf(day))) &&
      (!one.holidays || holidays.has(day)),
  )
  const holiday = touching.some((one) => one.holidays)
  return holiday ? touching.filter((one) => one.holidays || !one.days) : touching
}

function within(time: number, { from, to }: Premium): boolean {
  if (from === to) return true
  return from < to ? time >= from && time < to : time >= from || time < to
}

/** What a premium pays an hour, in minor units. */
export const hourlyOf = ({ pays }: Premium, rate: number): Fraction =>
  'amount' in pays ? fraction(pays.amount) : times(pays.share, fraction(rate))

/** The premiums of minutes that are paid: all of them, or the one that pays most (the first of equal ones). */
export function paidPremiums(
  premiums: readonly Premium[],
  rate: number,
  highest: boolean,
): readonly Premium[] {
  const [first, ...others] = premiums
  if (!highest || !first) return premiums
  const most = (a: Premium, b: Premium) => (compare(hourlyOf(b, rate), hourlyOf(a, rate)) > 0 ? b : a)
  return [others.reduce(most, first)]
}
