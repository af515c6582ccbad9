import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreAt, tailOf } from '@/domain/face/calibration-tail'
import { scoreReachedBy } from '@/domain/face/score-counts'
import { bell, counted, heavy, normal, seeded } from './simulated-sites'

const many = (count: number, draw: (random: () => number) => number, seed = 1) => {
  const random = seeded(seed)
  return counted(Array.from({ length: count }, () => draw(random)))
}

/** The score that a share truly reaches, by halving. */
function quantile(above: (score: number) => number, rate: number): number {
  let [low, high] = [-1, 1]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (above(middle) > rate) low = middle
    else high = middle
  }
  return high
}

const exponential = {
  name: 'an exponential tail, which falls tenfold every .115',
  draw: (random: () => number) => -0.5 - 0.05 * Math.log(1 - random()),
  above: (score: number) => Math.min(1, Math.exp((-0.5 - score) / 0.05)),
}

const sizes = { few: 2000, many: 200_000 }
/**
 * How far the score for a rate may be off; a tenfold lower rate is .03 to .1 away. Where a few resemble each other much
 * more than the rest, and only they reach rare rates, nothing short of them tells how their tail goes on.
 */
const errors = [
  { count: sizes.few, rate: 1e-2, error: 0.02, mixed: 0.02 },
  { count: sizes.few, rate: 1e-3, error: 0.05, mixed: 0.05 },
  { count: sizes.few, rate: 1e-4, error: 0.09, mixed: 0.09 },
  { count: sizes.many, rate: 1e-2, error: 0.004, mixed: 0.004 },
  { count: sizes.many, rate: 1e-3, error: 0.01, mixed: 0.01 },
  { count: sizes.many, rate: 1e-4, error: 0.02, mixed: 0.02 },
  { count: sizes.many, rate: 1e-5, error: 0.03, mixed: 0.06 },
  { count: sizes.many, rate: 1e-6, error: 0.05, mixed: 0.1 },
]

describe.each([
  { known: exponential, mixed: false },
  { known: bell(0.1, 0.1), mixed: false },
  { known: heavy(0, 0.09, 0.043), mixed: true },
])('of $known.name', ({ known, mixed }) => {
  it.each(errors)('$count scores tell what a share of $rate reaches', ({ count, rate, ...within }) => {
    for (const seed of [1, 2, 3]) {
      const counts = many(count, known.draw, seed)
      const off = Math.abs(scoreAt(tailOf(counts), counts, rate) - quantile(known.above, rate))
      expect(off).toBeLessThan(mixed ? within.mixed : within.error)
    }
  })
})

describe('of scores that end', () => {
  it('a uniform distribution is never taken for shorter than it is', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const counts = many(2000, (random) => random() - 0.5, seed)
      for (const rate of [1e-3, 1e-4, 1e-5, 1e-6])
        expect(scoreAt(tailOf(counts), counts, rate)).toBeGreaterThan(0.5 - rate)
    }
  })
})

/** Any scores at all, from two on. */
const scores = fc
  .record({
    count: fc.integer({ min: 2, max: 3000 }),
    seed: fc.nat(),
    mean: fc.double({ min: -0.3, max: 0.5, noNaN: true }),
    spread: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
    power: fc.double({ min: 0.3, max: 2, noNaN: true }),
  })
  .map(({ count, seed, mean, spread, power }) =>
    many(
      count,
      (random) => {
        const z = normal(random)
        return Math.max(-1, Math.min(0.9999, mean + spread * Math.sign(z) * Math.abs(z) ** power))
      },
      seed,
    ),
  )
const power = fc.double({ min: -12, max: 0, noNaN: true })

describe('whatever the scores', () => {
  it('a lower rate never has a lower score', () => {
    fc.assert(
      fc.property(scores, power, fc.double({ min: 0, max: 4, noNaN: true }), (counts, first, more) => {
        const tail = tailOf(counts)
        const [lax, strict] = [first, first - more].map((exponent) => scoreAt(tail, counts, 10 ** exponent))
        expect(strict).toBeGreaterThanOrEqual((lax ?? 0) - 1e-9)
      }),
      { numRuns: 200 },
    )
  })
  it('nothing lies further than two decades beyond the nearest that was seen', () => {
    fc.assert(
      fc.property(scores, power, (counts, exponent) => {
        const tail = tailOf(counts)
        expect(tail.highest).toBe(scoreReachedBy(counts, 0))
        const most = tail.highest + 2 * tail.scale * Math.LN10
        expect(scoreAt(tail, counts, 10 ** exponent)).toBeLessThanOrEqual(most + 1e-9)
      }),
      { numRuns: 200 },
    )
  })
  it('tails are no heavier than an exponential’s and end no sooner than the shape -.3 says', () => {
    fc.assert(
      fc.property(scores, (counts) => {
        const { shape, scale, share } = tailOf(counts)
        expect(shape).toBeLessThanOrEqual(0)
        expect(shape).toBeGreaterThanOrEqual(-0.3)
        expect(scale).toBeGreaterThanOrEqual(0)
        expect(share).toBeGreaterThanOrEqual(0.01)
        expect(share).toBeLessThanOrEqual(0.1)
      }),
      { numRuns: 200 },
    )
  })
})
