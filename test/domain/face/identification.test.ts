import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BurstFrame } from '@/domain/face/burst'
import { type CohortMember, cohortOf, emptyCohort } from '@/domain/face/cohort'
import { type IdentificationRules, identify, nameOf } from '@/domain/face/identification'
import { unit } from '@/domain/face/matching'

const rules: IdentificationRules = { threshold: 0.5, least: 0.3, margin: 0.1, weight: 0, most: 2 }
const person = (id: string, ...vector: number[]) => ({ id, template: unit(vector) })
const frame = (vector: number[], live: number | null = 0.9): BurstFrame => ({
  problem: null,
  vector: unit(vector),
  live,
})
const anna = person('anna', 1, 0, 0)
const berta = person('berta', 0, 1, 0)
/** A gallery that is all of the site. */
const site = (...people: CohortMember[]) => ({ people, cohort: cohortOf(people) })

describe('who of the gallery is before the kiosk', () => {
  test('is the person whose template the frames reach', () => {
    const found = identify([frame([1, 0.1, 0])], site(berta, anna), rules)
    expect(found).toMatchObject({ outcome: 'KNOWN', id: 'anna' })
  })

  test('is nobody when no template is near enough', () => {
    expect(identify([frame([0, 0, 1])], site(anna, berta), rules)).toEqual({ outcome: 'UNKNOWN', live: 0.9 })
  })

  test('is nobody when the runner-up is too near', () => {
    const twin = person('twin', 1, 0.05, 0)
    expect(identify([frame([1, 0, 0])], site(anna, twin), rules)).toMatchObject({ outcome: 'UNKNOWN' })
  })

  test('is nobody when two are equal, even without a margin', () => {
    const same = person('same', 1, 0, 0)
    const found = identify([frame([1, 0, 0])], site(anna, same), { ...rules, margin: 0 })
    expect(found).toMatchObject({ outcome: 'UNKNOWN' })
  })

  test('is nobody in an empty gallery', () => {
    expect(identify([frame([1, 0, 0])], site(), rules)).toMatchObject({ outcome: 'UNKNOWN' })
  })

  test('is told by all frames together: a second face in the burst makes it doubtful', () => {
    const both = [frame([1, 0, 0]), frame([0, 1, 0])]
    expect(identify(both, site(anna, berta), rules)).toMatchObject({ outcome: 'UNKNOWN' })
  })

  test('is not asked when one of the frames is a picture of a picture', () => {
    const found = identify([frame([1, 0, 0]), frame([1, 0, 0], 0.01)], site(anna), rules)
    expect(found).toMatchObject({ outcome: 'NOT_LIVE', reason: 'face.not_live' })
  })

  test('is asked without the frame that shows a picture of somebody else', () => {
    const swapped = [frame([1, 0, 0]), frame([0, 1, 0], 0.01), frame([1, 0, 0])]
    expect(identify(swapped, site(anna, berta), rules)).toMatchObject({ outcome: 'KNOWN', id: anna.id })
  })

  test('is not asked when no frame can be used', () => {
    const found = identify([{ problem: 'face.too_dark' }], site(anna), rules)
    expect(found).toMatchObject({ outcome: 'UNUSABLE', reason: 'face.too_dark' })
  })

  test('does not depend on the order of the gallery', () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true })
    const vector = fc.tuple(number, number, number).filter((v) => Math.hypot(...v) > 0.1)
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 12 }), vector, (vectors, seen) => {
        const gallery = vectors.map((v, i) => person(String(i), ...v))
        const there = identify([frame(seen)], site(...gallery), rules)
        const back = identify([frame(seen)], site(...gallery.toReversed()), rules)
        expect(back).toEqual(there)
      }),
    )
  })

  test('is nobody when somebody of the site is as near who is not of the gallery', () => {
    const sister = person('sister', 1, 0.05, 0)
    const cohort = site(anna, berta, sister).cohort
    expect(identify([frame([1, 0, 0])], { people: [anna, berta], cohort }, rules)).toMatchObject({
      outcome: 'UNKNOWN',
    })
  })

  test('is nobody when somebody of the gallery is as near who may not be compared with others', () => {
    const gallery = { people: [anna, person('sister', 1, 0.05, 0)], cohort: site(anna, berta).cohort }
    expect(identify([frame([1, 0, 0])], gallery, rules)).toMatchObject({ outcome: 'UNKNOWN' })
  })

  test('is nobody when the cosine is too low, whatever the score', () => {
    const cohort = emptyCohort()
    const low = { ...rules, threshold: 0.1 }
    expect(nameOf(unit([0.28, 0, 1]), { people: [anna], cohort }, low)).toBeNull()
    expect(nameOf(unit([0.35, 0, 1]), { people: [anna], cohort }, low)).toMatchObject({ id: 'anna' })
  })

  test('is told by the corrected score: what everybody here has in common counts for less', () => {
    const crowd = Array.from({ length: 6 }, (_, i) =>
      person(`p${i}`, 1, 0.7 * Math.cos(i), 0.7 * Math.sin(i)),
    )
    const gallery = { people: [anna], cohort: cohortOf([anna, ...crowd]) }
    const look = unit([1, 0.02, 0])
    expect(nameOf(look, gallery, rules)).toMatchObject({ id: 'anna' })
    expect(nameOf(look, gallery, { ...rules, weight: 0.5 })).toBeNull()
  })
})
