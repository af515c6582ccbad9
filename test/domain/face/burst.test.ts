import { expect, test } from 'vitest'
import { type BurstFrame, decideBurst } from '@/domain/face/burst'

const person = Float32Array.of(1, 0)
const stranger = Float32Array.of(0, 1)
const frame = (vector: Float32Array, live: number | null = 0.9): BurstFrame => ({
  problem: null,
  vector,
  live,
})
const blurred: BurstFrame = { problem: 'face.blurred' }
const none: BurstFrame = { problem: 'face.none' }

const decide = (...frames: BurstFrame[]) => decideBurst(frames, [person], 0.5)

test('the person in one good frame of three is matched by that frame', () => {
  expect(decide(blurred, frame(stranger), frame(person))).toMatchObject({
    outcome: 'MATCHED',
    frame: 2,
    similarity: 1,
  })
})

test('a stranger in every frame is not matched', () => {
  const decision = decide(frame(stranger), frame(stranger), frame(stranger))
  expect(decision).toMatchObject({ outcome: 'NOT_MATCHED', reason: 'face.not_recognised' })
})

test('one frame that shows a screen refuses a burst of two, however well the other matches', () => {
  expect(decide(frame(person), frame(person, 0.02))).toMatchObject({ outcome: 'NOT_LIVE', frame: 1 })
})

test('two frames that show a screen refuse a burst of three; the surest of them is kept as the reason', () => {
  const decision = decide(frame(person, 0.04), frame(person), frame(person, 0.001))
  expect(decision).toMatchObject({ outcome: 'NOT_LIVE', frame: 2, live: 0.001 })
})

test('one unlucky frame of a live face does not refuse the two others', () => {
  expect(decide(frame(person, 0.7), frame(person, 0.03), frame(person, 0.8))).toMatchObject({
    outcome: 'MATCHED',
  })
})

test('two frames that just pass do not make up for one that is surely a screen', () => {
  const decision = decide(frame(person, 0.15), frame(person, 0.0001), frame(person, 0.15))
  expect(decision).toMatchObject({ outcome: 'NOT_LIVE', frame: 1 })
})

test('the face on a screen that is held up for one frame is not compared: whoever else stands there is', () => {
  const decision = decide(frame(stranger), frame(person, 0.01), frame(stranger))
  expect(decision).toMatchObject({ outcome: 'NOT_MATCHED', similarity: 0 })
})

test('of a burst with one usable frame that frame must pass', () => {
  expect(decide(blurred, frame(person, 0.09), none)).toMatchObject({ outcome: 'NOT_LIVE', frame: 1 })
  expect(decide(blurred, frame(person, 0.11), none)).toMatchObject({ outcome: 'MATCHED', frame: 1 })
})

test('without a PAD model the match alone decides', () => {
  expect(decide(frame(person, null))).toMatchObject({ outcome: 'MATCHED', live: null })
})

test('without a usable frame the commonest problem is the reason', () => {
  expect(decide(none, blurred, none)).toMatchObject({ outcome: 'UNUSABLE', reason: 'face.none', frame: 2 })
})

test('of two equally frequent problems the last one is the reason', () => {
  expect(decide(none, blurred)).toMatchObject({ outcome: 'UNUSABLE', reason: 'face.blurred', frame: 1 })
})
