import { randomUUID } from 'node:crypto'
import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { listenToFeeds } from '@test/support/listen'
import { sealedBytes } from '@test/support/sealed'
import { untilSomebodyWaits } from '@test/support/waiting'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { reviewedPhoto } from '@/server/calibration/review'
import { evidenceImage } from '@/server/evidence/service'
import { kioskOfLink } from '@/server/kiosks/service'
import { faceCrop } from '@/server/roll-calls/review'

const world = testWorld()

/** A class that two teachers run, with a session that is open. */
async function shared() {
  const owner = await world.user(['TEACHER'], 'Ms Okafor')
  const colleague = await world.user(['TEACHER'], 'Mr Berg')
  const student = await world.user(['STUDENT'])
  const now = world.clock.now
  const { id: placeId } = await makeClass(world.db, { teacher: owner, students: [student], now })
  await world.db.leader.create({ data: { placeId, userId: colleague.id, role: 'ASSISTANT', since: now } })
  const { id: sessionId } = await world.api(owner).sessions.create({ classId: placeId, openNow: true })
  const remove = () => world.api(owner).places.removeLeader({ placeId, userId: colleague.id })
  return {
    owner,
    colleague,
    student,
    placeId,
    classId: placeId,
    sessionId,
    remove,
    api: world.api(colleague),
  }
}

type Shared = Awaited<ReturnType<typeof shared>>

