import { describe, expect, test } from 'vitest'
import type { BurstFrame } from '@/domain/face/burst'
import { emptyCohort } from '@/domain/face/cohort'
import { unit } from '@/domain/face/matching'
import { decideTogether } from '@/domain/face/more-pictures'
import { burstVector, comparing, type Limits } from '@/domain/face/verification'

const limits: Limits = { weight: 0, most: 2, least: 0.3, lead: 0, alone: 0.7, withCode: 0.7, likely: 0.4 }
const samePerson = 0.45
const at = (degrees: number) => {
  const radians = (degrees * Math.PI) / 180
  return Float32Array.of(Math.cos(radians), Math.sin(radians))
}
const frame = (vector: Float32Array, live: number | null = 0.9): BurstFrame => ({
  problem: null,
  vector,
  live,
})
const look = (...degrees: number[]) => burstVector(degrees.map((one) => ({ vector: at(one) })))
const compare = comparing(emptyCohort(), { id: 'anna', template: at(0) }, limits)
const decide = (first: Float32Array, ...frames: BurstFrame[]) =>
  decideTogether(first, frames, { compare, limits, samePerson })

describe('two looks at one person', () => {
  test('match by the mean of what they score', () => {
    const decision = decide(look(55), frame(at(15)))
    expect(decision).toMatchObject({ outcome: 'MATCHED', reason: null })
    expect(decision.similarity).toBeCloseTo(
      (Math.cos((55 * Math.PI) / 180) + Math.cos((15 * Math.PI) / 180)) / 2,
      5,
    )
  })

  test('count alike, however many frames of each were good', () => {
    const many = [frame(at(10)), frame(at(10)), frame(at(10))]
    expect(decide(look(60), ...many).similarity).toBeCloseTo(
      decide(look(60), frame(at(10))).similarity ?? 0,
      5,
    )
  })

  test('do not match where the mean is not enough', () => {
    expect(decide(look(55, 55, 55), frame(at(40)))).toMatchObject({
      outcome: 'NOT_MATCHED',
      reason: 'face.not_recognised',
    })
  })

  test('a better second look does not count where it shows somebody else', () => {
    const decision = decide(look(65), frame(at(0)))
    expect(decision).toMatchObject({ outcome: 'NOT_MATCHED' })
    expect(decision.similarity).toBeCloseTo(Math.cos((65 * Math.PI) / 180), 5)
  })

  test('one stranger among the new frames is enough for none of them to count', () => {
    expect(decide(look(50), frame(at(10)), frame(at(-60)))).toMatchObject({ outcome: 'NOT_MATCHED' })
  })

  test('the new frames must be good and alive by themselves', () => {
    expect(decide(look(20), { problem: 'face.too_dark' })).toMatchObject({
      outcome: 'UNUSABLE',
      reason: 'face.too_dark',
    })
    expect(decide(look(20), frame(at(0), 0.01))).toMatchObject({ outcome: 'NOT_LIVE' })
  })

  test('the order of the looks does not matter', () => {
    const one = decide(look(55, 50), frame(at(15)))
    const other = decide(look(15), frame(at(55)), frame(at(50)))
    expect(one.similarity).toBeCloseTo(other.similarity ?? 0, 6)
  })
})

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface Sitting {
  /** Cosine of two frames of different bursts of one person, and of two of the same burst. */
  across: number
  within: number
}

/** How much of a person's vector is shared with the claimed one, as a spread over people; as in a gallery of LFW. */
const SPREAD = 0.12
const TRIES = 200_000
const SIZE = 48

/**
 * Strangers who present themselves twice: vectors whose cosines are as wanted, of which everything but the direction of
 * the template is summed up as its length.
 */
function strangers({ across, within }: Sitting, random: () => number) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const [person, burst, single] = [across, within - across, 1 - within].map(Math.sqrt) as [
    number,
    number,
    number,
  ]
  const length = Math.sqrt(within + (1 - within) / 3)
  return Array.from({ length: TRIES }, () => {
    const shared = person * SPREAD * normal()
    const one = () => burst * SPREAD * normal() + (single * normal()) / 16 / Math.sqrt(3)
    const [first, second] = [one(), one()]
    return { first: (shared + first) / length, second: (shared + second) / length }
  })
}

