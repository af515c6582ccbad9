import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accuracyAt,
  bestThreshold,
  fnmrAt,
  foldedAccuracy,
  impostorHistogram,
  pairCount,
  type ScoredPair,
  thresholdAtFmr,
} from '@/domain/face/evaluation'
import { cosine, unit } from '@/domain/face/matching'

const pair = (similarity: number, same: boolean, fold = 0): ScoredPair => ({ similarity, same, fold })

describe('the threshold that answers most pairs rightly', () => {
  it('lies in the middle of the gap between strangers and the same person', () => {
    const pairs = [pair(0.1, false), pair(0.2, false), pair(0.6, true), pair(0.8, true)]
    expect(bestThreshold(pairs)).toBeCloseTo(0.4)
    expect(accuracyAt(pairs, bestThreshold(pairs))).toBe(1)
  })

  it('is never beaten by any other', () => {
    const pairs = fc.array(
      fc.record({
        similarity: fc.integer({ min: -20, max: 20 }).map((n) => n / 20),
        same: fc.boolean(),
        fold: fc.constant(0),
      }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(pairs, fc.double({ min: -2, max: 2, noNaN: true }), (all, other) => {
        expect(accuracyAt(all, bestThreshold(all))).toBeGreaterThanOrEqual(accuracyAt(all, other))
      }),
    )
  })
})

describe('accuracy over folds', () => {
  it('answers each fold with the threshold of the others', () => {
    // Fold 1 alone would choose 0.75; fold 0 makes it answer with 0.4, which is wrong once.
    const pairs = [pair(0.3, false, 0), pair(0.5, true, 0), pair(0.7, false, 1), pair(0.8, true, 1)]
    expect(foldedAccuracy(pairs)).toEqual({ accuracy: 0.5, std: 0 })
  })

  it('of perfect folds is 1 without any spread', () => {
    const pairs = [0, 1, 2].flatMap((fold) => [pair(0.1, false, fold), pair(0.9, true, fold)])
    expect(foldedAccuracy(pairs)).toEqual({ accuracy: 1, std: 0 })
  })
})

describe('pairs of strangers', () => {
  const people = ['anna', 'anna', 'berta', 'clara']
  const vectors = [
    [1, 0, 0, 0, 0],
    [1, 0.1, 0, 0, 0],
    [0, 1, 0, 0, 0.2],
    [0.5, 0.5, 0, 0.7, 0],
  ].map((v) => unit(v))
  const packed = Float32Array.from(vectors.flatMap((v) => [...v]))

  it('are all pairs but those of one person', () => {
    expect(pairCount(impostorHistogram(packed, 5, people, 1000))).toBe(5)
  })

  it('are thinned out evenly above the limit', () => {
    expect(pairCount(impostorHistogram(packed, 5, people, 3))).toBeLessThanOrEqual(3)
  })

  it('stand in the bin of their cosine', () => {
    const histogram = impostorHistogram(packed, 5, people, 1000)
    const bins = new Set([...histogram.keys()].filter((bin) => histogram[bin]))
    for (const [i, a] of vectors.entries()) {
      for (const [j, b] of vectors.entries()) {
        if (j <= i || people[i] === people[j]) continue
        const bin = Math.floor((cosine(a, b) + 1) * 10_000)
        expect(bins.has(bin) || bins.has(bin + 1) || bins.has(bin - 1)).toBe(true)
      }
    }
  })

  it('set the threshold of a false match rate: no more of them lie above it', () => {
    const histogram = new Uint32Array(20_000)
    for (let bin = 10_000; bin < 11_000; bin++) histogram[bin] = 1
    const threshold = thresholdAtFmr(histogram, 0.01) ?? Number.NaN
    // Ten of a thousand may match: those in the bins from 0.099 to 0.1.
    expect(threshold).toBeCloseTo(0.099, 6)
  })

  it('say nothing about a rate that they are too few for', () => {
    expect(thresholdAtFmr(impostorHistogram(packed, 5, people, 1000), 0.01)).toBeNull()
  })
})

describe('missed genuine pairs', () => {
  it.each([
    [0.5, 0.25],
    [0.2, 0],
    [0.9, 1],
  ])('at threshold %d the share is %d', (threshold, share) => {
    expect(fnmrAt([0.3, 0.6, 0.7, 0.8], threshold)).toBe(share)
  })

  it('of no pairs at all is none', () => {
    expect(fnmrAt([], 0.5)).toBe(0)
  })
})
