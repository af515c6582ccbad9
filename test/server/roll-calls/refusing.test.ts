import { consentedTo } from '@test/support/consents'
import { refusal } from '@test/support/errors'
import { enrol, groupPhoto, lesson, readRollCall } from '@test/support/roll-call-material'
import { untilSomebodyWaits } from '@test/support/waiting'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { IDENTIFICATION_NOTICE } from '@/domain/enrolment'
import { faceBoxSchema } from '@/domain/roll-calls-schema'
import { lockEnrolment } from '@/server/biometrics/enrolment-lock'
import { eraseFace } from '@/server/erasure/service'
import { transact } from '@/server/live/publish'
import { purgeRollCalls } from '@/server/roll-calls/discard'

const world = testWorld()
const HOUR = 60
const DAY = 24 * HOUR

async function school(options: Parameters<typeof lesson>[1] = { enrolled: ['anna', 'dora'] }) {
  const made = await lesson(world, options)
  const { api, sessionId } = made
  const photos = async (again: boolean) => [await groupPhoto('annaAndDora', { again })]
  return {
    ...made,
    /** A new roll call with the same photo, or with another file of the same scene. */
    read: async ({ again = false } = {}) => readRollCall(world, api, sessionId, await photos(again)),
    /** Who was found, and in which face. */
    found: async (rollCallId: string) => {
      const { faces } = await api.rollCalls.review({ rollCallId })
      const named = faces.filter(({ studentId }) => studentId)
      return new Map(named.map(({ id, studentId }) => [studentId, id]))
    },
    /** Whom the face is offered as that was taken for Anna before anything was refused: the middle one of the photo. */
    offered: async (rollCallId: string) => {
      const { faces } = await api.rollCalls.review({ rollCallId })
      const rows = await world.db.rollCallFace.findMany({ where: { rollCallId } })
      const middle = rows.find(({ box }) => Math.abs(faceBoxSchema.parse(box).x - 1071) < 30)
      const face = faces.find(({ id }) => id === middle?.id)
      return [face?.studentId, ...(face?.others ?? [])]
    },
  }
}

describe('"not this person"', () => {
  test('is not offered again, in this roll call and in later ones with the same file', async () => {
    const { api, people, read, found, offered } = await school()
    const studentId = people.anna.id
    const first = await read()
    expect(await offered(first)).toContain(studentId)
    const faceId = (await found(first)).get(studentId) ?? ''
    await api.rollCalls.refuse({ faceId, studentId })
    await api.rollCalls.refuse({ faceId, studentId })
    expect(await world.db.refusedMatch.count()).toBe(1)
    expect(await offered(first)).not.toContain(studentId)
    await api.rollCalls.confirm({ rollCallId: first, marks: [] })
    const second = await read()
    expect(await offered(second)).not.toContain(studentId)
    await api.rollCalls.discard({ rollCallId: second })
    // Another file of the same scene: there the person is known by their face.
    expect(await offered(await read({ again: true }))).not.toContain(studentId)
  }, 120_000)

  test('can be taken back', async () => {
    const { api, people, read, found } = await school()
    const studentId = people.anna.id
    const rollCallId = await read()
    const faceId = (await found(rollCallId)).get(studentId) ?? ''
    await api.rollCalls.refuse({ faceId, studentId })
    await api.rollCalls.takeBackRefusal({ faceId, studentId })
    expect((await found(rollCallId)).get(studentId)).toBe(faceId)
  }, 120_000)

  test('keeps the face sealed, and forgets what it looks like as evidence is forgotten', async () => {
    const { api, people, read, found, offered } = await school()
    const studentId = people.anna.id
    const rollCallId = await read()
    await api.rollCalls.refuse({ faceId: (await found(rollCallId)).get(studentId) ?? '', studentId })
    await api.rollCalls.discard({ rollCallId })
    const { recogniser } = await world.context().faceEngine()
    const [kept] = await world.db.refusedMatch.findMany()
    expect(kept?.vector?.length).toBe(29 + 4 * (recogniser === 'dlib' ? 128 : 256))
    world.wait(29 * DAY)
    await purgeRollCalls(world.context())
    expect((await world.db.refusedMatch.findFirst())?.vector).not.toBeNull()
    world.wait(DAY)
    await purgeRollCalls(world.context())
    expect(await world.db.refusedMatch.findFirst()).toMatchObject({ vector: null, model: null })
    expect(await offered(await read())).not.toContain(studentId)
  }, 120_000)

  test('is said about students of the class only', async () => {
    const { api, read, found } = await school()
    const [faceId = ''] = (await found(await read())).values()
    const { id: studentId } = await world.user(['STUDENT'])
    expect(await refusal(api.rollCalls.refuse({ faceId, studentId }))).toBe('request.not_found')
  }, 120_000)
})

