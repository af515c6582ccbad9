import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Cohort,
  type CohortMember,
  cohortOf,
  cohortScore,
  cohortWeight,
  dropMember,
  emptyCohort,
  NEAREST,
  nearestTo,
  nearestToMember,
  probeOf,
  putMember,
  shareOf,
  templateIn,
} from '@/domain/face/cohort'
import { cosine, unit } from '@/domain/face/matching'
import { normal, seeded } from './simulated-sites'

const WEIGHT = 0.55
const ALL = { weight: WEIGHT, most: 2 }
const SIZE = 12

/** The same vector for the same number, in a space narrow enough that many are near each other. */
function vectorOf(number: number): Float32Array {
  const random = seeded(number)
  return unit(Array.from({ length: SIZE }, (_, i) => normal(random) + (i === 0 ? 1.5 : 0)))
}
/** Somebody's template; another take of it where they enrol again. */
const member = (person: number, take = 0): CohortMember => ({
  id: `person ${String(person).padStart(2, '0')}`,
  template: vectorOf(1000 * take + person),
})
const numbers = (people: readonly number[]) => people.map((person) => member(person))

/** Every score that counts: some pictures against everybody, whether in the cohort or not. */
function allScores(cohort: Cohort) {
  return [5000, 5001, 5002, 0, 7].flatMap((picture) => {
    const probe = probeOf(cohort, vectorOf(picture))
    return Array.from({ length: 30 }, (_, i) => {
      const own = templateIn(cohort, member(i).id)
      return cohortScore(cohort, probe, own ? { id: member(i).id, template: own } : member(i), ALL)
    })
  })
}

const people = fc.uniqueArray(fc.nat(29), { minLength: 0, maxLength: 30 })
/** People who come, come again with other photos, and go, some of them asked about in between. */
const steps = fc.array(
  fc.record({
    person: fc.nat(29),
    what: fc.constantFrom('put', 'put', 'put again', 'drop', 'ask'),
    take: fc.nat(3),
  }),
  { maxLength: 80 },
)

/** What is in force in the end, and a cohort that has been through all of it. */
function after(list: readonly { person: number; what: string; take: number }[]) {
  const cohort = emptyCohort()
  const left = new Map<number, number>()
  for (const { person, what, take } of list) {
    const { id } = member(person)
    if (what === 'ask') {
      const own = templateIn(cohort, id)
      if (own) nearestToMember(cohort, { id, template: own })
    } else if (what === 'drop') {
      dropMember(cohort, id)
      left.delete(person)
    } else {
      putMember(cohort, member(person, what === 'put' ? 0 : take))
      left.set(person, what === 'put' ? 0 : take)
    }
  }
  return { cohort, members: [...left].map(([person, take]) => member(person, take)) }
}

