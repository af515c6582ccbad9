import { NEAREST } from './cohort'

/** The sum of the nearest scores, and what is needed to leave one out of it. */
export interface Top {
  sum: number
  count: number
  /** The lowest of those that count, and the one after it. */
  last: number
  next: number | null
}

/** Of scores in falling order. */
export function topOf(scores: readonly number[]): Top {
  let sum = 0
  const count = Math.min(NEAREST, scores.length)
  for (let i = 0; i < count; i++) sum += scores[i] as number
  return { sum, count, last: scores[count - 1] ?? Number.POSITIVE_INFINITY, next: scores[NEAREST] ?? null }
}

/** The mean of the nearest without somebody who has this score. */
export function meanWithout({ sum, count, last, next }: Top, score: number): number {
  if (count === 0) return 0
  if (score < last) return sum / count
  if (next !== null) return (sum - score + next) / count
  return count > 1 ? (sum - score) / (count - 1) : 0
}
