import { clopperPearson, type Rate } from './calibration-intervals'
import type { Scores } from './calibration-scores'
import { pairsWorth, strangersFrom } from './calibration-threshold'

/** How often this site's people are mistaken at one threshold. */
export interface ErrorRates {
  score: number
  /** False matches: pairs of different people that reach the score. */
  fmr: Rate
  /** False non-matches: photos that do not reach it with the person's other photos. */
  fnmr: Rate
}

/**
 * The error rates at a threshold. Photos of one person are not independent, so each person counts as one trial;
 * pairs of people are worth fewer, as `designEffect` says. Both bounds are Clopper and Pearson's at 95 %.
 */
export function ratesAt(scores: Scores, score: number): ErrorRates {
  const { events, pairs } = strangersFrom(scores, score)
  const worth = pairsWorth(scores, Math.max(events, 10))
  const missed = scores.genuine.filter((one) => one.score < score).length
  const people = new Set(scores.genuine.map(({ id }) => id)).size
  const share = scores.genuine.length > 0 ? missed / scores.genuine.length : 0
  return {
    score,
    fmr: clopperPearson(events / worth, pairs / worth),
    fnmr: clopperPearson(share * people, people),
  }
}

const POINTS = 60

/** The error rates from the lowest score that matters to the highest one, evenly spaced. */
export function* curveOf(scores: Scores, from: number, to: number): Generator<void, ErrorRates[]> {
  const points: ErrorRates[] = []
  for (let i = 0; i <= POINTS; i++) {
    points.push(ratesAt(scores, from + ((to - from) * i) / POINTS))
    yield
  }
  return points
}