describe('whoever is taken off the leaders while they do something', () => {
  const calls: Array<[string, (given: Shared) => Promise<unknown>]> = [
    ['adds a kiosk', ({ api, placeId }) => api.kiosks.add({ placeId, name: 'Mine' })],
    [
      'plans a session',
      ({ api, classId }) =>
        api.sessions.create({ classId, openNow: false, plannedStart: '2026-03-03T09:00' }),
    ],
    [
      'changes the class',
      ({ api, classId }) =>
        api.classes.update({ classId, name: 'Mine', timeZone: 'Europe/Berlin', lateAfterMinutes: 1 }),
    ],
    ['makes a new code', ({ api, classId }) => api.classes.regenerateCode({ classId })],
    [
      'writes a note',
      ({ api, classId, student }) => api.students.addNote({ classId, studentId: student.id, text: 'Mine' }),
    ],
    [
      'removes a student',
      ({ api, placeId, student }) => api.places.removeMember({ placeId, userId: student.id }),
    ],
  ]
  test('asks for another link of a kiosk: there is none', async () => {
    const { owner, api, placeId, colleague } = await shared()
    const { kioskId } = await world.api(owner).kiosks.add({ placeId, name: 'Front door' })
    const before = await world.db.kiosk.findUniqueOrThrow({ where: { id: kioskId } })
    let made: Promise<unknown> | undefined
    await world.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Place" WHERE id = ${placeId}::uuid FOR NO KEY UPDATE`
      made = refusal(api.kiosks.renewLink({ kioskId }))
      await untilSomebodyWaits(world.db)
      await tx.leader.delete({ where: { placeId_userId: { placeId, userId: colleague.id } } })
    })
    expect(await made).toBe('request.not_found')
    expect(await world.db.kiosk.findUniqueOrThrow({ where: { id: kioskId } })).toEqual(before)
  })

  test.each(calls)('%s: it comes to nothing', async (_what, call) => {
    const given = await shared()
    const { placeId, colleague, student } = given
    let made: Promise<string | null> | undefined
    await world.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Place" WHERE id = ${placeId}::uuid FOR NO KEY UPDATE`
      made = refusal(call(given)) as Promise<string | null>
      await untilSomebodyWaits(world.db)
      await tx.leader.delete({ where: { placeId_userId: { placeId, userId: colleague.id } } })
    })
    expect(await made).toBe('request.not_found')
    expect(await world.db.kiosk.count()).toBe(0)
    expect(await world.db.studentNote.count()).toBe(0)
    expect(await world.db.classSession.count()).toBe(1)
    expect(await world.db.member.count({ where: { userId: student.id, leftAt: null } })).toBe(1)
    expect(await world.db.place.findUnique({ where: { id: placeId } })).toMatchObject({ name: 'Physics 9b' })
  })

  test.each([
    [
      'marks',
      ({ api, sessionId, student }: Shared) =>
        api.attendance.mark({ sessionId, studentId: student.id, status: 'PRESENT' }),
    ],
    [
      'marks many',
      ({ api, sessionId, student }: Shared) =>
        api.attendance.markMany({ sessionId, studentIds: [student.id], status: 'PRESENT' }),
    ],
    ['ends the session', ({ api, sessionId }: Shared) => api.sessions.close({ sessionId })],
    ['begins a roll call', ({ api, sessionId }: Shared) => api.rollCalls.create({ sessionId })],
  ])('%s: it comes to nothing', async (_what, call) => {
    const given = await shared()
    const { placeId, sessionId, colleague } = given
    let made: Promise<string | null> | undefined
    await world.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "ClassSession" WHERE id = ${sessionId}::uuid FOR UPDATE`
      made = refusal(call(given)) as Promise<string | null>
      await untilSomebodyWaits(world.db)
      await tx.leader.delete({ where: { placeId_userId: { placeId, userId: colleague.id } } })
    })
    expect(await made).toBe('request.not_found')
    expect(await world.db.attendance.count()).toBe(0)
    expect(await world.db.rollCall.count()).toBe(0)
  })
})

describe('whoever no longer runs a class', () => {
  test('hears nothing more of its board', async () => {
    const { api, colleague, sessionId, student, owner, remove } = await shared()
    const { lastEventId } = await api.sessions.board({ sessionId })
    const board = listenToFeeds(world.as(colleague), [{ kind: 'session', sessionId }], lastEventId)
    await world.api(owner).attendance.mark({ sessionId, studentId: student.id, status: 'LATE' })
    await board.until(1)
    await remove()
    await world.api(owner).attendance.mark({ sessionId, studentId: student.id, status: 'PRESENT' })
    expect(await board.done).toBe('ended')
    expect(board.events).toHaveLength(1)
  })

  test('sees none of its pictures', async () => {
    const { colleague, placeId, sessionId, student, remove } = await shared()
    const at = world.clock.now
    await world.db.consent.create({ data: { userId: student.id, noticeVersion: 4, givenAt: at } })
    const { id: faceCheckId } = await world.db.faceCheck.create({
      data: {
        ...{ userId: student.id, placeId, sessionId, purpose: 'CLOCK_IN', outcome: 'MATCHED' },
        ...{
          model: 'm',
          threshold: 0.5,
          at,
          evidence: { create: { image: sealedBytes(), createdAt: at } },
        },
      },
    })
    const ctx = world.as(colleague)
    // The row is theirs to see; its bytes open with no key.
    await expect(evidenceImage(ctx, { faceCheckId })).rejects.toThrow('unable to authenticate')
    await remove()
    const id = randomUUID()
    const asked = [
      evidenceImage(ctx, { faceCheckId }),
      faceCrop(ctx, { faceId: id }),
      reviewedPhoto(ctx, { photoId: id }),
    ]
    for (const answer of await Promise.all(asked.map(refusal))) expect(answer).toBe('request.not_found')
  })

  test('has no link to a kiosk left, nor an invitation that they sent', async () => {
    const { owner, colleague, placeId, api, remove } = await shared()
    const { link } = await api.kiosks.add({ placeId, name: 'Mine' })
    await remove()
    expect(await refusal(kioskOfLink(world.context(), { link }))).toBe('kiosks.link_dead')
    await world.db.leader.create({
      data: { placeId, userId: colleague.id, role: 'ASSISTANT', since: world.clock.now },
    })
    await world.api(owner).places.invite({ placeId, email: 'mine@example.org' })
    await world.api(owner).places.handOver({ placeId, userId: colleague.id })
    expect(await world.db.leaderInvitation.count()).toBe(0)
  })
})

test('whoever is a teacher no more, and an employer still, reaches nothing of the classes that they led', async () => {
  const { colleague, placeId, owner } = await shared()
  await world.db.user.update({ where: { id: colleague.id }, data: { roles: ['EMPLOYER'] } })
  const api = world.api({ ...colleague, roles: ['EMPLOYER'] })
  const reached = [
    () => api.places.leaders({ placeId }),
    () => api.kiosks.ofPlace({ placeId }),
    () => api.kiosks.add({ placeId, name: 'Mine' }),
    () => api.places.stopLeading({ placeId }),
  ]
  for (const reach of reached) expect(await refusal(reach())).toBe('request.not_found')
  expect(await world.api(owner).places.leaders({ placeId })).toMatchObject({ leaders: { length: 2 } })
})

test('whoever teaches and employs changes no workplace of theirs as if it were a class', async () => {
  const both = await world.user(['TEACHER', 'EMPLOYER'])
  const api = world.api(both)
  const { id } = await api.workplaces.create({
    ...{ name: 'Corner Café', timeZone: 'Europe/Berlin', country: 'DE', currency: 'EUR' },
    ...{ weekStart: 'MONDAY', payCycle: 'MONTHLY', firstPeriod: '2026-03-01' },
  })
  const before = await world.db.place.findUnique({ where: { id } })
  expect(await refusal(api.classes.setArchived({ classId: id, archived: true }))).toBe('request.not_found')
  expect(await refusal(api.classes.regenerateCode({ classId: id }))).toBe('request.not_found')
  expect(await refusal(api.classes.update({ classId: id, name: 'Physics' }))).toBe('request.not_found')
  expect(await world.db.place.findUnique({ where: { id } })).toEqual(before)
})

test('whoever archives a class of theirs is told of in the ledger, once', async () => {
  const { owner, placeId, sessionId } = await shared()
  await world.api(owner).sessions.close({ sessionId })
  for (const archived of [true, true, false])
    await world.api(owner).classes.setArchived({ classId: placeId, archived })
  const changes = await world.db.change.findMany({ where: { subject: 'archiving', placeId } })
  expect(changes.map(({ actorId, after }) => [actorId, after])).toEqual([
    [owner.id, { archived: true }],
    [owner.id, { archived: false }],
  ])
})
