import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BurstFrame, clearestFrame, decideBurst } from '@/domain/face/burst'
import { cohortOf, emptyCohort } from '@/domain/face/cohort'
import { cosine, unit } from '@/domain/face/matching'
import { burstVector, type Compare, comparing, type Limits } from '@/domain/face/verification'
import { populations } from './simulated-populations'
import { seeded } from './simulated-sites'

/** A unit vector in the plane, by its angle in degrees from Anna's. */
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180))
const [person, stranger] = [at(0), at(90)]
const frame = (vector: Float32Array, live: number | null = 0.9): BurstFrame => ({
  problem: null,
  vector,
  live,
})
const blurred: BurstFrame = { problem: 'face.blurred' }
const none: BurstFrame = { problem: 'face.none' }

const anna = { id: 'anna', template: person }
const limits: Limits = { weight: 0, most: 2, least: 0.3, lead: 0.02, alone: 0.8, withCode: 0.6, likely: 0.4 }
const decide = (...frames: BurstFrame[]) => decideBurst(frames, comparing(emptyCohort(), anna, limits))

test('the person is matched by all good frames together, and the one that is most like all of them is shown', () => {
  expect(decide(blurred, frame(at(25)), frame(at(-5)), frame(at(-20)))).toMatchObject({
    outcome: 'MATCHED',
    frame: 2,
    similarity: expect.closeTo(1, 3),
    comparison: { likeness: 'same' },
  })
})

test('one good frame is enough where the others cannot be used', () => {
  expect(decide(blurred, none, frame(at(10)))).toMatchObject({ outcome: 'MATCHED', frame: 2 })
})

test('a stranger in every frame is not matched', () => {
  const decision = decide(frame(stranger), frame(stranger), frame(stranger))
  expect(decision).toMatchObject({ outcome: 'NOT_MATCHED', reason: 'face.not_recognised' })
})

test('a stranger’s frames count as well: one good frame of three is not enough', () => {
  expect(decide(frame(stranger), frame(stranger), frame(person))).toMatchObject({ outcome: 'NOT_MATCHED' })
})

test.each([
  ['the person', 30, 'MATCHED', 'same'],
  ['perhaps the person, who needs a code as well', 45, 'MATCHED', 'possible'],
  ['nearly enough, so that more pictures may tell', 60, 'NOT_MATCHED', 'almost'],
  ['somebody else', 80, 'NOT_MATCHED', 'other'],
])('%s', (_, degrees, outcome, likeness) => {
  expect(decide(frame(at(degrees)))).toMatchObject({ outcome, comparison: { likeness } })
})

test('who else of the site is as near makes it nobody, however near', () => {
  const cohort = cohortOf([anna, { id: 'berta', template: at(31) }])
  const decided = (degrees: number) => decideBurst([frame(at(degrees))], comparing(cohort, anna, limits))
  expect(decided(16)).toMatchObject({ outcome: 'NOT_MATCHED', comparison: { likeness: 'almost' } })
  expect(decided(10)).toMatchObject({ outcome: 'MATCHED' })
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
  expect(decision.outcome).toBe('NOT_MATCHED')
  expect(decision.similarity).toBeCloseTo(0)
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

const vector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })
  .filter((v) => Math.hypot(...v) > 0.1)
  .map((v) => unit(v))

describe('all good frames', () => {
  test('are compared once, and their order does not matter', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 3 }), vector, (frames, template) => {
        fc.pre(Math.hypot(...frames.reduce((sum, v) => sum.map((x, i) => x + (v[i] ?? 0)))) > 0.1)
        const compare = comparing(emptyCohort(), { id: 'anna', template }, limits)
        let asked = 0
        const counting: Compare = (one) => {
          asked++
          return compare(one)
        }
        const there = decideBurst(
          frames.map((one) => frame(one)),
          counting,
        )
        const back = decideBurst(
          frames.toReversed().map((one) => frame(one)),
          compare,
        )
        expect(asked).toBe(1)
        expect(back.similarity).toBeCloseTo(there.similarity ?? 2, 5)
      }),
    )
  })

  test('show the frame that is nearest to their mean', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 3 }), (vectors) => {
        const usable = vectors.map((one, index) => ({ problem: null, vector: one, live: null, index }))
        const all = burstVector(usable)
        const shown = clearestFrame(usable, all)
        for (const other of usable)
          expect(cosine(shown?.vector ?? all, all)).toBeGreaterThanOrEqual(cosine(other.vector, all))
      }),
    )
  })
})

/** The share of the right people’s bursts that do not exceed what a share `fmr` of strangers’ bursts reaches. */
function missedAt(fmr: number, { strangers, genuine }: { strangers: number[]; genuine: number[] }): number {
  const limit = strangers.toSorted((a, b) => b - a)[Math.floor(fmr * strangers.length)] ?? 1
  return genuine.filter((score) => score <= limit).length / genuine.length
}

/** Bursts of people before a poor camera, by the mean of their frames and by the best of them. */
function bothWays(seed: number, noise: number) {
  const draw = populations([0.2], seeded(seed))
  const poor = (one: Float32Array) => {
    const other = draw(0).photos(1)[0]
    return unit(one.map((x, i) => x + noise * (other?.[i] ?? 0)))
  }
  const people = Array.from({ length: 160 }, () => draw(0))
  const together = (vectors: Float32Array[]) => burstVector(vectors.map((one) => ({ vector: one })))
  const templates = people.map(({ photos }) => together(photos(3)))
  const mean = { strangers: [] as number[], genuine: [] as number[] }
  const best = { strangers: [] as number[], genuine: [] as number[] }
  for (const [i, { photos }] of people.entries()) {
    const frames = photos(3).map(poor)
    const all = together(frames)
    for (const [j, template] of templates.entries()) {
      const kind = i === j ? 'genuine' : 'strangers'
      mean[kind].push(cosine(all, template))
      best[kind].push(Math.max(...frames.map((one) => cosine(one, template))))
    }
  }
  return { mean, best }
}

describe('the mean of three frames misses fewer of the right people than the best of them', () => {
  test.each([1.6, 2, 2.5])('frames in which %d parts of somebody else are mixed', (noise) => {
    const { mean, best } = bothWays(21, noise)
    const table = [1e-2, 1e-3].map((fmr) => ({ mean: missedAt(fmr, mean), best: missedAt(fmr, best) }))
    for (const row of table) expect(row.mean).toBeLessThan(row.best)
  })
})
