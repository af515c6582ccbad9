import { describe, expect, test } from 'vitest'
import { unit } from '@/domain/face/matching'
import { type RefusableFace, refusedPairs } from '@/domain/refused-matches'

const box = { x: 100, y: 100, width: 50, height: 60 }
const elsewhere = { ...box, x: 400 }
const stranger = unit([1, 0.2, 0])
const strangerAgain = unit([1, 0.25, 0.05])
const anna = unit([0.6, 0.8, 0])

const face = (changes: Partial<RefusableFace>): RefusableFace => ({
  id: 'face',
  fingerprint: 'other file',
  box,
  vector: null,
  ...changes,
})
const refusal = { studentId: 'anna', fingerprint: 'file', box, vector: stranger }
const pairs = (one: RefusableFace, changes: Partial<typeof refusal> = {}) =>
  refusedPairs({
    faces: [one],
    refusals: [{ ...refusal, ...changes }],
    means: new Map([['anna', anna]]),
    samePerson: 0.7,
  })

describe('"not this person" holds', () => {
  test('for the same place of the same file, even without a vector', () => {
    const moved = { ...box, x: 104 }
    expect(pairs(face({ fingerprint: 'file', box: moved }))).toEqual([{ faceId: 'face', studentId: 'anna' }])
  })

  test('not for another face of that file, nor for that place of another file', () => {
    expect(pairs(face({ fingerprint: 'file', box: elsewhere }))).toEqual([])
    expect(pairs(face({}))).toEqual([])
  })

  test('for the same person in another photo, by their vector', () => {
    expect(pairs(face({ vector: strangerAgain }))).toEqual([{ faceId: 'face', studentId: 'anna' }])
  })

  test('not for a face that is nearer to the student than to the refused one', () => {
    expect(pairs(face({ vector: unit([0.7, 0.75, 0]) }))).toEqual([])
  })

  test('once for a pair that was refused twice', () => {
    const twice = refusedPairs({
      faces: [face({ fingerprint: 'file' })],
      refusals: [refusal, refusal],
      means: new Map(),
      samePerson: 0.7,
    })
    expect(twice).toHaveLength(1)
  })
})
