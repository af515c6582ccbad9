import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Calibration,
  calibrate,
  calibration,
  fewestToName,
  identifyThreshold,
} from '@/domain/face/calibration'
import { priorOf } from '@/domain/face/calibration-prior'
import { unit } from '@/domain/face/matching'
import { enrolled, populations, rate, sitters, truth } from './simulated-populations'
import { seeded, simulatedPeople, wanted } from './simulated-sites'

const prior = priorOf('retail-0095')
const site = (people: number, seed: number, more = {}) =>
  simulatedPeople({ people, size: 64, common: 0.05, photos: 3, noise: 0.5, ...more }, seeded(seed))
const measure = (people: ReturnType<typeof site>): Calibration => calibrate({ prior, people, wanted })

/** The same people, and a twin of each of the first few. */
function withTwins(people: ReturnType<typeof site>, twins: number, random: () => number) {
  return people.concat(
    people.slice(0, twins).map(({ id, vectors }) => ({
      id: `twin of ${id}`,
      vectors: vectors.map((v) => unit(v.map((x) => x + (0.3 * (random() - 0.5)) / 8))),
    })),
  )
}

describe('look-alikes', () => {
  it('are found wherever they were planted', () => {
    const sizes = fc.record({
      people: fc.integer({ min: 6, max: 150 }),
      twins: fc.integer({ min: 1, max: 3 }),
      seed: fc.integer(),
    })
    fc.assert(
      fc.property(sizes, ({ people, twins, seed }) => {
        const random = seeded(seed)
        const found = measure(withTwins(site(people, seed), twins, random)).lookAlikes
        const pairs = found.map(({ a, b }) => [a, b].sort().join(' & '))
        for (let i = 0; i < twins; i++) {
          const id = `person ${String(i).padStart(5, '0')}`
          expect(pairs).toContain([id, `twin of ${id}`].sort().join(' & '))
        }
      }),
      { numRuns: 40 },
    )
  })
  it('are found among thousands', () => {
    const { lookAlikes } = measure(withTwins(site(2000, 5), 2, seeded(5)))
    expect(lookAlikes.slice(0, 2).every(({ a, b }) => a.includes('twin') !== b.includes('twin'))).toBe(true)
  })
  it('are nobody where all differ', () => {
    expect(measure(site(40, 6)).lookAlikes).toEqual([])
  })
})

describe('a pair of twins, or somebody with two accounts', () => {
  it.each([8, 10, 13, 16, 21, 31, 41, 61])('among %d people refuses nobody else', (count) => {
    const draw = populations([0.05], seeded(count))
    const sitting = sitters(draw, 1, count - 2)
    const [twin] = sitters(draw, 1, 1)
    if (!twin) return
    const people = [...enrolled(sitting), ...enrolled([twin, twin], 'twin ')]
    const found = measure(people)
    expect(found.lookAlikes.map(({ a, b }) => [a, b])).toEqual([['twin 00000', 'twin 00001']])
    const { missed } = truth({ calibration: found, people, site: sitting, outsiders: [], fresh: 5 })
    expect(rate(missed)).toBeLessThan(0.05)
    for (const limit of ['withCode', 'alone', 'signIn', 'sure', 'duplicate'] as const)
      expect(found.thresholds[limit]).toBeLessThan(1)
  })
})

describe('a few who resemble each other, or invented accounts', () => {
  it.each([
    [8, 2, 0.7],
    [10, 3, 0.65],
    [12, 3, 0.6],
    [16, 5, 0.7],
    [20, 5, 0.65],
  ])('of %d people %d at %d of each other lock nobody else out', (count, alike, likeness) => {
    const random = seeded(count)
    const draw = populations([0.05], random)
    const sitting = sitters(draw, 1, count)
    const around = (centre: Float32Array, share: number, by: Float32Array) =>
      unit(centre.map((x, i) => Math.sqrt(share) * x + Math.sqrt(1 - share) * (by[i] as number)))
    const direction = (size: number) => unit(Array.from({ length: size }, () => random() - 0.5))
    const honest = enrolled(sitting)
    const size = honest[0]?.vectors[0]?.length ?? 0
    const centre = direction(size)
    const clique = Array.from({ length: alike }, (_, i) => {
      const face = around(centre, likeness, direction(size))
      return { id: `alike ${i}`, vectors: [0, 1, 2].map(() => around(face, 0.97, direction(size))) }
    })
    const people = [...honest, ...clique]
    const found = measure(people)
    const { missed } = truth({ calibration: found, people, site: sitting, outsiders: [], fresh: 5 })
    expect(rate(missed)).toBeLessThan(0.25)
    for (const limit of ['withCode', 'alone', 'signIn', 'sure', 'duplicate'] as const)
      expect(found.thresholds[limit]).toBeLessThan(0.9)
  })
})

