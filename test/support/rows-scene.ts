import { randomUUID } from 'node:crypto'
import { makeClass } from './factories'
import { cafe, worked } from './hours'
import { sealedBytes } from './sealed'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

const hash = (first: number) => Uint8Array.from({ length: 32 }, (_, at) => first + at)

/** A class with a session that is planned, one that is open and one that has ended; Anna and Berta were in both. */
export async function schoolRows(world: World) {
  const teacher = await world.user(['TEACHER'])
  const [anna, berta, late, stranger] = [
    await world.user(['STUDENT']),
    await world.user(['STUDENT']),
    await world.user(['STUDENT']),
    await world.user(['STUDENT']),
  ]
  const { id: place } = await makeClass(world.db, { teacher, students: [anna, berta], now: world.clock.now })
  const { id: elsewhere } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
  const api = world.api(teacher)
  const session = async () => {
    const { id } = await api.sessions.create({ classId: place, openNow: true })
    world.wait(5)
    for (const { id: studentId } of [anna, berta])
      await api.attendance.mark({ sessionId: id, studentId, status: 'PRESENT' })
    world.wait(5)
    return id
  }
  const ended = await session()
  await api.sessions.close({ sessionId: ended })
  const open = await session()
  const plannedStart = '2026-04-01T09:00'
  const { id: planned } = await api.sessions.create({ classId: place, openNow: false, plannedStart })
  await world.db.member.create({
    data: { placeId: place, userId: late.id, number: 9, joinedAt: world.clock.now },
  })
  const members = await world.db.member.findMany({ where: { placeId: place, userId: anna.id } })
  const people = {
    ...{ teacher: teacher.id, anna: anna.id, berta: berta.id },
    ...{ late: late.id, stranger: stranger.id },
  }
  return { ...people, place, elsewhere, ended, open, planned, member: members[0]?.id ?? '' }
}

