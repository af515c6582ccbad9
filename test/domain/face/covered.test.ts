import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandsOf, coveredProbability } from '@/domain/face/covered'

/** Features of which each channel has one value in each row of its grid. */
const featuresOf = (value: (channel: number, row: number) => number) =>
  Float32Array.from({ length: 128 * 36 }, (_, i) => value(Math.floor(i / 36), Math.floor((i % 36) / 6)))

describe('the bands of a face', () => {
  test('are three for each channel, forehead first, each the mean of two rows', () => {
    const bands = bandsOf(featuresOf((channel, row) => channel + row))
    expect(bands).toHaveLength(384)
    expect([...bands.subarray(0, 6)].map((value) => Math.round(value * 100) / 100)).toEqual([
      0.5, 2.5, 4.5, 1.5, 3.5, 5.5,
    ])
  })
})

test('whatever the landmark model saw, a face is covered with a probability', () => {
  const number = fc.float({ min: -50, max: 50, noNaN: true })
  fc.assert(
    fc.property(number, number, fc.integer({ min: 1, max: 17 }), (base, step, period) => {
      const probability = coveredProbability(
        featuresOf((channel, row) => base + step * ((channel + row) % period)),
      )
      expect(probability).toBeGreaterThanOrEqual(0)
      expect(probability).toBeLessThanOrEqual(1)
    }),
  )
})
