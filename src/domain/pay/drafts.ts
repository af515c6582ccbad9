import type { Placed } from './days'
import { fraction, halfUp, minus, none, one, times, toDecimal } from './fraction'
import { type Draft, priceOf, wholeOf } from './lines'
import { lastOf } from './overtime'
import { hourlyOf } from './premiums'
import { averageOf, creditOf, type Priced, type Week } from './priced'

type Named = Pick<Draft, 'kind' | 'name' | 'rate' | 'factor' | 'exact'>

const on = ({ entry, day, minutes }: Priced, week: number, named: Named): Draft => {
  const { kind, name, rate, factor, exact } = named
  return { entry, day, week, minutes, kind, name, rate, factor, exact }
}

/** What belongs to a week and to no entry of the period: on the week's last day. */
const onWeek = (week: number, minutes: number, named: Named): Draft => ({
  entry: null,
  day: lastOf(week),
  week,
  minutes,
  ...named,
})

/** What is paid in the period for a week, and because of it. */
export function draftsOf(week: Week): Draft[] {
  const here = week.minutes.filter((part) => part.here)
  return [
    ...here.map((part) => baseOf(part, week)),
    ...here.flatMap((part) => premiumsOf(part, week)),
    ...(week.ends ? afterWeek(week) : []),
  ]
}

/** Regular or overtime pay; on the week's average overtime is paid straight here, and what it adds follows. */
function baseOf(part: Priced, { week, weighted }: Week): Draft {
  const { entry, rate, minutes } = part
  const factor = weighted ? one : (part.factor ?? one)
  return on(part, week, {
    kind: part.factor ? 'overtime' : 'regular',
    name: entry.kind,
    rate,
    factor: toDecimal(factor),
    exact: priceOf(minutes, times(fraction(rate), factor)),
  })
}

function premiumsOf(part: Priced, { week }: Week): Draft[] {
  return part.paid.map((premium) => {
    const { pays, name } = premium
    const [rate, factor] = 'amount' in pays ? [pays.amount, '1'] : [part.rate, toDecimal(pays.share)]
    return on(part, week, {
      kind: 'premium',
      name,
      rate,
      factor,
      exact: priceOf(part.minutes, hourlyOf(premium, part.rate)),
    })
  })
}

/** What can be known only where the week is over. */
function afterWeek(week: Week): Draft[] {
  const drafts = week.weighted ? addOnsOf(week) : earlierOvertime(week)
  const credit = creditOf(week)
  if (credit.over === 0n) return drafts
  const exact = minus(none, credit)
  return [
    ...drafts,
    onWeek(week.week, 0, { kind: 'adjustment', name: 'credit', rate: null, factor: null, exact }),
  ]
}

/** What overtime adds on the week's average; the rate is rounded for show alone. */
function addOnsOf(week: Week): Draft[] {
  const overtime = week.minutes.filter(({ factor }) => factor)
  if (overtime.length === 0) return []
  const average = averageOf(week)
  const rate = wholeOf(halfUp(average))
  return overtime.map((part) => {
    const more = minus(part.factor ?? one, one)
    const exact = priceOf(part.minutes, times(average, more))
    const named = { kind: 'overtime', name: 'weighted', rate, factor: toDecimal(more), exact } as const
    return part.here ? on(part, week.week, named) : onWeek(week.week, part.minutes, named)
  })
}

/** Overtime of the week on days of an earlier period, where those minutes were paid straight. */
function earlierOvertime({ week, minutes: all }: Week): Draft[] {
  return all
    .filter(({ here }) => !here)
    .flatMap(({ ofWeek, minutes, rate }) => {
      if (!ofWeek) return []
      const more = minus(ofWeek, one)
      const exact = priceOf(minutes, times(fraction(rate), more))
      const named = {
        kind: 'adjustment',
        name: 'weekly-overtime',
        rate,
        factor: toDecimal(more),
        exact,
      } as const
      return [onWeek(week, minutes, named)]
    })
}

/** Breaks that are not paid, so that a day's lines tell its whole story. */
export const breakDraft = ({ entry, day, week, start, end, state }: Placed): Draft => ({
  entry,
  day,
  week,
  kind: 'break',
  name: state,
  minutes: end - start,
  rate: null,
  factor: null,
  exact: none,
})