describe('nobody is looked for', () => {
  test('who agreed to a notice that did not say so, though they clock in by face', async () => {
    const { people, read, found } = await school()
    await consentedTo(world, IDENTIFICATION_NOTICE - 1, people.anna.id)
    expect([...(await found(await read())).keys()]).toEqual([people.dora.id])
    expect(await world.api(people.anna).enrolment.status()).toMatchObject({ enrolled: true })
  }, 120_000)

  test.each([
    ['', (id: string) => world.db.user.update({ where: { id }, data: { faceOff: 'STAFF' } })],
    [
      ' in this class',
      (userId: string) =>
        world.db.member.updateMany({ where: { userId }, data: { faceOffSince: world.clock.now } }),
    ],
  ])(
    'whose face is switched off%s, or who has left the class',
    async (_where, switchOff) => {
      const { people, read, found, classId, api } = await school()
      await switchOff(people.anna.id)
      await world.db.member.updateMany({
        where: { placeId: classId, userId: people.dora.id },
        data: { leftAt: world.clock.now },
      })
      const rollCallId = await read()
      expect((await found(rollCallId)).size).toBe(0)
      const { students } = await api.rollCalls.review({ rollCallId })
      expect(students.map(({ name, consented }) => [name, consented])).toEqual([
        ['Anna', false],
        ['Berta', false],
        ['Clara', false],
      ])
    },
    120_000,
  )

  test('whose face is switched off in this class once they were found: nobody’s name any more, and marked by hand', async () => {
    const { people, read, found, classId, sessionId, api } = await school()
    const studentId = people.anna.id
    const rollCallId = await read()
    const faceId = (await found(rollCallId)).get(studentId) ?? ''
    await api.faceOptOut.setAt({ placeId: classId, userId: studentId, off: true })
    expect((await found(rollCallId)).has(studentId)).toBe(false)
    expect(await api.rollCalls.ofSession({ sessionId })).toMatchObject({ findable: 1 })
    await api.rollCalls.confirm({ rollCallId, marks: [{ faceId, studentId, evenIfExcused: false }] })
    expect(await world.db.attendance.findFirst()).toMatchObject({ studentId, method: 'HAND' })
    expect(await world.db.evidence.count()).toBe(0)
  }, 120_000)
})

