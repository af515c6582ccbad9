import { designEffect } from './calibration-intervals'
import { priorScore, type ScorePrior } from './calibration-prior'
import { scoreAt, type Tail, tailOf } from './calibration-tail'
import { scoreReachedBy } from './score-counts'
import type { SiteScores } from './site-scores'
import type { WantedRate } from './site-thresholds'

/** What a threshold rests on: other people's pictures, those and the site's own people, or its own people alone. */
export type Basis = 'prior' | 'blend' | 'site'

export interface Threshold {
  score: number
  basis: Basis
}

/** Below so many people a site cannot measure itself. */
export const FEW_PEOPLE = 8
/** The number of people whose own scores count as much as the prior. */
const PEOPLE_LIKE_PRIOR = 10
/** Mistakes to be expected among the site's own pairs before a threshold rests on them alone. */
const ENOUGH = 10

/** The tails of a site's scores, fitted once. Null where the site is too small to be measured. */
export interface SiteTails {
  outsiders: Tail
  members: Tail
  raw: Tail
}

export function tailsOf(scores: SiteScores): SiteTails | null {
  if (scores.people < FEW_PEOPLE) return null
  return {
    outsiders: tailOf(scores.outsiders),
    members: tailOf(scores.members),
    raw: tailOf(scores.raw),
  }
}

/** How careful a rate is that lies beyond what a site's own pairs can show: as far again, or half as many decades. */
export type Caution = 1 | 0.5

/** The rate to ask of a tail: the further a rate is from what pairs of this number can show, the more careful. */
function cautious(rate: number, { pairs }: SiteScores, caution: Caution): number {
  return rate * Math.min(1, 2 * pairs * rate) ** caution
}

/** How many times rarer than a wanted rate the hardest people's strangers must be at the most that is asked for. */
const BEYOND_PRIOR = 100

/**
 * A score that rests on few pairs, held to what the hardest people known would need: a handful who resemble each other,
 * siblings or invented accounts, may not lock everybody else out.
 */
function capped(score: number, scores: SiteScores, prior: ScorePrior, fmr: number): number {
  if (!prior.measured || 2 * scores.pairs * fmr * BEYOND_PRIOR >= ENOUGH) return score
  return Math.min(score, priorScore(prior, fmr) - scores.weight * scores.shares)
}

/** The score that outsiders reach at a rate of `fmr` at most, by the site's own people and, while they are few, the prior. */
function outsiderScore(
  scores: SiteScores,
  tails: SiteTails,
  prior: ScorePrior,
  { fmr, caution }: { fmr: number; caution: Caution },
): number {
  const own = scoreAt(tails.outsiders, scores.outsiders, cautious(fmr, scores, caution))
  const weight = scores.people / (scores.people + PEOPLE_LIKE_PRIOR)
  // The prior is a cosine: on this site's scale it stands lower by what is subtracted here on average.
  const before = priorScore(prior, fmr) - scores.weight * scores.shares
  return capped(own + (1 - weight) * Math.max(0, before - own), scores, prior, fmr / BEYOND_PRIOR)
}

/**
 * The score that members reach at a rate of `fmr` at most. Their own template stands beside the claimed one, so nearly
 * all of them fail by the lead alone: the nearest of those that have it decides, or the tail of all where that is lower.
 */
function memberScore(
  scores: SiteScores,
  tails: SiteTails,
  prior: ScorePrior,
  { fmr, caution }: { fmr: number; caution: Caution },
): number {
  const allowed = Math.floor(fmr * scores.members.count)
  const leading = scoreReachedBy(scores.leading, allowed)
  const tail = scoreAt(tails.members, scores.members, cautious(fmr, scores, caution))
  return capped(Math.min(leading, tail), scores, prior, fmr / Math.sqrt(BEYOND_PRIOR))
}

/**
 * The corrected score that strangers of both kinds reach at their wanted rates at most. Sites of fewer than eight
 * people get the prior's, which is a cosine, as their scores are.
 */
export function thresholdFor(
  scores: SiteScores,
  tails: SiteTails | null,
  prior: ScorePrior,
  rate: WantedRate,
  caution: Caution = 1,
): Threshold {
  if (!tails) return { score: priorScore(prior, Math.min(rate.member, rate.outsider)), basis: 'prior' }
  const score = Math.max(
    outsiderScore(scores, tails, prior, { fmr: rate.outsider, caution }),
    memberScore(scores, tails, prior, { fmr: rate.member, caution }),
  )
  return { score, basis: 2 * scores.pairs * rate.outsider >= ENOUGH ? 'site' : 'blend' }
}

/** So many times rarer than a wanted rate a cosine must be among the hardest people's strangers to be enough in itself. */
const ENOUGH_BY_ITSELF = 10

/**
 * The cosine that is enough whatever the neighbours: that of the hardest people known, or of this site's where they come
 * nearer still. Otherwise invented accounts that resemble somebody could lock them out. None where nobody has measured
 * the recogniser.
 */
export function enoughByItself(scores: SiteScores, prior: ScorePrior, { outsider }: WantedRate): number {
  if (!prior.measured) return Number.POSITIVE_INFINITY
  const rate = outsider / ENOUGH_BY_ITSELF
  return Math.max(priorScore(prior, rate), scoreReachedBy(scores.raw, Math.floor(rate * scores.raw.count)))
}

/** Pairs that a site needs for its own people to be believed without caution, as mistakes to be expected among them. */
const ENOUGH_TO_BELIEVE = 1

/**
 * The score from which a face may count together with a code: while people are too few for their tail to be believed,
 * what it says without any caution; from then on there is no such band.
 */
export function possibleFrom(scores: SiteScores, tails: SiteTails, { outsider }: WantedRate): number {
  if (2 * scores.pairs * outsider >= ENOUGH_TO_BELIEVE) return Number.POSITIVE_INFINITY
  return scoreAt(tails.outsiders, scores.outsiders, outsider)
}

/** How many decades beyond the site's own pairs a rate of `fmr` lies; 0 or less where they reach it. */
export function decadesBeyond({ pairs }: SiteScores, fmr: number): number {
  return pairs > 0 ? Math.log10(1 / (2 * pairs * fmr)) : Number.POSITIVE_INFINITY
}

/** How many times fewer pairs the site's are worth around its `count` nearest ones. */
export function pairsWorth(scores: SiteScores, count: number): number {
  const above = new Map<string, number>()
  for (const { a, b } of scores.nearest.slice(0, Math.max(1, Math.round(count)))) {
    above.set(a, (above.get(a) ?? 0) + 1)
    above.set(b, (above.get(b) ?? 0) + 1)
  }
  return designEffect(above.values(), scores.people)
}

/** How far apart two scores lie of which one is reached by a tenth as many strangers as the other. */
export function oneDecade(tails: SiteTails | null, prior: ScorePrior): number {
  const known = priorScore(prior, 1e-4) - priorScore(prior, 1e-3)
  return tails ? Math.min(2 * known, tails.outsiders.scale * Math.LN10) : known
}
