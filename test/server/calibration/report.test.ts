import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { lessonIn } from '@test/support/lesson'
import { between, direction, enrolVectors, strangers } from '@test/support/synthetic-people'
import { employ, makeWorkplace } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { photoLabel } from '@/server/biometrics/photo-label'
import { reviewedPhoto } from '@/server/calibration/review'
import { runCalibration } from '@/server/calibration/run'
import type { Actor } from '@/server/context/context'
import { seal } from '@/server/crypto/seal'

const world = testWorld()
const MODEL = 'retail-0095' as const
const changes = { recogniser: async () => MODEL }
const api = (actor: Actor) => world.api(actor, changes).calibration

/** Anna and Berta look alike; of a class with Anna, and one with both. */
async function site() {
  const others = await strangers(world, 6)
  const [anna, berta] = [await world.user(['STUDENT'], 'Anna'), await world.user(['STUDENT'], 'Berta')]
  const face = direction(500)
  const annas = await enrolVectors(world, anna, [face, between(face, direction(501), 0.97)])
  await enrolVectors(world, berta, [between(face, direction(502), 0.75), between(face, direction(503), 0.75)])
  const { settings } = world.context()
  for (const { id } of await world.db.enrolmentPhoto.findMany()) {
    const image = seal(settings.faceKey, photoLabel(id), Buffer.from(`picture ${id}`))
    await world.db.enrolmentPhoto.update({ where: { id }, data: { image } })
  }
  await runCalibration(world.context(), MODEL)
  const now = world.clock.now
  const [one, both] = [await world.user(['TEACHER'], 'One'), await world.user(['TEACHER'], 'Both')]
  await makeClass(world.db, { teacher: one, students: [anna, ...others.slice(0, 1)], now })
  await makeClass(world.db, { teacher: both, students: [anna, berta], now })
  return { anna, berta, annas, one, both, admin: await world.user(['ADMIN'], 'Office') }
}

const namesOf = (pairs: Array<{ faces: Array<{ name: string }> }>) =>
  pairs.map(({ faces }) =>
    faces
      .map(({ name }) => name)
      .sort()
      .join(' & '),
  )