/** Anna has photos, templates, checks with a snapshot, a challenge; there are a roll call, kiosks and a calibration. */
export async function faceRows(world: World) {
  const school = await schoolRows(world)
  const { anna, berta, teacher, place, elsewhere, open, ended } = school
  const { db, clock } = world
  const createdAt = clock.now
  const consents = [anna, berta].map((userId) => ({ userId, noticeVersion: 4, givenAt: createdAt }))
  await db.consent.createMany({ data: consents })
  const photo = randomUUID()
  const image = sealedBytes()
  await db.enrolmentPhoto.create({ data: { id: photo, userId: anna, image, createdAt } })
  await db.template.create({ data: { userId: anna, photoId: photo, model: 'm', vector: image, createdAt } })
  const calibration = await db.calibration.create({
    data: {
      ...{ model: 'm', people: 2, photos: 4, impostorPairs: 4, genuinePairs: 2, score: 'COHORT', createdAt },
      ...{ verify: 0.5, sure: 0.6, likely: 0.4, margin: 0.1, verifyFmr: 1e-4, sureFmr: 1e-5 },
      curves: {
        basis: 'site',
        levels: [{ fmr: 0.001, score: 0.4 }],
        highestStrangers: [{ aId: anna, bId: berta, similarity: 0.3 }],
        lowestGenuine: [{ userId: anna, photoId: photo, similarity: 0.6 }],
      },
    },
  })
  const kiosk = async (placeId: string, first: number) =>
    (
      await db.kiosk.create({
        data: { placeId, name: 'Door', tokenHash: hash(first), createdAt, registeredAt: createdAt },
      })
    ).id
  const [here, there] = [await kiosk(place, 1), await kiosk(elsewhere, 2)]
  const check = await db.faceCheck.create({
    data: {
      ...{ userId: anna, placeId: place, sessionId: open, kioskId: here, purpose: 'CLOCK_IN' },
      ...{ outcome: 'MATCHED', model: 'm', calibrationId: calibration.id, similarity: 0.7, threshold: 0.5 },
      ...{ live: 0.9, liveThreshold: 0.1, liveness: 'PAD', at: createdAt },
      evidence: { create: { image, createdAt } },
    },
  })
  const made = { placeId: place, sessionId: open, model: 'm', threshold: 0.5, at: createdAt }
  const nobody = await db.faceCheck.create({
    data: { ...made, purpose: 'CLOCK_IN', outcome: 'NOT_MATCHED' },
  })
  const bertas = await db.faceCheck.create({
    data: { ...made, userId: berta, purpose: 'CLOCK_IN', outcome: 'NOT_MATCHED' },
  })
  await db.consent.updateMany({ where: { userId: berta }, data: { withdrawnAt: createdAt } })
  const expiresAt = new Date(createdAt.getTime() + 60_000)
  const challenge = await db.faceChallenge.create({
    data: {
      ...{ userId: anna, placeId: place, sessionId: open, purpose: 'CLOCK_IN' },
      ...{ steps: ['TURN_LEFT'], createdAt, expiresAt },
    },
  })
  const rollCallOf = async (sessionId: string, first: number) => {
    const begun = { createdById: teacher, state: 'READY' as const, createdAt }
    const { id } = await db.rollCall.create({ data: { ...begun, sessionId } })
    const { id: photoId } = await db.rollCallPhoto.create({
      data: { rollCallId: id, position: 1, image, fingerprint: hash(first) },
    })
    await db.rollCallFace.create({
      data: { rollCallId: id, photoId, box: {}, crop: image, vector: image, band: 'LIKELY', studentId: anna },
    })
    return { id, photoId }
  }
  const [roll, other] = [await rollCallOf(open, 3), await rollCallOf(ended, 4)]
  const over = { createdById: teacher, state: 'CONFIRMED' as const, createdAt, confirmedAt: createdAt }
  const { id: confirmed } = await db.rollCall.create({ data: { ...over, sessionId: ended } })
  const { id: undone } = await db.rollCall.create({
    data: { ...over, sessionId: ended, undoneAt: createdAt },
  })
  await db.refusedMatch.create({
    data: {
      placeId: place,
      studentId: anna,
      fingerprint: hash(5),
      box: {},
      model: 'm',
      vector: image,
      createdAt,
    },
  })
  await db.duplicateCase.create({
    data: { userId: anna, knownId: berta, model: 'm', image, similarity: 0.9, state: 'OPEN', createdAt },
  })
  return {
    ...{ ...school, photo, here, there, confirmed, undone, roll: roll.id, rollPhoto: roll.photoId },
    ...{ other: other.id, check: check.id, nobody: nobody.id, bertas: bertas.id, challenge: challenge.id },
  }
}

/** A café with an entry, a correction that is asked for, and a payment with one line. */
export async function workRows(world: World) {
  const place = await cafe(world)
  const elsewhere = await cafe(world)
  const { db, clock } = world
  const { employmentId, workplaceId, owner } = place
  const entry = await worked(world, place, ['2026-03-10T08:00:00Z', '2026-03-10T16:00:00Z'])
  const inside = await worked(world, elsewhere, ['2026-03-10T08:00:00Z', null])
  const createdAt = clock.now
  const wanted = { employmentId, askedById: owner.id, wanted: {}, reason: 'x', createdAt }
  const correction = await db.correction.create({ data: { ...wanted, state: 'ASKED' } })
  const period = await db.payPeriod.create({
    data: { workplaceId, from: new Date('2026-03-01'), to: new Date('2026-03-31'), createdAt },
  })
  const payment = await db.payment.create({
    data: {
      ...{ periodId: period.id, employmentId, currency: 'EUR', grossMinor: 16_000n, method: 'CASH' },
      ...{ paidOn: new Date('2026-04-01'), madeById: owner.id, createdAt },
      lines: {
        create: {
          position: 0,
          day: new Date('2026-03-10'),
          kind: 'regular',
          minutes: 480,
          amountMinor: 16_000n,
        },
      },
    },
  })
  return {
    ...{ workplace: workplaceId, employment: employmentId, otherEmployment: elsewhere.employmentId },
    ...{
      owner: owner.id,
      entry: entry.id,
      inside: inside.id,
      correction: correction.id,
      payment: payment.id,
    },
  }
}
