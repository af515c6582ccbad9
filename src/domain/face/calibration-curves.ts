import { clopperPearson, type Rate } from './calibration-intervals'
import { pairsWorth } from './calibration-threshold'
import { countFrom } from './score-counts'
import type { SiteScores } from './site-scores'
import type { Demands } from './site-thresholds'

/** How often this site's people are mistaken at one threshold of the corrected score. */
export interface ErrorRates {
  score: number
  /** False matches of people who are not enrolled: comparisons of different people that reach the score. */
  fmr: Rate
  /** The same of people who are enrolled here, whose own template stands beside the claimed one. */
  members: Rate
  /** False non-matches: photos that do not reach it with the person's other photos, or somebody else is as near. */
  fnmr: Rate
}

/** Fewer events than these say nothing of how they depend on each other. */
const EVENTS_TO_WEIGH = 10

/**
 * The error rates at a threshold. Photos of one person are not independent, so each person counts as one trial;
 * pairs of people are worth fewer, as `designEffect` says. Bounds are Clopper and Pearson's at 95 %.
 */
export function ratesAt(scores: SiteScores, score: number, { least, lead }: Demands): ErrorRates {
  const share = (events: number) => (scores.outsiders.count > 0 ? events / scores.outsiders.count : 0)
  const outside = share(countFrom(scores.outsiders, score))
  const inside = share(countFrom(scores.leading, score))
  const worth = pairsWorth(scores, Math.max(outside * scores.pairs, EVENTS_TO_WEIGH))
  const trials = scores.pairs / worth
  const missed = scores.genuine.filter(
    (one) => one.score < score || one.cosine < least || (one.lead !== null && one.lead < lead),
  ).length
  const people = new Set(scores.genuine.map(({ id }) => id)).size
  const misses = scores.genuine.length > 0 ? missed / scores.genuine.length : 0
  return {
    score,
    fmr: clopperPearson(outside * trials, trials),
    members: clopperPearson(inside * trials, trials),
    fnmr: clopperPearson(misses * people, people),
  }
}

const POINTS = 60

/** The error rates from the lowest score that matters to the highest one, evenly spaced. */
export function* curveOf(
  scores: SiteScores,
  demands: Demands,
  from: number,
  to: number,
): Generator<void, ErrorRates[]> {
  const points: ErrorRates[] = []
  for (let i = 0; i <= POINTS; i++) {
    points.push(ratesAt(scores, from + ((to - from) * i) / POINTS, demands))
    yield
  }
  return points
}
