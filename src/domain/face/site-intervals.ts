import { clopperPearson, type Rate } from './calibration-intervals'
import type { KindRates, TrialPerson, TrialRates } from './site-trial'

/** A figure of a trial with the bounds that 95 of 100 such measurements keep to. */
export interface Bounded extends Rate {
  /** Cosines, corrected scores of both kinds of strangers, or what was decided. */
  of: 'raw' | 'member' | 'outsider' | 'product'
  group: string | null
  figure: string
}

/**
 * The figures of a trial with Clopper and Pearson's bounds. Neither the pictures of a person nor the comparisons of two
 * people are independent, and sites that are drawn share their people: a person counts as one trial for misses, two
 * people as one for false matches, however often they were compared.
 */
export function boundedRates(rates: TrialRates, people: readonly Pick<TrialPerson, 'group'>[]): Bounded[] {
  const sizeOf = (group: string | null) =>
    group === null ? people.length : people.filter((one) => one.group === group).length
  const bounded = (of: Bounded['of'], group: string | null, figure: string, rate: number): Bounded => {
    const size = sizeOf(group)
    // Pictures of a group are held against everybody: pairs within it and pairs with others.
    const pairs = size * (people.length - 1) - (size * (size - 1)) / 2
    const trials = figure.startsWith('fmr') ? pairs : size
    return { of, group, figure, ...clopperPearson(rate * trials, trials) }
  }
  const kind = (of: Bounded['of'], { fnmrAtFmr, groups }: KindRates) => [
    ...Object.entries(fnmrAtFmr).flatMap(([at, rate]) =>
      rate === null ? [] : [bounded(of, null, `fnmr at ${at}`, rate)],
    ),
    ...Object.entries(groups).flatMap(([group, { fmr, fnmr }]) => [
      bounded(of, group, 'fmr at 1e-3 overall', fmr),
      bounded(of, group, 'fnmr at 1e-3 overall', fnmr),
    ]),
  ]
  const { groups, ...product } = rates.product
  const decided = [[null, product] as const, ...Object.entries(groups)]
  return [
    ...kind('raw', rates.raw),
    ...kind('member', rates.member),
    ...kind('outsider', rates.outsider),
    ...decided.flatMap(([group, { fnmr, fmrMember, fmrOutsider }]) => [
      bounded('product', group, 'fnmr', fnmr),
      bounded('product', group, 'fmrMember', fmrMember),
      bounded('product', group, 'fmrOutsider', fmrOutsider),
    ]),
  ]
}
