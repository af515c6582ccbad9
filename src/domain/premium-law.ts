import type { PayPremium, PayRules } from './pay/schema'

/** What decides where a premium stands beside overtime, as far as it is known. */
export type PremiumTerms = Pick<PayPremium, 'days' | 'holidays' | 'factor' | 'inRegularRate' | 'credited'>

const HALF = 0.5
const WEEK = 7
const weekend = ['saturday', 'sunday']

/** At least half on top, for work on certain days alone: the only kind that may stay out of the regular rate. */
export function mayBeCredited({ days = [], holidays = false, factor }: PremiumTerms): boolean {
  const certain = days.length > 0 && days.length < WEEK
  return Number(factor ?? 0) >= HALF && (holidays || certain)
}

/** The same for work on weekends or holidays, which the law names. */
function isExtraRate(terms: PremiumTerms): boolean {
  const { days = [], holidays = false } = terms
  return mayBeCredited(terms) && (holidays || days.every((day) => weekend.includes(day)))
}

export interface Decided {
  inRegularRate: boolean
  credited: boolean
}

/**
 * What holds of a workplace's premium where nobody decided. On the week's average it is in the regular rate (29 CFR
 * 778.207), but for at least half on weekends and holidays, which is credited against overtime instead (778.203).
 */
export function decided(terms: PremiumTerms, base: 'own' | 'weighted'): Decided {
  const extraRate = isExtraRate(terms)
  const credited = terms.credited ?? (base === 'weighted' && extraRate && terms.inRegularRate !== true)
  return { inRegularRate: terms.inRegularRate ?? !(credited || extraRate), credited }
}

/** Rules with what was left open about their premiums. */
export function withDecided<Rules extends Pick<PayRules, 'premiums' | 'overtime'>>(rules: Rules): Rules {
  const { premiums, overtime } = rules
  if (!premiums) return rules
  const base = overtime?.base ?? 'own'
  return { ...rules, premiums: premiums.map((one) => ({ ...one, ...decided(one, base) })) }
}
