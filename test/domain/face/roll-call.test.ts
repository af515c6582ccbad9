import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohortOf } from '@/domain/face/cohort'
import { meanTemplate, unit } from '@/domain/face/matching'
import {
  decideRollCall,
  type RollCallBands,
  type RollCallInput,
  type RollCallStudent,
} from '@/domain/face/roll-call'

const bands: RollCallBands = {
  sure: 0.6,
  likely: 0.45,
  least: 0.3,
  margin: 0.1,
  sameFace: 0.6,
  weight: 0,
  most: 2,
}

/** A direction of its own for each person, and a share of another's mixed in. */
function face(person: number, share = 0, other = 0): Float32Array {
  const v = new Float32Array(8)
  v[person] = 1 - share
  v[other] = (v[other] ?? 0) + share
  return unit(v)
}
const [ANNA, BERTA, STRANGER] = [0, 1, 7]
const gallery = [
  { id: 'anna', templates: [face(ANNA)] },
  { id: 'berta', templates: [face(BERTA)] },
]
/** A site in which everybody of the gallery may be compared. */
const siteOf = (students: readonly RollCallStudent[]) =>
  cohortOf(
    students.flatMap(({ id, templates }) =>
      templates.length ? [{ id, template: meanTemplate(templates) }] : [],
    ),
  )
const cohort = siteOf(gallery)
const decide = (faces: RollCallInput['faces'], more: Partial<RollCallInput> = {}) =>
  decideRollCall({ faces, gallery, cohort, bands, refused: [], lookAlikes: [], preselect: true, ...more })
const one = (vector: Float32Array | null, more: Partial<RollCallInput> = {}) =>
  decide([{ id: 'f', photo: 'p', vector }], more).faces[0]

describe('a face is named', () => {
  it('surely where it is near and the next is far', () => {
    expect(one(face(ANNA, 0.3, STRANGER))).toMatchObject({ band: 'sure', studentId: 'anna' })
  })
  it('likely where it is less near', () => {
    expect(one(face(ANNA, 0.6, STRANGER))).toMatchObject({ band: 'likely', studentId: 'anna' })
  })
  it('not at all where it is a stranger, or too small to be recognised', () => {
    const unknown = { id: 'f', band: 'unknown', studentId: null, score: null, alternatives: [] }
    expect(one(face(STRANGER))).toEqual(unknown)
    expect(one(null)).toEqual(unknown)
  })
  it('likely, with both names, where two students are almost as near', () => {
    expect(one(face(ANNA, 0.48, BERTA))).toEqual({
      id: 'f',
      band: 'likely',
      studentId: 'anna',
      score: expect.closeTo(0.7348, 4),
      alternatives: ['berta'],
    })
  })
  it('likely, with two names at most, however many students are almost as near', () => {
    const three = [0, 1, 2, 3].map((person) => ({ id: `student-${person}`, templates: [face(person)] }))
    const between = unit(Float32Array.of(1, 0.99, 0.98, 0.97, 0, 0, 0, 0))
    expect(one(between, { gallery: three, cohort: siteOf(three) })).toMatchObject({
      band: 'likely',
      studentId: 'student-0',
      alternatives: ['student-1'],
    })
  })
  it('likely, with one name, where somebody of the site who is not of the class is as near', () => {
    const elsewhere = siteOf([...gallery, { id: 'sister', templates: [face(ANNA, 0.1, STRANGER)] }])
    expect(one(face(ANNA, 0.1, 5))).toMatchObject({ band: 'sure' })
    expect(one(face(ANNA, 0.1, 5), { cohort: elsewhere })).toMatchObject({
      band: 'likely',
      studentId: 'anna',
      alternatives: [],
    })
  })
  it('never where the cosine is below the least, whatever the score', () => {
    const lax = { ...bands, sure: 0.5, least: 0.9 }
    expect(one(face(ANNA, 0.3, STRANGER), { bands: { ...lax, least: 0.8 } })).toMatchObject({ band: 'sure' })
    expect(one(face(ANNA, 0.4, STRANGER), { bands: lax })).toMatchObject({ band: 'unknown' })
  })
  it('by the corrected score: what the face and the student share with others here is taken off', () => {
    const alike = [0, 1, 2, 3].map((person) => ({
      id: `student-${person}`,
      templates: [face(person, 0.4, 6)],
    }))
    const site = { gallery: alike, cohort: siteOf(alike) }
    const plain = one(face(0, 0.4, 6), site)
    const held = one(face(0, 0.4, 6), { ...site, bands: { ...bands, weight: 0.5 } })
    expect(plain).toMatchObject({ band: 'sure', studentId: 'student-0' })
    // Any two of them have .16 / (.36 + .16) in common, the face with the others as well.
    expect(held?.score).toBeCloseTo((plain?.score ?? 0) - 0.5 * 2 * (0.16 / 0.52), 5)
  })
  it('never better than likely by the basic recogniser', () => {
    expect(one(face(ANNA), { preselect: false })).toMatchObject({ band: 'likely', studentId: 'anna' })
  })
  it('likely, with both names, where two students are look-alikes', () => {
    const twins: Partial<RollCallInput> = { lookAlikes: [['berta', 'anna']] }
    expect(one(face(ANNA), twins)).toMatchObject({
      band: 'likely',
      studentId: 'anna',
      alternatives: ['berta'],
    })
    const both = decide(
      [
        { id: 'a', photo: 'p', vector: face(ANNA, 0.45, BERTA) },
        { id: 'b', photo: 'p', vector: face(BERTA, 0.45, ANNA) },
      ],
      twins,
    )
    expect(both.faces).toMatchObject([
      { band: 'likely', studentId: 'anna', alternatives: ['berta'] },
      { band: 'likely', studentId: 'berta', alternatives: ['anna'] },
    ])
  })
  it('with the next student after "not this person", never with that one again', () => {
    const refused = [{ faceId: 'f', studentId: 'anna' }]
    expect(one(face(ANNA, 0.3, STRANGER), { refused })?.studentId).toBeNull()
    expect(one(face(ANNA, 0.48, BERTA), { refused })).toMatchObject({ studentId: 'berta', alternatives: [] })
  })
})

