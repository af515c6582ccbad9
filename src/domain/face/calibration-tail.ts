import { excessOver, type ScoreCounts, scoreReachedBy } from './score-counts'

/** How a site's nearest strangers thin out: a generalised Pareto distribution above a score (Pickands 1975). */
export interface Tail {
  /** The share of strangers that reaches `from`. */
  share: number
  from: number
  shape: number
  scale: number
  /** The highest score that was seen. */
  highest: number
}

/** The upper tenth; of very many scores a smaller part, which lies nearer to the rates that are asked for. */
const SHARE = { most: 0.1, least: 0.01 }
const SCORES_IN_TAIL = 2000
/** Cosines are bounded, so their tails are no heavier than an exponential's; far below -0.3 a fit would end too soon. */
const SHAPE = { least: -0.3, most: 0 }

/** Fits the tail by its moments (Hosking and Wallis 1987). Needs two scores at least. */
export function tailOf(counts: ScoreCounts): Tail {
  const share = Math.min(SHARE.most, Math.max(SHARE.least, SCORES_IN_TAIL / counts.count))
  const from = scoreReachedBy(counts, share * counts.count)
  const { mean, variance } = excessOver(counts, from)
  const fitted = variance > 0 ? (1 - (mean * mean) / variance) / 2 : SHAPE.least
  const shape = Math.min(SHAPE.most, Math.max(SHAPE.least, fitted))
  return { share, from, shape, scale: mean * (1 - shape), highest: scoreReachedBy(counts, 0) }
}

/** How far above its start a share of the tail reaches, in units of `scale`. */
function reach(shape: number, left: number): number {
  return Math.abs(shape) < 1e-9 ? -Math.log(left) : (left ** -shape - 1) / shape
}

/**
 * The score that a share `rate` of strangers reaches: counted down to the tail, by the tail's shape beyond. Never
 * more than two decades beyond the nearest pair that was seen.
 */
export function scoreAt(tail: Tail, counts: ScoreCounts, rate: number): number {
  if (rate >= tail.share) return scoreReachedBy(counts, rate * counts.count)
  const score = tail.from + tail.scale * reach(tail.shape, rate / tail.share)
  return Math.min(score, tail.highest + 2 * tail.scale * Math.LN10)
}
