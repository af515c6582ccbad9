import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closeCounts,
  countFrom,
  countScore,
  emptyCounts,
  excessOver,
  scoreReachedBy,
} from '@/domain/face/score-counts'

/** The width of a bin. */
const WIDTH = 1e-4

function counted(scores: readonly number[]) {
  const counts = emptyCounts()
  for (const score of scores) countScore(counts, score)
  closeCounts(counts)
  return counts
}

/** Scores of whole bins, so that what is counted can be said without a rounding. */
const score = fc.integer({ min: -29_000, max: 9_999 }).map((bin) => bin / 10_000)
const scores = fc.array(score, { minLength: 1, maxLength: 60 })

describe('counted scores', () => {
  it('know how many reach a score', () => {
    fc.assert(
      fc.property(scores, score, (all, from) => {
        const counts = counted(all)
        expect(counts.count).toBe(all.length)
        expect(countFrom(counts, from)).toBe(all.filter((one) => one >= from).length)
        for (const one of all) expect(countFrom(counts, one)).toBe(all.filter((x) => x >= one).length)
      }),
    )
  })
  it('know the lowest score that at most so many reach', () => {
    fc.assert(
      fc.property(scores, fc.nat(60), (all, most) => {
        const counts = counted(all)
        const found = scoreReachedBy(counts, most)
        const reach = (from: number) => all.filter((one) => one >= from - WIDTH / 4).length
        expect(reach(found)).toBeLessThanOrEqual(most)
        if (found > -3) expect(reach(found - WIDTH)).toBeGreaterThan(most)
      }),
    )
  })
  it('know how far those that reach a score lie above it', () => {
    fc.assert(
      fc.property(scores, score, (all, from) => {
        const above = all.filter((one) => one >= from).map((one) => one - from)
        const { mean, variance } = excessOver(counted(all), from)
        if (above.length === 0) {
          expect({ mean, variance }).toEqual({ mean: 0, variance: 0 })
          return
        }
        const naive = above.reduce((sum, x) => sum + x, 0) / above.length
        const squares = above.reduce((sum, x) => sum + (x - naive) ** 2, 0) / above.length
        // Each counts as lying in the middle of its bin.
        expect(mean).toBeCloseTo(naive + WIDTH / 2, 8)
        expect(variance).toBeCloseTo(squares, 8)
      }),
    )
  })
  it.each([
    [-9, -3],
    [5, 0.9999],
  ])('of %d count as %d, the nearest there is', (given, kept) => {
    const counts = counted([given])
    expect(countFrom(counts, kept)).toBe(1)
    expect(scoreReachedBy(counts, 0)).toBeCloseTo(kept + WIDTH, 9)
  })
  it('of nobody reach nothing', () => {
    const none = counted([])
    expect(countFrom(none, -3)).toBe(0)
    expect(scoreReachedBy(none, 0)).toBe(-3)
    expect(excessOver(none, 0)).toEqual({ mean: 0, variance: 0 })
  })
})
