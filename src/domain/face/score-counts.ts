/** Bins of a histogram over -3 to 1, which holds every corrected score: a threshold is right to 0.0001. */
const LOWEST = -3
const BINS = 40_000
const PER_UNIT = 10_000

/** How often each score occurred. */
export interface ScoreCounts {
  count: number
  /** How many have a score of bin i or above; one more entry than bins, the last 0. While being filled: how many in it. */
  atLeast: Float64Array
}

export const emptyCounts = (): ScoreCounts => ({ count: 0, atLeast: new Float64Array(BINS + 1) })

/** The lowest score of a bin. */
const scoreOfBin = (bin: number): number => bin / PER_UNIT + LOWEST

export function countScore(counts: ScoreCounts, score: number): void {
  const bin = Math.max(0, Math.min(BINS - 1, Math.floor((score - LOWEST) * PER_UNIT + 1e-6)))
  counts.atLeast[bin] = (counts.atLeast[bin] as number) + 1
  counts.count++
}

/** Ends the filling: from then on `atLeast` is what its name says. */
export function closeCounts({ atLeast }: ScoreCounts): void {
  for (let bin = BINS - 1; bin >= 0; bin--)
    atLeast[bin] = (atLeast[bin] as number) + (atLeast[bin + 1] as number)
}

/** How many reach a score, to the width of a bin. */
export function countFrom({ atLeast }: ScoreCounts, score: number): number {
  return atLeast[Math.max(0, Math.min(BINS, Math.ceil((score - LOWEST) * PER_UNIT - 1e-4)))] ?? 0
}

/** The lowest score, to the width of a bin, that at most `count` reach. */
export function scoreReachedBy({ atLeast }: ScoreCounts, count: number): number {
  let low = 0
  let high = BINS
  while (low < high) {
    const middle = (low + high) >> 1
    if ((atLeast[middle] as number) <= count) high = middle
    else low = middle + 1
  }
  return scoreOfBin(low)
}

/** Mean and variance of how far those that reach `from` lie above it. */
export function excessOver(counts: ScoreCounts, from: number): { mean: number; variance: number } {
  const { atLeast } = counts
  const first = Math.max(0, Math.min(BINS, Math.ceil((from - LOWEST) * PER_UNIT - 1e-4)))
  const total = atLeast[first] ?? 0
  if (total === 0) return { mean: 0, variance: 0 }
  let sum = 0
  let squares = 0
  for (let bin = first; bin < BINS; bin++) {
    const here = (atLeast[bin] as number) - (atLeast[bin + 1] as number)
    if (here === 0) continue
    const above = scoreOfBin(bin + 0.5) - from
    sum += here * above
    squares += here * above * above
  }
  const mean = sum / total
  return { mean, variance: Math.max(0, squares / total - mean * mean) }
}