describe('strangers who may look twice pass at most 1.25 times as often as those who may look once', () => {
  const sittings: Sitting[] = [
    { across: 0.5, within: 0.95 },
    { across: 0.6, within: 0.9 },
    { across: 0.6, within: 0.7 },
    { across: 0.7, within: 0.9 },
    { across: 0.8, within: 0.95 },
  ]
  const rates = [
    { fmr: 1e-2, likelyFmr: 5e-2 },
    { fmr: 1e-3, likelyFmr: 1e-2 },
    { fmr: 1e-3, likelyFmr: 1e-1 },
  ]
  test.each(sittings.flatMap((sitting) => rates.map((rate) => ({ ...sitting, ...rate }))))(
    'bursts $across alike, frames $within, at $fmr with likely at $likelyFmr',
    ({ fmr, likelyFmr, ...sitting }) => {
      const tries = strangers(sitting, seeded(7))
      const scores = tries.map(({ first }) => first).sort((x, y) => y - x)
      const alone = scores[TRIES * fmr] as number
      const likely = scores[TRIES * likelyFmr] as number
      const once = tries.filter(({ first }) => first > alone).length
      const either = tries.filter(
        ({ first, second }) => first > alone || (first >= likely && (first + second) / 2 >= alone),
      ).length
      expect(either).toBeGreaterThan(once)
      expect(either / once).toBeLessThanOrEqual(1.25)
    },
  )
})

describe('by whole vectors', () => {
  const random = seeded(11)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const mixed = (from: Float32Array, share: number) => {
    const other = unit(Float32Array.from({ length: SIZE }, normal))
    return unit(
      from.map((value, i) => Math.sqrt(share) * value + Math.sqrt(1 - share) * (other[i] as number)),
    )
  }
  /** Two bursts of somebody whose faces in them have a share `across` in common. */
  const bursts = (person: Float32Array, across: number) =>
    [0, 1].map(() => {
      const sitting = mixed(person, across)
      return Array.from({ length: 3 }, () => frame(mixed(sitting, 0.9)))
    }) as [BurstFrame[], BurstFrame[]]
  const lookAt = (frames: BurstFrame[]) =>
    burstVector(frames.flatMap((one) => (one.problem === null ? [one] : [])))

  function passing(strangers: boolean, tries: number) {
    const count = { once: 0, either: 0 }
    for (let i = 0; i < tries; i++) {
      const person = unit(Float32Array.from({ length: SIZE }, normal))
      const template = strangers ? unit(Float32Array.from({ length: SIZE }, normal)) : mixed(person, 0.8)
      const claimed = { id: 'anna', template }
      const decidedBy = strangers
        ? { ...limits, alone: 0.34, withCode: 0.34, likely: 0.2, least: 0 }
        : { ...limits, alone: 0.75, withCode: 0.75, likely: 0.5 }
      const [first, second] = bursts(person, 0.75)
      const one = lookAt(first)
      const { likeness } = comparing(emptyCohort(), claimed, decidedBy)(one)
      if (likeness === 'same') count.once++
      const judged = { compare: comparing(emptyCohort(), claimed, decidedBy), limits: decidedBy, samePerson }
      if (likeness === 'same') count.either++
      else if (likeness === 'almost' && decideTogether(one, second, judged).outcome === 'MATCHED')
        count.either++
    }
    return count
  }

  test('strangers gain at most a quarter', () => {
    const { once, either } = passing(true, 10_000)
    expect(once).toBeGreaterThan(50)
    expect(either / once).toBeLessThanOrEqual(1.25)
  })

  test('the right people who missed get in at last', () => {
    const { once, either } = passing(false, 2000)
    expect((either - once) / (2000 - once)).toBeGreaterThan(0.1)
  })
})
