import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrate } from '@/domain/face/calibration'
import { priorOf } from '@/domain/face/calibration-prior'
import { cohortOf, emptyCohort } from '@/domain/face/cohort'
import { meanTemplate } from '@/domain/face/matching'
import { burstVector, comparing, type Limits, likenessOf, signInLimits } from '@/domain/face/verification'
import { seeded, simulatedPeople, wanted } from './simulated-sites'

const prior = priorOf('retail-0095')

/** A unit vector in the plane, by its angle in degrees from Anna's. */
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180))
const limits: Limits = { weight: 0, most: 2, least: 0.3, lead: 0.02, alone: 0.8, withCode: 0.6, likely: 0.4 }
const score = fc.double({ min: -1, max: 1, noNaN: true })
const found = fc.record({ score, cosine: score, lead: fc.option(score) })

describe('is it this person?', () => {
  const anna = { id: 'anna', template: meanTemplate([at(-5), at(5)]) }
  const compare = comparing(emptyCohort(), anna, limits)

  it('the person is recognised, a stranger is not', () => {
    expect(compare(at(10))).toMatchObject({ likeness: 'same', lead: null })
    expect(compare(at(80)).likeness).toBe('other')
  })
  it('where nobody else is enrolled the score is the cosine', () => {
    const { score, cosine } = compare(at(30))
    expect(score).toBe(cosine)
    expect(cosine).toBeCloseTo(Math.cos(Math.PI / 6), 6)
  })
  it('a score of exactly the threshold is enough', () => {
    const seen = { score: 0.8, cosine: 0.8, lead: null }
    expect(likenessOf(seen, limits)).toBe('same')
    expect(likenessOf({ ...seen, score: 0.8 - 1e-6 }, limits)).toBe('possible')
    expect(likenessOf({ ...seen, score: 0.6 }, limits)).toBe('possible')
    expect(likenessOf({ ...seen, score: 0.6 - 1e-6 }, limits)).toBe('almost')
    expect(likenessOf({ ...seen, score: 0.4 - 1e-6 }, limits)).toBe('other')
  })
  it('nobody who is enrolled passes for somebody else, however alike they are', () => {
    const cohort = cohortOf([
      { id: 'anna', template: at(0) },
      { id: 'her sister', template: at(20) },
    ])
    fc.assert(
      fc.property(fc.double({ min: 11, max: 40, noNaN: true }), (degrees) => {
        const { likeness } = comparing(cohort, { id: 'anna', template: at(0) }, limits)(at(degrees))
        expect(['almost', 'other']).toContain(likeness)
      }),
    )
  })
  it('without the least cosine, or without the lead, no score is enough', () => {
    fc.assert(
      fc.property(found, (one) => {
        const likeness = likenessOf(one, limits)
        if (one.cosine < limits.least || (one.lead !== null && one.lead < limits.lead))
          expect(['almost', 'other']).toContain(likeness)
      }),
    )
  })
  it('more of a score, a cosine or a lead never makes a person less alike', () => {
    const order = ['other', 'almost', 'possible', 'same']
    fc.assert(
      fc.property(found, fc.tuple(score, score, score), (one, [a, b, c]) => {
        const more = {
          score: one.score + Math.abs(a),
          cosine: one.cosine + Math.abs(b),
          lead: one.lead === null ? null : one.lead + Math.abs(c),
        }
        const [before, after] = [one, more].map((each) => order.indexOf(likenessOf(each, limits)))
        expect(after).toBeGreaterThanOrEqual(before ?? 0)
      }),
    )
  })
  it('several frames count as their mean', () => {
    const frames = [{ vector: at(-30) }, { vector: at(50) }]
    expect(compare(burstVector(frames)).cosine).toBeCloseTo(Math.cos((10 * Math.PI) / 180), 5)
  })
  it('needs a frame, and vectors of one recogniser', () => {
    expect(() => burstVector([])).toThrow(RangeError)
    expect(() => compare(new Float32Array(3))).toThrow(RangeError)
    const others = comparing(cohortOf([{ id: 'berta', template: new Float32Array(3) }]), anna, limits)
    expect(() => others(at(0))).toThrow(RangeError)
  })
})

describe('a site of fewer than eight people', () => {
  it.each([0, 1, 2, 7])('of %d has what is safe for the hardest people known, and says so', (people) => {
    const { thresholds, basis } = calibrate({
      prior,
      people: simulatedPeople({ people, size: 64, common: 0.3, photos: 3, noise: 0.5 }, seeded(people)),
      wanted,
    })
    expect(basis).toBe('prior')
    expect(thresholds).toMatchObject({ weight: 0, withCode: 0.53, alone: 0.65 })
    const like = (score: number) => likenessOf({ score, cosine: score, lead: null }, thresholds)
    expect([0.65, 0.649, 0.53, 0.529, 0.36, 0.359].map(like)).toEqual([
      'same',
      'possible',
      'possible',
      'almost',
      'almost',
      'other',
    ])
  })
  it('has no face that counts with a code where there is none: signing in needs the safe one', () => {
    const { thresholds } = calibrate({ prior, people: [], wanted })
    const like = (score: number) => likenessOf({ score, cosine: score, lead: null }, signInLimits(thresholds))
    expect(thresholds.signIn).toBeGreaterThanOrEqual(thresholds.alone)
    expect([thresholds.signIn, thresholds.signIn - 1e-6].map(like)).toEqual(['same', 'almost'])
  })
  it('ends with the eighth', () => {
    const people = simulatedPeople({ people: 8, size: 64, common: 0, photos: 3, noise: 0.5 }, seeded(8))
    expect(calibrate({ prior, people, wanted }).basis).not.toBe('prior')
  })
})
