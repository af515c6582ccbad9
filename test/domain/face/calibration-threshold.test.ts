import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { priorOf, priorScore } from '@/domain/face/calibration-prior'
import { scoreAt } from '@/domain/face/calibration-tail'
import { possibleFrom, tailsOf, thresholdFor } from '@/domain/face/calibration-threshold'
import type { SiteScores } from '@/domain/face/site-scores'
import { bell, counted, heavy, seeded, simulatedScores } from './simulated-sites'

const prior = priorOf('retail-0095')
const at = (fmr: number) => ({ member: fmr, outsider: fmr })
const threshold = (scores: SiteScores, fmr: number, by = prior) =>
  thresholdFor(scores, tailsOf(scores), by, at(fmr))

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
 * How many times the wanted rate the true one may be, for the middle and for 19 of 20 sites of a size: at the rate of
 * clocking in, and at one ten times rarer. A site of ten has 90 comparisons to say something about a rate of 1 in
 * 10,000, and where its people resemble each other more than the hardest known nothing else tells it; one of a thousand
 * may not be mistaken. Every comparison is of one photo, so this is harder than a site of people with three.
 */
const sizes = [
  { people: 10, sites: 40, clockIn: { middle: 2, worst: 8 }, rare: { middle: 2, worst: 8 } },
  { people: 30, sites: 40, clockIn: { middle: 1.5, worst: 3.5 }, rare: { middle: 2.5, worst: 9 } },
  { people: 100, sites: 20, clockIn: { middle: 1.5, worst: 2 }, rare: { middle: 2.5, worst: 5 } },
  { people: 300, sites: 6, clockIn: { middle: 1.5, worst: 1.5 }, rare: { middle: 2, worst: 2 } },
  { people: 1000, sites: 1, clockIn: { middle: 1.5, worst: 1.5 }, rare: { middle: 1.8, worst: 1.8 } },
]
const HARDER_THAN_KNOWN = 4

describe.each(populations)('among strangers with $name', (population) => {
  it.each(sizes)('a site of $people people keeps the wanted rates of false matches', (size) => {
    const random = seeded(size.people)
    for (const [fmr, { middle, worst }] of [
      [1e-3, size.clockIn],
      [1e-4, size.rare],
    ] as const) {
      const times = Array.from({ length: size.sites }, () => {
        const { score } = threshold(simulatedScores(population, size.people, random), fmr)
        return population.above(score) / fmr
      }).sort((a, b) => a - b)
      const harder = size.people < 30 && population.above(priorScore(prior, fmr)) > fmr
      expect(times[Math.floor(times.length / 2)]).toBeLessThan(middle * (harder ? HARDER_THAN_KNOWN : 1))
      expect(times[Math.ceil(times.length * 0.95) - 1]).toBeLessThan(worst * (harder ? HARDER_THAN_KNOWN : 1))
    }
  })
})

describe('the threshold', () => {
  it('is the prior’s until there are eight people', () => {
    for (const people of [0, 1, 2, 7])
      expect(threshold(simulatedScores(bell(0.3, 0.1), people, seeded(1)), 1e-4)).toEqual({
        score: 0.65,
        basis: 'prior',
      })
    expect(threshold(simulatedScores(bell(0.3, 0.1), 8, seeded(1)), 1e-4).basis).toBe('blend')
  })
  it('never lies below what the site’s own people say, and the prior counts for less the more they are', () => {
    let before = Number.POSITIVE_INFINITY
    for (const people of [8, 10, 50, 200, 400]) {
      const scores = simulatedScores(bell(-0.1, 0.05), people, seeded(2))
      const tails = tailsOf(scores)
      const { score, basis } = threshold(scores, 1e-4)
      expect(basis).toBe(people < 400 ? 'blend' : 'site')
      expect(score).toBeGreaterThanOrEqual(tails ? scoreAt(tails.outsiders, scores.outsiders, 1e-4) : 1)
      expect(score).toBeLessThan(before)
      before = score
    }
    expect(before).toBeLessThan(0.3)
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
        const lax = threshold(scores, 10 ** power).score
        const strict = threshold(scores, 10 ** (power - more)).score
        expect(strict).toBeGreaterThanOrEqual(lax - 1e-9)
      }),
      { numRuns: 150 },
    )
  })
  it('of members is that of the nearest who lead, or of all where that is lower', () => {
    const scores = simulatedScores(bell(0, 0.1), 60, seeded(4))
    const rate = { member: 1e-3, outsider: 0.05 }
    const byOutsiders = thresholdFor(scores, tailsOf(scores), prior, rate).score
    const withLeading = (...leading: number[]) => ({ ...scores, leading: counted(leading) })
    // Of 3,540 comparisons three may reach it.
    for (const [leading, expected] of [
      [[], byOutsiders],
      [[0.29, 0.28, 0.27], byOutsiders],
      [[0.29, 0.28, 0.275, 0.27], Math.max(byOutsiders, 0.2701)],
    ] as const) {
      const found = withLeading(...leading)
      expect(thresholdFor(found, tailsOf(found), prior, rate).score).toBeCloseTo(expected, 6)
    }
    const found = withLeading(0.8, 0.8, 0.8, 0.8)
    const tails = tailsOf(found)
    const all = tails ? scoreAt(tails.members, found.members, 1e-3) : 0
    expect(thresholdFor(found, tails, prior, rate).score).toBeCloseTo(Math.max(byOutsiders, all), 6)
  })
  it('has a band below it in which a code is needed, until people are many enough to be believed', () => {
    for (const people of [8, 12, 22, 23, 60]) {
      const scores = simulatedScores(bell(0, 0.1), people, seeded(5))
      const tails = tailsOf(scores)
      const possible = tails ? possibleFrom(scores, tails, at(2e-3)) : 0
      if (people >= 23) expect(possible).toBe(Number.POSITIVE_INFINITY)
      else expect(possible).toBeLessThan(threshold(scores, 2e-3).score)
    }
  })
  it('of a recogniser nobody measured is cautious, and the site’s own people may lower it', () => {
    const unknown = priorOf('somebody’s own')
    expect(unknown.measured).toBe(false)
    const none = threshold(simulatedScores(bell(0, 0.05), 0, seeded(3)), 1e-4, unknown).score
    const some = threshold(simulatedScores(bell(0, 0.05), 60, seeded(3)), 1e-4, unknown).score
    expect(none).toBeGreaterThan(0.6)
    expect(some).toBeLessThan(none)
    expect(bell(0, 0.05).above(some)).toBeLessThan(1e-4)
  })
})