describe('withdrawing', () => {
  test('in the middle erases the face; the teacher’s mark is then made by hand', async () => {
    const { api, people, sessionId, read, found } = await school()
    const studentId = people.anna.id
    const rollCallId = await read()
    const faceId = (await found(rollCallId)).get(studentId) ?? ''
    await world.api(people.anna).enrolment.withdraw()
    expect(await world.db.rollCallFace.findUnique({ where: { id: faceId } })).toMatchObject({
      crop: new Uint8Array(),
      vector: null,
      studentId: null,
    })
    const { faces } = await api.rollCalls.review({ rollCallId })
    expect(faces.map(({ id }) => id)).not.toContain(faceId)
    const marks = [{ faceId, studentId, evenIfExcused: false }]
    await api.rollCalls.confirm({ rollCallId, marks })
    const { students } = await api.sessions.board({ sessionId })
    expect(students[0]?.record).toMatchObject({ status: 'PRESENT', method: 'HAND' })
    expect([await world.db.evidence.count(), await world.db.faceCheck.count()]).toEqual([0, 0])
  }, 120_000)

  test('while the names are given leaves nobody named who withdrew', async () => {
    const { api, people, read, found } = await school()
    const rollCallId = await read()
    const { anna, dora } = people
    const faceId = (await found(rollCallId)).get(dora.id) ?? ''
    let naming: Promise<unknown> | undefined
    await transact(world.context(), async (ctx) => {
      await lockEnrolment(ctx.tx, anna.id)
      await eraseFace(ctx, anna.id)
      naming = api.rollCalls.takeBackRefusal({ faceId, studentId: dora.id })
      await untilSomebodyWaits(world.db)
    })
    await naming
    expect([...(await found(rollCallId)).keys()]).toEqual([dora.id])
    expect(await world.db.rollCallFace.count({ where: { studentId: anna.id } })).toBe(0)
  }, 120_000)

  test('takes the person out of the faces that were offered as theirs', async () => {
    const { people, read, found } = await school()
    const { anna, dora } = people
    const faceId = (await found(await read())).get(dora.id) ?? ''
    const likely = { band: 'LIKELY' as const, others: [anna.id, people.clara.id] }
    await world.db.rollCallFace.update({ where: { id: faceId }, data: likely })
    await world.api(anna).enrolment.withdraw()
    expect(await world.db.rollCallFace.findUnique({ where: { id: faceId } })).toMatchObject({
      studentId: dora.id,
      others: [people.clara.id],
    })
  }, 120_000)

  test('erases what was refused for the person, and the snapshot of a mark from a photo', async () => {
    const { api, people, read, found } = await school()
    const rollCallId = await read()
    const faces = await found(rollCallId)
    const [anna, dora] = [people.anna.id, people.dora.id]
    await api.rollCalls.refuse({ faceId: faces.get(anna) ?? '', studentId: anna })
    const marks = [{ faceId: faces.get(dora) ?? '', studentId: dora, evenIfExcused: false }]
    await api.rollCalls.confirm({ rollCallId, marks })
    expect([await world.db.refusedMatch.count(), await world.db.evidence.count()]).toEqual([1, 1])
    await world.api(people.anna).enrolment.withdraw()
    await world.api(people.dora).enrolment.withdraw()
    expect([await world.db.refusedMatch.count(), await world.db.evidence.count()]).toEqual([0, 0])
    expect(await world.db.attendance.count()).toBe(1)
  }, 120_000)
})

test('a roll call that nobody confirms is erased within a day, looked after once an hour', async () => {
  const { api, read, sessionId } = await school()
  await read()
  world.wait(DAY - HOUR - 1)
  expect(await purgeRollCalls(world.context())).toEqual({ discarded: 0 })
  world.wait(1)
  expect(await purgeRollCalls(world.context())).toEqual({ discarded: 1 })
  expect([await world.db.rollCallFace.count(), await world.db.rollCallPhoto.count()]).toEqual([0, 0])
  expect(await api.rollCalls.ofSession({ sessionId })).toMatchObject({ rollCall: null })
}, 120_000)

test('somebody who enrols between two photos is found when the names are given', async () => {
  const { api, sessionId, people } = await lesson(world, { enrolled: [] })
  expect(await api.rollCalls.ofSession({ sessionId })).toMatchObject({ students: 4, findable: 0 })
  await enrol(world, people.dora, 'dora')
  expect(await api.rollCalls.ofSession({ sessionId })).toMatchObject({ students: 4, findable: 1 })
  const rollCallId = await readRollCall(world, api, sessionId, [await groupPhoto('annaAndDora')])
  const { faces } = await api.rollCalls.review({ rollCallId })
  expect(faces.flatMap(({ studentId }) => studentId ?? [])).toEqual([people.dora.id])
}, 120_000)