describe('the correction', () => {
  it('does not depend on the order in which people come', () => {
    fc.assert(
      fc.property(people, fc.nat(), (list, seed) => {
        const random = seeded(seed)
        const other = list.map((n) => ({ n, at: random() })).sort((a, b) => a.at - b.at)
        expect(allScores(cohortOf(numbers(other.map(({ n }) => n))))).toEqual(
          allScores(cohortOf(numbers(list))),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('does not depend on people who came and went, nor on who enrolled again when', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { cohort, members } = after(list)
        expect(allScores(cohort)).toEqual(allScores(cohortOf(members)))
      }),
      { numRuns: 100 },
    )
  })

  it('knows nothing of whoever was dropped, from that moment on', () => {
    fc.assert(
      fc.property(people, fc.nat(29), (list, gone) => {
        const cohort = cohortOf(numbers([...new Set([...list, gone])]))
        allScores(cohort)
        dropMember(cohort, member(gone).id)
        expect(allScores(cohort)).toEqual(allScores(cohortOf(numbers(list.filter((n) => n !== gone)))))
        expect(templateIn(cohort, member(gone).id)).toBeUndefined()
        // Not even the bytes of the template stay.
        const { template } = member(gone)
        for (let at = 0; at < cohort.packed.length; at += SIZE)
          expect(cohort.packed.subarray(at, at + SIZE)).not.toEqual(template)
        cohort.seen = new Set()
        allScores(cohort)
        const others = new Set(cohort.seen)
        // The claimed one is named even where they are of no cohort.
        others.delete(member(gone).id)
        for (const id of others) expect(Number(id.slice(-2))).not.toBe(gone)
      }),
      { numRuns: 60 },
    )
  })

  it('is nothing with weight 0: the score is the cosine', () => {
    fc.assert(
      fc.property(people, fc.nat(29), fc.nat(), (list, claimed, picture) => {
        const cohort = cohortOf(numbers(list))
        const vector = vectorOf(picture)
        const found = cohortScore(cohort, probeOf(cohort, vector), member(claimed), { weight: 0, most: 2 })
        expect(found.score).toBe(found.cosine)
        expect(found.cosine).toBeCloseTo(cosine(vector, member(claimed).template), 6)
      }),
    )
  })

  it('keeps the order of two raw scores where the cohort’s means are equal', () => {
    // The cohort lies in the first numbers of a vector, so pictures with the same ones have the same in common with it.
    const part = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
    const four = part.filter((v) => Math.hypot(...v) > 0.1).map((v) => unit(v))
    fc.assert(
      fc.property(fc.array(four, { maxLength: 12 }), four, four, four, four, (group, shared, a, b, own) => {
        const cohort = cohortOf(
          group.map((v, i) => ({ id: `p${i}`, template: Float32Array.of(...v, 0, 0, 0, 0) })),
        )
        const claimed = { id: 'claimed', template: unit([...shared, ...own]) }
        const [one, other] = [a, b].map((rest) =>
          cohortScore(cohort, probeOf(cohort, unit([...shared, ...rest])), claimed, ALL),
        )
        if (!one || !other || Math.abs(one.cosine - other.cosine) < 1e-6) return
        expect(Math.sign(one.score - other.score)).toBe(Math.sign(one.cosine - other.cosine))
        expect(one.score - other.score).toBeCloseTo(one.cosine - other.cosine, 6)
      }),
    )
  })

  it('leaves the claimed person out of both shares: whether they are in the cohort does not matter', () => {
    fc.assert(
      fc.property(people, fc.nat(29), fc.nat(), (list, claimed, picture) => {
        const others = list.filter((n) => n !== claimed)
        const without = cohortOf(numbers(others))
        const inside = cohortOf(numbers([...others, claimed]))
        const vector = vectorOf(picture)
        const ask = (cohort: Cohort) => cohortScore(cohort, probeOf(cohort, vector), member(claimed), ALL)
        expect(ask(inside)).toEqual(ask(without))
      }),
    )
  })

  it('takes somebody for not being there where that is asked', () => {
    fc.assert(
      fc.property(people, fc.nat(29), fc.nat(29), fc.nat(), (list, claimed, left, picture) => {
        fc.pre(claimed !== left)
        const all = cohortOf(numbers([...new Set([...list, left])]))
        const rest = cohortOf(numbers(list.filter((n) => n !== left)))
        const vector = vectorOf(picture)
        const one = member(claimed)
        expect(cohortScore(all, probeOf(all, vector), one, ALL, member(left).id)).toEqual(
          cohortScore(rest, probeOf(rest, vector), one, ALL),
        )
      }),
    )
  })

  it('is what its formula says', () => {
    fc.assert(
      fc.property(people, fc.nat(29), fc.nat(), (list, claimed, picture) => {
        const cohort = cohortOf(numbers(list))
        const vector = vectorOf(picture)
        const one = member(claimed)
        const others = numbers(list.filter((n) => n !== claimed))
        const mean = (from: Float32Array) => {
          const near = others.map(({ template }) => cosine(from, template)).sort((a, b) => b - a)
          const first = near.slice(0, NEAREST)
          return first.reduce((sum, x) => sum + x, 0) / Math.max(1, first.length)
        }
        const alike = cosine(vector, one.template)
        const next = Math.max(...others.map(({ template }) => cosine(vector, template)))
        const found = cohortScore(cohort, probeOf(cohort, vector), one, ALL)
        expect(found.score).toBeCloseTo(alike - WEIGHT * (mean(vector) + mean(one.template)), 5)
        if (others.length === 0) expect(found.lead).toBeNull()
        else expect(found.lead).toBeCloseTo(alike - next, 5)
      }),
    )
  })
})

describe('who is nearest', () => {
  it('is the same kept ready and mended as worked out anew', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { cohort, members } = after(list)
        for (const { id, template } of members) {
          const own = templateIn(cohort, id) as Float32Array
          expect(own).toEqual(template)
          const kept = nearestToMember(cohort, { id, template: own })
          expect(kept).toEqual(nearestTo(cohort, own, id))
          expect(kept).toEqual(nearestToMember(cohortOf(members), { id, template }))
        }
      }),
      { numRuns: 100 },
    )
  })
  it('is nobody where nobody is there, and their share is nothing', () => {
    expect(nearestTo(emptyCohort(), vectorOf(1))).toEqual([])
    expect(shareOf([], 'anybody')).toBe(0)
  })
  it('is not asked with vectors of two recognisers', () => {
    const cohort = cohortOf([member(1)])
    expect(() => putMember(cohort, { id: 'other', template: unit([1, 0]) })).toThrow(RangeError)
    expect(() => nearestTo(cohort, unit([1, 0]))).toThrow(RangeError)
  })
  it('may be asked of another recogniser’s vectors once everybody has gone', () => {
    const cohort = cohortOf(numbers([1, 2, 3]))
    for (const n of [1, 2, 3]) dropMember(cohort, member(n).id)
    putMember(cohort, { id: 'other', template: unit([1, 0, 0, 0, 0]) })
    expect(nearestTo(cohort, unit([1, 0, 0, 0, 0]))).toEqual([{ id: 'other', score: 1 }])
  })
})

describe('the weight', () => {
  it.each([
    [0, 0],
    [8, 0],
    [34, 0.275],
    [60, 0.55],
    [5000, 0.55],
  ])('of a cohort of %d is %d', (people, weight) => {
    expect(cohortWeight(people)).toBeCloseTo(weight, 9)
  })
  it('never falls as people come', () => {
    for (let n = 0; n < 100; n++) expect(cohortWeight(n + 1)).toBeGreaterThanOrEqual(cohortWeight(n))
  })
})
