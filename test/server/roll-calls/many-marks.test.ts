import { randomUUID } from 'node:crypto'
import { makeClass } from '@test/support/factories'
import { listenToBoard } from '@test/support/listen'
import { recordedStatements } from '@test/support/recorded-statements'
import { testWorld } from '@test/support/world'
import { afterAll, expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import type { Actor } from '@/server/context/context'
import { seal } from '@/server/crypto/seal'
import { evidenceImage } from '@/server/evidence/service'
import { cropLabel } from '@/server/roll-calls/sealing'

const world = testWorld()
const recorded: { close: () => Promise<void> }[] = []
afterAll(() => Promise.all(recorded.map(({ close }) => close())))

/** A roll call that was read, with a face for each of so many students, who agreed to be found. */
async function readWith(many: number) {
  const now = world.clock.now
  const teacher = await world.user(['TEACHER'])
  const students: Actor[] = []
  for (let at = 0; at < many; at++) students.push(await world.user(['STUDENT'], `Student ${at}`))
  await world.db.consent.createMany({
    data: students.map(({ id }) => ({ userId: id, noticeVersion: NOTICE_VERSION, givenAt: now })),
  })
  const { id: classId } = await makeClass(world.db, { teacher, students, now })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  const rollCall = await world.db.rollCall.create({
    data: {
      sessionId,
      createdById: teacher.id,
      state: 'READY',
      model: 'retail-0095',
      createdAt: now,
      photos: { create: { position: 1, fingerprint: Buffer.from('one'), doneAt: now } },
    },
    include: { photos: true },
  })
  const faces = students.map(({ id }, at) => ({ id: randomUUID(), studentId: id, x: at }))
  await world.db.rollCallFace.createMany({
    data: faces.map(({ id, studentId, x }) => ({
      id,
      rollCallId: rollCall.id,
      photoId: rollCall.photos[0]?.id ?? '',
      box: { x, y: 0, width: 1, height: 1 },
      crop: Uint8Array.from(
        seal(world.context().settings.faceKey, cropLabel(id), Buffer.from(`face of ${studentId}`)),
      ),
      band: 'SURE' as const,
      studentId,
      similarity: 0.9,
    })),
  })
  const marks = faces.map(({ id, studentId }) => ({ faceId: id, studentId, evenIfExcused: false }))
  return { teacher, students, sessionId, rollCallId: rollCall.id, marks }
}

async function statementsOf(many: number, { absent = 0 } = {}) {
  const school = await readWith(many)
  const { teacher, students, sessionId, rollCallId, marks } = school
  for (const { id: studentId } of students.slice(0, absent))
    await world.api(teacher).attendance.mark({ sessionId, studentId, status: 'ABSENT', note: 'Not seen' })
  const watched = recordedStatements(world.url)
  recorded.push(watched)
  const api = world.api(teacher, { db: watched.db })
  const statements = await watched.of(async () => {
    const answer = await api.rollCalls.confirm({ rollCallId, marks })
    expect(answer).toEqual({ marked: many, late: 0, unchanged: 0 })
  })
  return { ...school, statements }
}

test('60 marks take as many statements as 2, and each is there with its history, its evidence and its event', async () => {
  const two = await statementsOf(2, { absent: 1 })
  const sixty = await statementsOf(60, { absent: 30 })
  expect(sixty.statements).toHaveLength(two.statements.length)
  expect(sixty.statements.length).toBeLessThan(40)

  const { teacher, students, sessionId } = sixty
  const { students: shown } = await world.api(teacher).sessions.board({ sessionId })
  expect(shown.map(({ record }) => [record?.status, record?.method])).toEqual(
    Array(60).fill(['PRESENT', 'GROUP_PHOTO']),
  )
  for (const at of [0, 59]) {
    const studentId = students[at]?.id ?? ''
    const history = await world.api(teacher).attendance.recordHistory({ sessionId, studentId })
    expect(history.changes.map(({ method }) => method)).toEqual(
      at === 0 ? ['GROUP_PHOTO', 'HAND'] : ['GROUP_PHOTO'],
    )
    const faceCheckId = history.faceChecks[0]?.id ?? ''
    const picture = await evidenceImage(world.as(teacher), { faceCheckId })
    expect(picture.toString()).toBe(`face of ${studentId}`)
  }
  const stream = listenToBoard(world.as(teacher), sessionId, '0')
  // The opening, 30 by hand, the 60 marks and the end of the roll call.
  await stream.until(92)
  const told = stream.events.slice(31, 91)
  const inOrder = students.map(({ id }) => id).sort()
  expect(told.map((event) => event.type === 'attendance.changed' && event.studentId)).toEqual(inOrder)
  await stream.cut()
})