describe('one photo', () => {
  it('shows a student once: of two faces the nearer, and not surely when they are close', () => {
    const { faces, seen, notSeen } = decide([
      { id: 'far', photo: 'p', vector: face(ANNA, 0.35, STRANGER) },
      { id: 'near', photo: 'p', vector: face(ANNA, 0.32, STRANGER) },
    ])
    expect(faces).toMatchObject([
      { band: 'unknown', studentId: null },
      { band: 'likely', studentId: 'anna' },
    ])
    expect({ seen, notSeen }).toEqual({ seen: ['anna'], notSeen: ['berta'] })
  })
  it('is decided as a whole', () => {
    const { faces } = decide([
      { id: '1', photo: 'p', vector: face(ANNA, 0.49, BERTA) },
      { id: '2', photo: 'p', vector: face(ANNA, 0.2, STRANGER) },
    ])
    expect(faces.map(({ studentId }) => studentId)).toEqual(['berta', 'anna'])
  })
})

describe('several photos', () => {
  const good = face(ANNA, 0.3, STRANGER)
  it('add up: a face that is only likely alone is sure beside a better one of the same person', () => {
    const poor = face(ANNA, 0.59, STRANGER)
    expect(one(poor)).toMatchObject({ band: 'likely' })
    const { faces } = decide([
      { id: '1', photo: 'p', vector: poor },
      { id: '2', photo: 'q', vector: good },
    ])
    expect(faces).toMatchObject([
      { band: 'sure', studentId: 'anna' },
      { band: 'sure', studentId: 'anna' },
    ])
  })
  it('do not add up for two people who are alike but not surely one', () => {
    const { faces } = decide([
      { id: '1', photo: 'p', vector: face(ANNA, 0.62, 5) },
      { id: '2', photo: 'q', vector: face(ANNA, 0.2, 6) },
    ])
    expect(faces[0]).toMatchObject({ band: 'likely' })
  })
  it('"not this person" on one photo makes the same person on another no better than likely', () => {
    const faces = ['p', 'q'].map((photo) => ({ id: photo, photo, vector: good }))
    const { faces: decided } = decide(faces, { refused: [{ faceId: 'p', studentId: 'anna' }] })
    expect(decided).toMatchObject([{ band: 'unknown' }, { band: 'likely', studentId: 'anna' }])
  })
})

