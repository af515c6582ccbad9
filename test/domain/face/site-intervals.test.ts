import { describe, expect, it } from 'vitest'
import { boundedRates } from '@/domain/face/site-intervals'
import type { TrialRates } from '@/domain/face/site-trial'

const kind = (fnmr: number, fmr: number) => ({
  fnmrAtFmr: { '1e-2': fnmr, '1e-3': fnmr, '1e-4': null },
  groups: { few: { fmr, fnmr } },
})
const decided = { fmrMember: 0, fmrOutsider: 0.001, fnmr: 0.1 }
const rates: TrialRates = {
  comparisons: 30_000,
  raw: kind(0.1, 0.01),
  member: kind(0, 0),
  outsider: kind(0, 0),
  product: { threshold: 0.4, ...decided, groups: { few: decided } },
}
const people = Array.from({ length: 100 }, (_, i) => ({ group: i < 10 ? 'few' : null }))
const found = boundedRates(rates, people)
const one = (of: string, group: string | null, figure: string) => {
  const all = found.filter((each) => each.of === of && each.group === group && each.figure === figure)
  expect(all).toHaveLength(1)
  return all[0]
}

describe('the figures of a trial with their bounds', () => {
  it('count a person once for misses: none of 100 people is 0 to 3.6 %', () => {
    const none = one('member', null, 'fnmr at 1e-3')
    expect(none).toMatchObject({ rate: 0, low: 0 })
    expect(none?.high).toBeCloseTo(1 - 0.025 ** (1 / 100), 6)
  })
  it('count two people once for false matches: none of 4,950 pairs is 0 to 7.4e-4', () => {
    expect(one('product', null, 'fmrMember')?.high).toBeCloseTo(1 - 0.025 ** (1 / 4950), 8)
  })
  it('are wider for the few people of a group, whose pairs are with everybody', () => {
    expect(one('member', 'few', 'fmr at 1e-3 overall')?.high).toBeCloseTo(1 - 0.025 ** (1 / 945), 7)
    expect(one('product', 'few', 'fnmr')?.high).toBeGreaterThan(one('product', null, 'fnmr')?.high ?? 1)
  })
  it('lie around the rate, and there are none where nothing could be told', () => {
    for (const { rate, low, high } of found) {
      expect(low).toBeLessThanOrEqual(rate)
      expect(high).toBeGreaterThan(rate)
    }
    expect(found.some(({ figure }) => figure.endsWith('1e-4'))).toBe(false)
  })
})
