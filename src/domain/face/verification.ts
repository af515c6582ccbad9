import { aloneBefore, priorScore, type ScorePrior } from './calibration-prior'
import { type Cohort, type CohortMember, type CohortScore, cohortScore, probeOf } from './cohort'
import { meanTemplate } from './matching'
import type { SiteThresholds, WantedRates } from './site-thresholds'

/** What one picture's comparison with the claimed person comes to. */
export type Likeness =
  /** The person. */
  | 'same'
  /** Perhaps the person: it counts together with a code. */
  | 'possible'
  /** Not enough, and not far from it: more pictures may tell. */
  | 'almost'
  | 'other'

export interface Comparison extends CohortScore {
  likeness: Likeness
}

/** What a face must reach: `alone` to be the person by itself, `withCode` together with a code, `likely` to be worth more pictures. */
export type Limits = Pick<
  SiteThresholds,
  'weight' | 'most' | 'least' | 'lead' | 'alone' | 'withCode' | 'likely'
>

/** Compares the vector of a burst with the person whom it claims to be. */
export type Compare = (vector: Float32Array) => Comparison

/**
 * 1:1 among the people of a site: the corrected score must reach its threshold, the cosine its least, and whoever else
 * of the site comes nearest must stay behind by the lead, so that nobody who is enrolled passes for another.
 */
export function likenessOf({ score, cosine, lead }: CohortScore, limits: Limits): Likeness {
  const nearest = cosine >= limits.least && (lead === null || lead >= limits.lead)
  if (nearest && score >= limits.alone) return 'same'
  if (nearest && score >= limits.withCode) return 'possible'
  return score >= limits.likely ? 'almost' : 'other'
}

/** The comparison with one person, whose template is the mean of theirs. Between look-alikes a code decides, not the lead. Throws RangeError for vectors of another recogniser. */
export function comparing(
  cohort: Cohort,
  claimed: CohortMember,
  limits: Limits,
  lookAlikes: ReadonlySet<string> = new Set(),
): Compare {
  return (vector) => {
    const score = cohortScore(cohort, probeOf(cohort, vector), claimed, limits, '', lookAlikes)
    return { ...score, likeness: likenessOf(score, limits) }
  }
}

/** What holds for somebody who may be compared with nobody else: what is known of the recogniser, and nothing is subtracted. */
export function limitsAlone(prior: ScorePrior, wanted: WantedRates): Limits & { signIn: number } {
  const { least, lead, possible: withCode, likely } = prior
  const { member, outsider } = wanted.signIn
  const alone = aloneBefore(prior, wanted.verify)
  const signIn = Math.max(alone, priorScore(prior, Math.min(member, outsider)))
  return { weight: 0, most: 0, least, lead, alone, withCode, likely, signIn }
}

/** Signing in has no code beside it: a face is the person or it is not. */
export function signInLimits(thresholds: Limits & { signIn: number }): Limits {
  const { signIn } = thresholds
  return { ...thresholds, alone: signIn, withCode: signIn }
}

/** One vector for all good frames of a burst: their mean, which strangers reach less often than the best of them. */
export function burstVector(frames: readonly { vector: Float32Array }[]): Float32Array {
  return meanTemplate(frames.map(({ vector }) => vector))
}