/** Rooms full of people, of whom some are in the gallery, on several photos, some faces unreadable. */
const inputs: fc.Arbitrary<RollCallInput> = fc
  .record({
    looks: fc.array(
      fc.record({
        photo: fc.constantFrom('p', 'q', 'r'),
        person: fc.nat(7),
        noise: fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 8, maxLength: 8 }),
        readable: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 10 },
    ),
    students: fc.uniqueArray(fc.nat(7), { maxLength: 6 }),
    photos: fc.integer({ min: 0, max: 2 }),
    refused: fc.array(fc.tuple(fc.nat(9), fc.nat(7)), { maxLength: 6 }),
    lookAlikes: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 2 }),
    preselect: fc.boolean(),
  })
  .map((one) => {
    const gallery = one.students.map((person) => ({
      id: `student-${person}`,
      templates: Array.from({ length: one.photos }, (_, k) => face(person, 0.2 * k, (person + 1) % 8)),
    }))
    return { ...one, gallery, cohort: siteOf(gallery) }
  })
  .map(({ looks, gallery, cohort, refused, lookAlikes, preselect }) => ({
    faces: looks.map(({ photo, person, noise, readable }, i) => ({
      id: `face-${i}`,
      photo,
      vector: readable === 0 ? null : unit(face(person).map((x, k) => x + (noise[k] ?? 0))),
    })),
    gallery,
    cohort,
    bands,
    refused: refused.map(([f, s]) => ({ faceId: `face-${f}`, studentId: `student-${s}` })),
    lookAlikes: lookAlikes.map(([a, b]) => [`student-${a}`, `student-${b}`] as const),
    preselect,
  }))

function expectSound(input: RollCallInput) {
  const { faces, seen, notSeen } = decideRollCall(input)
  expect(faces.map(({ id }) => id)).toEqual(input.faces.map(({ id }) => id))
  const refused = new Set(input.refused.map(({ faceId, studentId }) => `${faceId} ${studentId}`))
  const twins = new Set(
    input.lookAlikes
      .filter(([a, b]) => a !== b && [a, b].every((id) => input.gallery.some((s) => s.id === id)))
      .flat(),
  )
  const taken = new Set<string>()
  for (const [i, { id, band, studentId, alternatives }] of faces.entries()) {
    expect(studentId === null).toBe(band === 'unknown')
    for (const offered of [studentId, ...alternatives]) {
      if (offered !== null) expect(refused.has(`${id} ${offered}`)).toBe(false)
    }
    if (band !== 'likely') expect(alternatives).toEqual([])
    // Two names at most, and look-alikes beside them.
    const chosen = alternatives.filter((other) => !twins.has(other))
    expect(chosen.length).toBeLessThanOrEqual(1)
    if (studentId === null) continue
    expect(alternatives).not.toContain(studentId)
    if (band === 'sure') expect(input.preselect && !twins.has(studentId)).toBe(true)
    const place = `${input.faces[i]?.photo} ${studentId}`
    expect(taken.has(place)).toBe(false)
    taken.add(place)
  }
  const named = new Set(faces.flatMap(({ studentId }) => studentId ?? []))
  expect(new Set(seen)).toEqual(named)
  expect([...seen, ...notSeen].sort()).toEqual(input.gallery.map(({ id }) => id).sort())
}

describe('whoever is in the photos', () => {
  it('each has one name at most, nobody is twice in a photo, nothing refused is offered, twins are never sure', () => {
    fc.assert(fc.property(inputs, expectSound), { numRuns: 500 })
  })

  it('another photo changes none of that', () => {
    fc.assert(
      fc.property(inputs, inputs, (input, more) => {
        const added = more.faces.map((each) => ({ ...each, id: `more-${each.id}`, photo: 'added' }))
        expectSound({ ...input, faces: [...input.faces, ...added] })
      }),
      { numRuns: 300 },
    )
  })

  it('the order of faces, photos, students, refusals and look-alikes never changes the result', () => {
    const shuffled = inputs.chain((input) =>
      fc.record({
        input: fc.constant(input),
        faces: fc.shuffledSubarray([...input.faces], { minLength: input.faces.length }),
        gallery: fc.shuffledSubarray([...input.gallery], { minLength: input.gallery.length }),
        turn: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ input, faces, gallery, turn }) => {
        const a = decideRollCall(input)
        const b = decideRollCall({
          ...input,
          faces,
          gallery: gallery.map((s) => ({ ...s, templates: turn ? [...s.templates].reverse() : s.templates })),
          refused: [...input.refused].reverse(),
          lookAlikes: input.lookAlikes.map(([x, y]) => (turn ? [y, x] : [x, y])),
        })
        const sorted = (list: typeof a.faces) => [...list].sort((x, y) => (x.id < y.id ? -1 : 1))
        expect(sorted(b.faces)).toEqual(sorted(a.faces))
        expect([...b.seen].sort()).toEqual([...a.seen].sort())
      }),
      { numRuns: 500 },
    )
  })
})
