import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NEAREST } from '@/domain/face/cohort'
import { meanWithout, topOf } from '@/domain/face/top-scores'

const falling = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 12 })
  .map((list) => list.sort((a, b) => b - a))
const mean = (list: readonly number[]) =>
  list.length === 0 ? 0 : list.reduce((sum, x) => sum + x, 0) / list.length

describe('the mean of the nearest', () => {
  it.each<[string, number[], number, number]>([
    ['of nobody is nothing', [], 0.5, 0],
    ['without the only one is nothing', [0.5], 0.5, 0],
    ['of few is theirs', [0.6, 0.4], 0.1, 0.5],
    ['without one of few is the others’', [0.6, 0.4], 0.6, 0.4],
    ['of many is that of the first five', [0.9, 0.8, 0.7, 0.6, 0.5, 0.1], 0.1, 0.7],
    ['without one of the first five takes in the sixth', [0.9, 0.8, 0.7, 0.6, 0.5, 0.4], 0.9, 0.6],
  ])('%s', (_, scores, leftOut, expected) => {
    expect(meanWithout(topOf(scores), leftOut)).toBeCloseTo(expected, 12)
  })

  it('is what leaving the one out and taking the first five comes to', () => {
    fc.assert(
      fc.property(falling, fc.nat(11), (scores, at) => {
        fc.pre(at < scores.length)
        const naive = mean(scores.filter((_, i) => i !== at).slice(0, NEAREST))
        expect(meanWithout(topOf(scores.slice(0, NEAREST + 2)), scores[at] as number)).toBeCloseTo(naive, 9)
      }),
    )
  })
})