describe('how well it works here', () => {
  test('tells rates, bounds and what they rest on, and no score anywhere', async () => {
    const { admin } = await site()
    const { measure } = await api(admin).report()
    expect(measure).toMatchObject({
      basis: 'blend',
      people: 8,
      strangerPairs: 28,
      comparedPhotos: 16,
      wanted: { clockIn: { member: 1e-4, outsider: 1e-3 }, rollCall: { member: 1e-5, outsider: 1e-4 } },
    })
    const { low, rate, high } = measure?.clockIn.strangers ?? { low: 1, rate: 0, high: 0 }
    expect(low).toBeLessThanOrEqual(rate)
    expect(high).toBeGreaterThan(rate)
    expect(measure?.curve.length).toBeGreaterThan(20)
    expect(JSON.stringify(measure)).not.toMatch(/similarity|score|threshold/i)
  })

  test('works on a site of nobody, and without a recogniser', async () => {
    const admin = await world.user(['ADMIN'])
    expect((await api(admin).report()).measure).toMatchObject({
      basis: 'prior',
      people: 0,
      largestGallery: 0,
    })
    const without = world.api(admin, { recogniser: async () => null }).calibration
    expect((await without.report()).measure).toBeNull()
  })

  test('shows an administrator the nearest strangers; a teacher only pairs of their own students', async () => {
    const { admin, one, both } = await site()
    const seen = async (actor: Actor) => namesOf((await api(actor).report()).measure?.strangers ?? [])
    expect((await seen(admin))[0]).toBe('Anna & Berta')
    expect(await seen(both)).toEqual(['Anna & Berta'])
    expect((await seen(one)).every((pair) => !pair.includes('Berta'))).toBe(true)
    const stranger = await world.user(['TEACHER'])
    expect(await seen(stranger)).toEqual([])
  })

  test('counts for a teacher what happened in their own classes, and of pictures of nobody knows whom nothing', async () => {
    const { both, one, anna, berta, admin } = await site()
    const now = world.clock.now
    const classOf = async ({ id }: Actor) =>
      (await world.db.place.findFirstOrThrow({ where: { leaders: { some: { userId: id } } } })).id
    const check = async (placeId: string, userId: string) => {
      const { id: sessionId } = await world.db.classSession.create({
        data: { classId: placeId, state: 'OPEN', openedAt: now, lateAfterMinutes: 10, createdAt: now },
      })
      const fields = { purpose: 'CLOCK_IN', outcome: 'NOT_MATCHED', model: MODEL, threshold: 0.5 } as const
      await world.db.faceCheck.create({ data: { ...fields, userId, placeId, sessionId, at: now } })
    }
    await check(await classOf(both), berta.id)
    await check(await classOf(one), anna.id)
    const checks = async (actor: Actor) => (await api(actor).report()).weeks[0]
    expect(await checks(admin)).toMatchObject({ checks: 2, refused: 2, pictures: 16 })
    for (const teacher of [both, one])
      expect(await checks(teacher)).toMatchObject({
        checks: 1,
        refused: 1,
        pictures: null,
        notEnrolled: null,
      })
    const stranger = await world.user(['TEACHER'])
    expect(await checks(stranger)).toMatchObject({ checks: 0, refused: 0 })
  })

  test('people of a workplace that a teacher also runs are not on it', async () => {
    const { anna, berta } = await site()
    const both = await world.user(['TEACHER', 'EMPLOYER'])
    const now = world.clock.now
    const { id: workplaceId } = await makeWorkplace(world.db, { employer: both, now })
    for (const person of [anna, berta]) await employ(world.db, { workplaceId, person, now })
    const { measure } = await api(both).report()
    expect(measure).toMatchObject({ strangers: [], genuine: [] })
  })

  test('of a handful of people a teacher is given no curve, which would tell of each of them', async () => {
    const [anna, berta] = await strangers(world, 2)
    await runCalibration(world.context(), MODEL)
    const teacher = await world.user(['TEACHER'])
    const admin = await world.user(['ADMIN'])
    await makeClass(world.db, {
      teacher,
      students: [anna, berta].flatMap((each) => each ?? []),
      now: world.clock.now,
    })
    expect((await api(teacher).report()).measure?.curve).toEqual([])
    expect((await api(admin).report()).measure?.curve.length).toBeGreaterThan(20)
  })

  test('gives the faces on it to whom it shows them, and to nobody else', async () => {
    const { admin, one, both, anna, annas } = await site()
    const shown = async (actor: Actor) => {
      const [first] = (await api(actor).report()).measure?.strangers ?? []
      return first?.faces.map(({ photoId }) => photoId ?? '') ?? []
    }
    const photos = await shown(both)
    for (const photoId of photos) {
      for (const actor of [admin, both])
        expect(String(await reviewedPhoto(world.as(actor, changes), { photoId }))).toBe(`picture ${photoId}`)
      expect(await refusal(reviewedPhoto(world.as(anna, changes), { photoId }))).toBe('request.not_found')
    }
    const bertas = photos.find((id) => !annas.includes(id)) ?? ''
    expect(await refusal(reviewedPhoto(world.as(one, changes), { photoId: bertas }))).toBe(
      'request.not_found',
    )
  })

  test('counts by week what could not be enrolled and who was not recognised', async () => {
    const admin = await world.user(['ADMIN'])
    const [student] = await strangers(world, 1)
    const { sessionId, classId } = await lessonIn(world, { enrolled: false })
    const week = 7 * 24 * 60
    const failed = (reason: string) =>
      world.db.enrolmentFailure.create({ data: { reason, at: world.clock.now } })
    const checked = (
      outcome: 'MATCHED' | 'UNUSABLE' | 'NOT_MATCHED' | 'NOT_LIVE',
      purpose: 'CLOCK_IN' | 'SIGN_IN' | 'ROLL_CALL' = 'CLOCK_IN',
    ) =>
      world.db.faceCheck.create({
        data: {
          userId: student?.id ?? '',
          purpose,
          ...(purpose === 'SIGN_IN' ? {} : { placeId: classId, sessionId }),
          outcome,
          model: MODEL,
          threshold: 0.5,
          at: world.clock.now,
        },
      })
    await failed('face.none')
    world.wait(week)
    await failed('face.too_dark')
    for (const outcome of ['MATCHED', 'MATCHED', 'UNUSABLE', 'NOT_MATCHED', 'NOT_LIVE'] as const)
      await checked(outcome)
    // Neither a sign-in nor a face in a group photo is somebody who clocks in.
    await checked('NOT_MATCHED', 'SIGN_IN')
    await checked('MATCHED', 'ROLL_CALL')
    const { weeks } = await api(admin).report()
    expect(weeks[0]).toEqual({
      from: new Date('2026-03-09T00:00:00Z'),
      pictures: 1,
      notEnrolled: 1,
      checks: 5,
      unusable: 1,
      refused: 2,
    })
    expect(weeks[1]).toMatchObject({ pictures: 3, notEnrolled: 1, checks: 0 })
    expect(weeks).toHaveLength(8)
  })
})
