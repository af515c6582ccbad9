import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enrolmentAdvice } from '@/domain/face/enrolment-advice'
import type { Limits } from '@/domain/face/verification'

const limits: Limits = {
  weight: 0.5,
  most: 2,
  least: 0.35,
  lead: 0.02,
  alone: 0.6,
  withCode: 0.5,
  likely: 0.4,
}
/** 0.03 is to spare: 15 % of the way from likely to the threshold. */
const photos = (...scores: number[]) =>
  scores.map((score, i) => ({ photoId: `photo ${i + 1}`, fit: { score, cosine: score + 0.1, lead: 0.3 } }))

describe('photos of one person', () => {
  test('fewer than two say nothing', () => {
    expect(enrolmentAdvice([], limits)).toBeNull()
    expect(enrolmentAdvice(photos(0.9), limits)).toBeNull()
  })

  test('are good when each would be accepted alone by the others, with something to spare', () => {
    expect(enrolmentAdvice(photos(0.631, 0.7, 0.8), limits)).toEqual({ advice: 'good', worst: null })
  })

  test('need one more where one would be accepted with nothing to spare', () => {
    expect(enrolmentAdvice(photos(0.629, 0.629), limits)).toEqual({ advice: 'one_more', worst: null })
  })

  test('need one more where one would count only together with a code', () => {
    expect(enrolmentAdvice(photos(0.55, 0.55), limits)?.advice).toBe('one_more')
  })

  test('need one more where somebody else of the site comes nearer to one of them', () => {
    const [first, second] = photos(0.9, 0.9)
    if (!first || !second) throw new Error('two photos')
    const crowded = { ...second, fit: { ...second.fit, lead: 0.01 } }
    expect(enrolmentAdvice([first, crowded], limits)?.advice).toBe('one_more')
  })

  test('the one that clearly fits worst is named', () => {
    expect(enrolmentAdvice(photos(0.75, 0.5, 0.7), limits)).toEqual({ advice: 'one_more', worst: 'photo 2' })
  })

  test('of two nobody can say which fits worse', () => {
    expect(enrolmentAdvice(photos(0.5, 0.5), limits)?.worst).toBeNull()
  })

  test('where several fit badly, or the next one hardly better, none is named', () => {
    expect(enrolmentAdvice(photos(0.5, 0.55, 0.7), limits)?.worst).toBeNull()
    expect(enrolmentAdvice(photos(0.625, 0.64, 0.7), limits)?.worst).toBeNull()
  })

  test('of as many as can be kept, whichever fits worst may be replaced', () => {
    expect(enrolmentAdvice(photos(0.55, 0.54, 0.58, 0.59, 0.55), limits)?.worst).toBe('photo 2')
  })
})

test('the order of photos does not matter', () => {
  const some = fc.array(fc.double({ min: 0.3, max: 0.9, noNaN: true }), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(some, (scores) => {
      const given = photos(...scores)
      expect(enrolmentAdvice(given.toReversed(), limits)).toEqual(enrolmentAdvice(given, limits))
    }),
  )
})
