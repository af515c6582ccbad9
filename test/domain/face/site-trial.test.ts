import { describe, expect, it } from 'vitest'
import { calibrate } from '@/domain/face/calibration'
import { priorOf } from '@/domain/face/calibration-prior'
import { newTrial, type TrialPerson, trialRates, tryDecisions } from '@/domain/face/site-trial'
import { enrolled, populations, sitters } from './simulated-populations'
import { seeded, wanted } from './simulated-sites'

const prior = priorOf('retail-0095')
const rules = { prior, wanted }

/** So many people of two unlike populations, called after them. */
function people(count: number, seed = 1): TrialPerson[] {
  const site = sitters(populations([0, 0.2], seeded(seed)), 2, count)
  return enrolled(site).map(({ id, vectors }, i) => ({
    id,
    group: ['far apart', 'alike'][site[i]?.group ?? 0] ?? null,
    pictures: vectors,
  }))
}

function tried(...sites: TrialPerson[][]) {
  const trial = newTrial()
  for (const site of sites) tryDecisions(trial, site, rules)
  return trialRates(trial)
}

describe('a trial', () => {
  it('holds one picture of each in turn against everybody’s others', () => {
    expect(tried(people(12)).comparisons).toBe(3 * 12 * 12)
    expect(tried(people(12), people(10)).comparisons).toBe(3 * (12 * 12 + 10 * 10))
  })

  it('says the rates that enough strangers tell, and null for the others', () => {
    const { raw, member, outsider } = tried(people(20))
    // 1,140 of them.
    for (const { fnmrAtFmr } of [raw, member, outsider]) {
      expect(fnmrAtFmr['1e-2']).toBe(0)
      expect(fnmrAtFmr['1e-3']).toBeGreaterThanOrEqual(0)
      expect(fnmrAtFmr['1e-4']).toBeNull()
    }
  })

  it('spreads strangers’ chances more evenly over the groups than cosines do', () => {
    const { raw, outsider, product } = tried(people(80, 2))
    const unlike = ({ groups }: typeof raw) => {
      const rates = Object.values(groups).map(({ fmr }) => fmr)
      return Math.max(...rates) / Math.max(1e-4, Math.min(...rates))
    }
    expect(Object.keys(raw.groups)).toEqual(['alike', 'far apart'])
    expect(unlike(outsider)).toBeLessThan(unlike(raw))
    expect(Object.keys(product.groups)).toEqual(['alike', 'far apart'])
  })

  it('counts a picture without a face as a miss, and as nobody’s match', () => {
    const all = people(20)
    const some = all.map((one, i) =>
      i < 3 ? { ...one, pictures: one.pictures.map((picture, k) => (k === i ? null : picture)) } : one,
    )
    const [whole, without] = [tried(all), tried(some)]
    expect(without.comparisons).toBe(whole.comparisons)
    expect(without.product.fnmr).toBeCloseTo(3 / 60, 9)
    expect(without.raw.fnmrAtFmr['1e-2']).toBeCloseTo(3 / 60, 9)
  })

  it('counts who has no picture to be known by as missed, and compares nobody with them', () => {
    const all = people(20)
    const some = all.map((one, i) =>
      i === 0 ? { ...one, pictures: [null, null, one.pictures[2] ?? null] } : one,
    )
    const found = tried(some)
    // In one turn of three their only picture is shown, and nothing of them is enrolled.
    expect(found.comparisons).toBe(3 * 20 * 20 - 19)
    expect(found.product.fnmr).toBeCloseTo(3 / 60, 9)
  })

  it('decides by the thresholds that the site finds on the pictures that are enrolled, and says the middle one', () => {
    const site = people(30)
    const found = [0, 1, 2]
      .map((turn) => {
        const rest = site.map(({ id, pictures }) => ({
          id,
          vectors: pictures.flatMap((vector, i) => (vector && i !== turn ? [vector] : [])),
        }))
        return calibrate({ ...rules, people: rest }).thresholds.alone
      })
      .sort((a, b) => a - b)
    expect(tried(site).product.threshold).toBe(found[1])
  })
})

describe('how evenly chances are spread', () => {
  it('is told without asking anybody for a group: more so with the correction than without', () => {
    const { spread } = calibrate({
      ...rules,
      people: enrolled(sitters(populations([0, 0.4], seeded(4)), 2, 100)),
    })
    expect(spread.corrected).toBeGreaterThan(spread.raw)
    for (const share of [spread.raw, spread.corrected]) {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
    }
  })
})
