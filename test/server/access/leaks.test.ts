import { leaksIn } from '@test/support/leaks'
import { describe, expect, test } from 'vitest'

describe('the search for scores in an answer', () => {
  const secrets = new Set([0.7213456])
  test.each([
    ['a score by its name', { faceChecks: [{ similarity: null }] }],
    ['by part of a name', { json: { check: { liveThreshold: 1 } } }],
    ['under a harmless name', { quality: 0.7213456 }],
    ['in per cent and rounded', { fit: 72.135 }],
    ['inside a sentence', { message: 'It was 0.7213456.' }],
  ])('finds %s', (_, answer) => {
    expect(leaksIn(answer, secrets)).toHaveLength(1)
  })

  test('finds nothing in a band and a reason', () => {
    const answer = {
      band: 'SURE',
      reason: 'face.not_live',
      seconds: 30,
      share: 0.5,
      liveness: 'PAD',
      delivered: 1,
    }
    expect(leaksIn(answer, secrets)).toEqual([])
  })
})