describe('a calibration', () => {
  it('does not depend on the order of people or photos', () => {
    const people = site(25, 9)
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
        const next = () => stream.next().value as number
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, at: next() }))
            .sort((x, y) => x.at - y.at)
            .map(({ item }) => item)
        const other = measure(shuffled(people).map(({ id, vectors }) => ({ id, vectors: shuffled(vectors) })))
        const withoutPhotos = ({ lowestGenuine, ...rest }: Calibration) => ({
          ...rest,
          lowest: lowestGenuine.map(({ id, score }) => `${id} ${score}`),
        })
        expect(withoutPhotos(other)).toEqual(withoutPhotos(measure(people)))
      }),
      { numRuns: 15 },
    )
  })
  it('lists of each person only the photo that fits worst, the worst first', () => {
    const listed = measure(site(4, 11)).lowestGenuine
    expect(listed).toHaveLength(4)
    expect(new Set(listed.map(({ id }) => id)).size).toBe(4)
    expect(listed.map(({ score }) => score)).toEqual(listed.map(({ score }) => score).sort((a, b) => a - b))
  })
  it('orders its thresholds: likely, clock-in, sure, clearly the same', () => {
    for (const people of [0, 1, 2, 3, 8, 40, 300]) {
      const {
        likely,
        withCode: verify,
        alone,
        signIn,
        sure,
        duplicate,
        margin,
      } = measure(site(people, people)).thresholds
      expect(likely).toBeLessThanOrEqual(verify)
      expect(verify).toBeLessThanOrEqual(alone)
      expect(alone).toBeLessThanOrEqual(sure)
      expect(alone).toBeLessThanOrEqual(signIn)
      expect(duplicate).toBeGreaterThan(alone)
      expect(margin).toBeGreaterThan(0)
    }
  })
  it('draws falling false matches and rising false non-matches, each within its bounds', () => {
    const { curves } = measure(site(60, 4))
    for (const [i, { fmr, fnmr }] of curves.entries()) {
      for (const rate of [fmr, fnmr]) {
        expect(rate.low).toBeLessThanOrEqual(rate.rate)
        expect(rate.rate).toBeLessThanOrEqual(rate.high)
      }
      const before = curves[i - 1]
      if (!before) continue
      expect(fmr.rate).toBeLessThanOrEqual(before.fmr.rate + 1e-12)
      expect(fnmr.rate).toBeGreaterThanOrEqual(before.fnmr.rate - 1e-12)
    }
  })
  it('survives being kept as JSON', () => {
    const found = measure(site(12, 3))
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })
  it('lets others go on in between', () => {
    const steps = calibration({ prior, people: site(300, 1), wanted })
    let pauses = 0
    while (!steps.next().done) pauses++
    expect(pauses).toBeGreaterThan(20)
  })
  it('refuses vectors of two recognisers', () => {
    const people = [...site(2, 1), { id: 'other', vectors: [unit([1, 0, 0])] }]
    expect(() => measure(people)).toThrow(RangeError)
  })
})

describe('naming somebody among many', () => {
  it('begins at 43 people where a class is the whole site, and later for rarer mistakes', () => {
    expect(fewestToName(1e-3)).toBe(43)
    expect(fewestToName(1e-4)).toBeGreaterThan(43)
  })
  it('needs a stricter threshold the more there are', () => {
    const found = measure(site(300, 2))
    const scores = [2, 10, 30, 100, 300].map((size) => identifyThreshold(found, size, 1e-3))
    for (const [i, score] of scores.entries()) {
      expect(score).not.toBeNull()
      expect(score ?? 0).toBeGreaterThanOrEqual(scores[i - 1] ?? 0)
    }
  })
  it('is not supported by a handful of people, nor without having measured anybody', () => {
    expect(identifyThreshold(measure(site(8, 2)), 30, 1e-3)).toBeNull()
    expect(identifyThreshold(measure([]), 1, 1e-3)).toBeNull()
  })
})
