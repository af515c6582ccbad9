import { describe, expect, it } from 'vitest'
import { calibrate } from '@/domain/face/calibration'
import { priorOf } from '@/domain/face/calibration-prior'
import { type Cohort, type CohortMember, cohortOf, cohortScore, probeOf } from '@/domain/face/cohort'
import { unit } from '@/domain/face/matching'
import { likenessOf } from '@/domain/face/verification'
import { enrolled, memberOf, populations, type Sitter, sitters } from './simulated-populations'
import { normal, seeded, wanted } from './simulated-sites'

const prior = priorOf('retail-0095')

/** Accounts whose templates lie at a cosine of .65 to .7 of somebody's, otherwise anywhere. */
function invented(victim: CohortMember, count: number, random: () => number): CohortMember[] {
  return Array.from({ length: count }, (_, i) => {
    const cosine = 0.65 + 0.05 * random()
    const away = unit(victim.template.map(() => normal(random)))
    const along = away.reduce((sum, x, k) => sum + x * (victim.template[k] as number), 0)
    const aside = unit(away.map((x, k) => x - along * (victim.template[k] as number)))
    const template = unit(
      victim.template.map((x, k) => cosine * x + Math.sqrt(1 - cosine ** 2) * (aside[k] as number)),
    )
    return { id: `invented ${i}`, template }
  })
}

describe('accounts that are invented around somebody', () => {
  it.each([
    { count: 5, people: 60, commons: [0] },
    { count: 5, people: 80, commons: [0, 0.4] },
    { count: 12, people: 80, commons: [0, 0.4] },
  ])('$count of them lock nobody out of a site of $people', ({ count, people, commons }) => {
    const random = seeded(7)
    const site: Sitter[] = sitters(populations(commons, random), commons.length, people)
    const gallery = enrolled(site)
    const members = gallery.map(memberOf)
    const { thresholds } = calibrate({ prior, people: gallery, wanted })
    const seen = { pictures: 0, before: 0, after: 0, measuredAnew: 0 }
    for (const [i, victim] of members.entries()) {
      if (i % 4) continue
      const fakes = invented(victim, count, random)
      const crowded = cohortOf([...members, ...fakes])
      const both = [
        ...gallery,
        ...fakes.map(({ id, template }) => ({ id, vectors: [template, template, template] })),
      ]
      const anew = calibrate({ prior, people: both, wanted }).thresholds
      for (const vector of site[i]?.photos(20) ?? []) {
        const passes = (cohort: Cohort, by: typeof thresholds) =>
          likenessOf(cohortScore(cohort, probeOf(cohort, vector), victim, by), by) === 'same'
        seen.pictures++
        if (passes(cohortOf(members), thresholds)) seen.before++
        if (passes(crowded, thresholds)) seen.after++
        if (passes(crowded, anew)) seen.measuredAnew++
      }
    }
    expect(seen.before / seen.pictures).toBeGreaterThan(0.99)
    expect(seen.after / seen.pictures).toBeGreaterThan(0.95)
    expect(seen.measuredAnew / seen.pictures).toBeGreaterThan(0.95)
  })

  it('take no more from a score than the most, which leaves a cosine that is enough by itself', () => {
    const { thresholds } = calibrate({
      prior,
      people: enrolled(sitters(populations([0], seeded(3)), 1, 60)),
      wanted,
    })
    // Strangers among the hardest people known reach it one time in 10,000: a tenth of the wanted rate.
    expect(thresholds.alone + thresholds.most).toBeCloseTo(0.65, 6)
  })

  it('may still do so where nobody has measured the recogniser: no cosine is known to be enough', () => {
    const people = enrolled(sitters(populations([0], seeded(3)), 1, 60))
    expect(calibrate({ prior: priorOf('own:any'), people, wanted }).thresholds.most).toBe(2)
  })
})
