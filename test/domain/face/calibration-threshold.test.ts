import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrate } from '@/domain/face/calibration'
import { priorOf } from '@/domain/face/calibration-prior'
import { thresholdFor } from '@/domain/face/calibration-threshold'
import { bell, heavy, seeded, simulatedPeople, simulatedScores, trulyAbove } from './simulated-sites'

const prior = priorOf('retail-0095')
const wanted = { verify: 1e-4, sure: 1e-5 }

/** As on LFW, with another mean, another spread, and heavier tails. */
const populations = [
  bell(0, 0.1),
  bell(0.25, 0.12),
  bell(0.2, 0.06),
  bell(0.45, 0.08),
  heavy(0, 0.09, 0.043),
  heavy(0.2, 0.1, 0.043),
  heavy(0.1, 0.1, 0.06),
]

/**
 * How many times the wanted rate the true one may be, for the middle and for 19 of 20 sites of a size. A site of ten
 * has 45 pairs to say something about a rate of 1 in 10,000, so it may be mistaken; one of a thousand may not.
 */
const sizes = [
  { people: 10, sites: 40, middle: 2, worst: 8 },
  { people: 30, sites: 40, middle: 2.5, worst: 8 },
  { people: 100, sites: 20, middle: 3, worst: 6 },
  { people: 300, sites: 6, middle: 4, worst: 6 },
  { people: 1000, sites: 1, middle: 1.8, worst: 1.8 },
]

describe.each(populations)('among strangers with $name', (population) => {
  it.each(sizes)('a site of $people people keeps the wanted rates of false matches', (size) => {
    const random = seeded(size.people)
    for (const fmr of [wanted.verify, wanted.sure]) {
      const times = Array.from({ length: size.sites }, () => {
        const { score } = thresholdFor(simulatedScores(population, size.people, random), prior, fmr)
        return population.above(score) / fmr
      }).sort((a, b) => a - b)
      expect(times[Math.floor(times.length / 2)]).toBeLessThan(size.middle)
      expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(size.worst)
    }
  })
})

describe('galleries of vectors', () => {
  const sites = [10, 100, 1000, 5000].flatMap((people) =>
    [0, 0.3].map((common) => ({ people, common, size: 64 })),
  )
  it.each(sites)(
    '$people people with $common in common keep the wanted rates',
    (site) => {
      const { thresholds } = calibrate({
        prior,
        people: simulatedPeople(site, seeded(7)),
        wanted,
      })
      const allowed = site.people <= 10 ? 3 : 1.5
      expect(trulyAbove(site, thresholds.verify) / wanted.verify).toBeLessThan(allowed)
      expect(trulyAbove(site, thresholds.sure) / wanted.sure).toBeLessThan(allowed)
    },
    30_000,
  )

  it('are not asked for more than they prove once there are enough people', () => {
    const site = { people: 5000, common: 0, size: 64 }
    const { thresholds, basis } = calibrate({ prior, people: simulatedPeople(site, seeded(8)), wanted })
    expect(basis).toBe('site')
    expect(trulyAbove(site, thresholds.verify) / wanted.verify).toBeGreaterThan(0.6)
  }, 30_000)
})

describe('the threshold', () => {
  it('is the prior’s until there are three people, and never below it before the site proves that lower is safe', () => {
    for (const people of [0, 1, 2])
      expect(thresholdFor(simulatedScores(bell(0.3, 0.1), people, seeded(1)), prior, 1e-4)).toEqual({
        score: 0.53,
        basis: 'prior',
      })
    for (const people of [3, 10, 50, 200, 400]) {
      const { score, basis } = thresholdFor(simulatedScores(bell(-0.1, 0.05), people, seeded(2)), prior, 1e-4)
      expect(basis).toBe('blend')
      expect(score).toBeGreaterThanOrEqual(0.53)
    }
  })
  it('never falls as the wanted rate does', () => {
    const rates = fc.tuple(
      fc.double({ min: -6, max: -1, noNaN: true }),
      fc.double({ min: 0, max: 3, noNaN: true }),
    )
    const sites = fc.record({
      people: fc.integer({ min: 0, max: 120 }),
      seed: fc.integer(),
      population: fc.constantFrom(...populations),
    })
    fc.assert(
      fc.property(sites, rates, ({ people, seed, population }, [power, more]) => {
        const scores = simulatedScores(population, people, seeded(seed))
        const lax = thresholdFor(scores, prior, 10 ** power).score
        const strict = thresholdFor(scores, prior, 10 ** (power - more)).score
        expect(strict).toBeGreaterThanOrEqual(lax - 1e-9)
      }),
      { numRuns: 150 },
    )
  })
  it('of a recogniser nobody measured is cautious, and the site’s own people may lower it', () => {
    const unknown = priorOf('somebody’s own')
    expect(unknown.measured).toBe(false)
    const none = thresholdFor(simulatedScores(bell(0, 0.05), 0, seeded(3)), unknown, 1e-4).score
    const some = thresholdFor(simulatedScores(bell(0, 0.05), 60, seeded(3)), unknown, 1e-4).score
    expect(none).toBeGreaterThan(0.6)
    expect(some).toBeLessThan(none)
    expect(bell(0, 0.05).above(some)).toBeLessThan(1e-4)
  })
})
