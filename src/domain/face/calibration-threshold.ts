import { designEffect, upperBound } from './calibration-intervals'
import { priorScore, type ScorePrior } from './calibration-prior'
import { pairsFrom, type Scores, scoreReachedBy } from './calibration-scores'

/** What a threshold rests on: other people's pictures, those and the site's own pairs, or its own pairs alone. */
export type Basis = 'prior' | 'blend' | 'site'

export interface Threshold {
  score: number
  basis: Basis
}

/** Pairs above a threshold that are needed before they may speak for themselves. */
const ENOUGH = 10
/** The number of people whose own pairs count as much as the prior. */
const PEOPLE_LIKE_PRIOR = 5
/** Pairs of the tail whose spacing counts as much as the spread of the bulk. */
const TAIL_LIKE_BULK = 60
/** The prior's tail holds people of every kind already, so that a mixed site needs little more than its width. */
const SPREAD = { least: 0.4, most: 1.3 }
const TAIL_SHARE = 0.01
const TAIL_PAIRS = { fewest: 20, most: 100 }
/** From so many pairs their tail is looked at. */
const PAIRS_WITH_TAIL = 400

/** How many times fewer pairs the site's are worth around its `count` nearest ones. */
export function pairsWorth(scores: Scores, count: number): number {
  const above = new Map<string, number>()
  for (const { a, b } of scores.nearest.slice(0, Math.max(1, Math.round(count)))) {
    above.set(a, (above.get(a) ?? 0) + 1)
    above.set(b, (above.get(b) ?? 0) + 1)
  }
  return designEffect(above.values(), scores.people)
}

/** The share of strangers that the `count` nearest pairs stand for, a standard error on the cautious side. */
function shareAbove(scores: Scores, count: number): number {
  const worth = pairsWorth(scores, Math.max(count, Math.min(ENOUGH, scores.pairs)))
  return upperBound(count / worth, scores.pairs / worth, 0.84)
}

/**
 * The lowest score that strangers of this site reach at a rate of `fmr` at most, with 95 % confidence (Clopper and
 * Pearson's bound, for as many independent pairs as these are worth). Null where fewer than ten pairs would lie above.
 */
export function provenThreshold(scores: Scores, fmr: number): number | null {
  if (scores.pairs * fmr < ENOUGH) return null
  const worth = pairsWorth(scores, scores.pairs * fmr)
  let low = ENOUGH - 1
  let high = Math.floor(scores.pairs * fmr)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (upperBound(middle / worth, scores.pairs / worth) <= fmr) low = middle
    else high = middle - 1
  }
  return low < ENOUGH ? null : scoreReachedBy(scores, low)
}

/** How much wider apart this site's scores lie than the prior's: bulk first, and the tail as far as it is known. */
function spread(scores: Scores, prior: ScorePrior): number {
  const own = (share: number) => scoreReachedBy(scores, share * scores.pairs)
  const theirs = (share: number) => priorScore(prior, share)
  const ratio = (near: number, far: number) => (own(far) - own(near)) / (theirs(far) - theirs(near))
  const bulk = ratio(0.5, 0.1)
  const tailPairs = Math.min(TAIL_PAIRS.most, Math.max(TAIL_PAIRS.fewest, TAIL_SHARE * scores.pairs))
  const share = tailPairs / scores.pairs
  const weight = scores.pairs >= PAIRS_WITH_TAIL ? tailPairs / (tailPairs + TAIL_LIKE_BULK) : 0
  const tail = weight > 0 ? ratio(share, share / 5) : 0
  return Math.min(SPREAD.most, Math.max(SPREAD.least, weight * tail + (1 - weight) * bulk))
}

/**
 * The site's own score at a rate its pairs do not reach: from the score that its ten nearest pairs lie above the
 * prior's tail goes on, as much wider as the site's scores are spread.
 */
function extended(scores: Scores, prior: ScorePrior, fmr: number): number {
  const count = Math.min(ENOUGH, scores.pairs / 2)
  const start = scoreReachedBy(scores, count)
  const share = Math.min(0.5, shareAbove(scores, count))
  return start + Math.max(0, wider(scores, prior) * (priorScore(prior, fmr) - priorScore(prior, share)))
}

const siteWeight = ({ people }: Scores) => people / (people + PEOPLE_LIKE_PRIOR)

/** The spread, as far as so many people can tell it; 1 is the prior's. */
function wider(scores: Scores, prior: ScorePrior): number {
  return scores.people < 3 ? 1 : 1 + siteWeight(scores) * (spread(scores, prior) - 1)
}

/** How far apart two scores lie of which one is reached by a tenth as many strangers as the other. */
export function oneDecade(scores: Scores, prior: ScorePrior): number {
  return wider(scores, prior) * (priorScore(prior, 1e-4) - priorScore(prior, 1e-3))
}

/**
 * The threshold that strangers reach at a rate of `fmr`. The site's own pairs decide where they can prove a
 * threshold. Before that the prior and the site's own extended tail are weighed by the number of people, and the
 * result is never below the prior's, nor below the site's tenth nearest pair. A prior that nobody measured is no
 * such floor. docs/recognition.md explains it with figures.
 */
export function thresholdFor(scores: Scores, prior: ScorePrior, fmr: number): Threshold {
  const floor = Math.min(0.999, priorScore(prior, fmr) + prior.caution)
  if (scores.people < 3) return { score: floor, basis: 'prior' }
  const proven = provenThreshold(scores, fmr)
  if (proven !== null) return { score: proven, basis: 'site' }
  const weight = siteWeight(scores)
  const blended = weight * extended(scores, prior, fmr) + (1 - weight) * floor
  const least = scores.pairs >= 2 * ENOUGH ? scoreReachedBy(scores, ENOUGH) : -1
  const score = Math.max(blended, least, prior.measured ? floor : -1)
  return { score: Math.min(0.999, score), basis: 'blend' }
}

/** How many decades beyond the site's own pairs a threshold for `fmr` reaches; 0 or less where they reach it. */
export function decadesBeyond(scores: Scores, fmr: number): number {
  const worth = scores.pairs / pairsWorth(scores, ENOUGH)
  return worth > 0 ? Math.log10(1 / (worth * fmr)) : Number.POSITIVE_INFINITY
}

/** The share of the site's pairs that reach a score, and how many pairs that is. */
export function strangersFrom(scores: Scores, score: number): { events: number; pairs: number } {
  return { events: pairsFrom(scores, score), pairs: scores.pairs }
}
