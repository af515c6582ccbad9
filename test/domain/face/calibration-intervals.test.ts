import { describe, expect, it } from 'vitest'
import {
  betaQuantile,
  clopperPearson,
  designEffect,
  incompleteBeta,
  upperBound,
} from '@/domain/face/calibration-intervals'

describe('the incomplete beta function', () => {
  it.each([
    // Closed forms: I_x(1, b) = 1 - (1 - x)^b, I_x(a, 1) = x^a, I_½(a, a) = ½.
    [0.3, 1, 4, 1 - 0.7 ** 4],
    [0.3, 5, 1, 0.3 ** 5],
    [0.5, 123.4, 123.4, 0.5],
    // The chance of at most 3 heads in 10 throws, 176 of 1024.
    [0.5, 7, 4, 176 / 1024],
  ])('I_%d(%d, %d) is %d', (x, a, b, value) => {
    expect(incompleteBeta(x, a, b)).toBeCloseTo(value, 12)
  })
  it('is found again from its value, also far out and for millions of trials', () => {
    for (const [a, b] of [
      [1, 1e7],
      [46, 4.5e6],
      [2.5, 0.5],
      [1000, 10],
    ] as const)
      expect(incompleteBeta(betaQuantile(0.975, a, b), a, b)).toBeCloseTo(0.975, 6)
  })
})

describe('Clopper and Pearson’s bounds', () => {
  it.each([
    // Published in textbooks and by R's binom.test.
    [1, 10, 0.002529, 0.445016],
    [5, 10, 0.187086, 0.812914],
    [10, 100, 0.049005, 0.176223],
    [0, 20, 0, 0.168433],
    [20, 20, 0.831567, 1],
  ])('%d of %d lies between %d and %d', (events, trials, low, high) => {
    const bounds = clopperPearson(events, trials)
    expect(bounds.low).toBeCloseTo(low, 5)
    expect(bounds.high).toBeCloseTo(high, 5)
  })
  it('say by the rule of three that none of 3,000 is at most 1 of 1,000', () => {
    expect(upperBound(0, 3000)).toBeCloseTo(1 - 0.05 ** (1 / 3000), 8)
    expect(upperBound(0, 3000)).toBeLessThan(1e-3)
  })
  it('know nothing without a trial', () => {
    expect(clopperPearson(0, 0)).toEqual({ rate: 0, low: 0, high: 1 })
  })
})

describe('what dependent pairs are worth', () => {
  it('is all of them where the pairs above share nobody', () => {
    expect(designEffect([1, 1, 1, 1, 1, 1], 100)).toBe(1)
  })
  it('is much less where one face resembles everybody', () => {
    // One of 100 people above the threshold with 20 others.
    expect(designEffect([20, ...Array.from({ length: 20 }, () => 1)], 100)).toBeGreaterThan(15)
  })
  it('is never more than there are', () => {
    expect(designEffect([], 100)).toBe(1)
    expect(designEffect([1, 1], 2)).toBe(1)
  })
})
