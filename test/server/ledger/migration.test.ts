import { randomUUID } from 'node:crypto'
import { oldDatabase } from '@test/support/old-database'
import { testWorld } from '@test/support/world'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/server/context/context'
import { sealLedger } from '@/server/ledger/seal'
import { verifyLedger } from '@/server/ledger/verify'

const world = testWorld()

/** The first migration after the version that had a table for each kind of change, as it begins. */
const FIRST_AFTER = '20261129'
let old: Awaited<ReturnType<typeof oldDatabase>>
const [teacher, anna, ben, classId, sessionId, annasRecord, bensRecord, kioskId] = Array.from(
  { length: 8 },
  () => randomUUID(),
) as [string, string, string, string, string, string, string, string]
const minute = (n: number) => new Date(Date.UTC(2026, 2, 2, 3, n))

interface OldChange {
  record: string
  actorId: string | null
  at: Date
  method: string
  statuses: [string | null, string]
  cameAt: [Date | null, Date | null]
  leftAt: [Date | null, Date | null]
  notes: [string | null, string | null]
}

const still: [null, null] = [null, null]
/** In the order of their ids, which is not quite that of their times: the third began before the second. */
const changes: OldChange[] = [
  {
    ...{ record: annasRecord, actorId: anna, at: minute(5), method: 'FACE', statuses: [null, 'PRESENT'] },
    ...{ cameAt: [null, minute(5)], leftAt: still, notes: still },
  },
  {
    ...{
      record: annasRecord,
      actorId: teacher,
      at: minute(9),
      method: 'HAND',
      statuses: ['PRESENT', 'ABSENT'],
    },
    ...{ cameAt: [minute(5), null], leftAt: still, notes: [null, 'was “somebody else” – ü'] },
  },
  {
    ...{ record: annasRecord, actorId: anna, at: minute(8), method: 'CODE', statuses: ['ABSENT', 'LATE'] },
    ...{ cameAt: [null, minute(8)], leftAt: still },
    notes: ['was “somebody else” – ü', 'was “somebody else” – ü'],
  },
  {
    ...{
      record: bensRecord,
      actorId: null,
      at: minute(30),
      method: 'SESSION_END',
      statuses: [null, 'ABSENT'],
    },
    ...{ cameAt: still, leftAt: still, notes: still },
  },
  {
    ...{ record: annasRecord, actorId: anna, at: minute(20), method: 'CODE', statuses: ['LATE', 'LATE'] },
    ...{ cameAt: [minute(8), minute(8)], leftAt: [null, minute(20)] },
    notes: ['was “somebody else” – ü', null],
  },
]

const switches = [
  { userId: anna, reason: 'TOO_MANY_MISSES', actorId: null, at: minute(6) },
  { userId: anna, reason: null, actorId: teacher, at: minute(10) },
  { userId: ben, reason: 'STAFF', actorId: teacher, at: minute(11) },
]

async function fill() {
  const people = [
    [teacher, 'Ms Okafor', 'TEACHER'],
    [anna, 'Anna', 'STUDENT'],
    [ben, 'Ben', 'STUDENT'],
  ] as const
  for (const [id, name, role] of people)
    await old.query(
      `INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt") VALUES ($1, $2, $3, '-', $4, $5)`,
      [id, `${id}@example.org`, name, [role], minute(0)],
    )
  await old.query(
    `INSERT INTO "SchoolClass" (id, "teacherId", name, "joinCode", "timeZone", "createdAt")
     VALUES ($1, $2, 'Physics', 'AB2CD3', 'Asia/Kathmandu', $3)`,
    [classId, teacher, minute(0)],
  )
  for (const [index, id] of [anna, ben].entries())
    await old.query(
      `INSERT INTO "RosterEntry" (id, "classId", "studentId", number, "joinedAt") VALUES ($1, $2, $3, $4, $5)`,
      [randomUUID(), classId, id, index + 1, minute(0)],
    )
  await old.query(
    `INSERT INTO "ClassSession" (id, "classId", state, "lateAfterMinutes", "openedAt", "closedAt", "createdAt")
     VALUES ($1, $2, 'CLOSED', 10, $3, $4, $3)`,
    [sessionId, classId, minute(0), minute(30)],
  )
  for (const [id, student] of [
    [annasRecord, anna],
    [bensRecord, ben],
  ])
    await old.query(
      `INSERT INTO "Attendance" (id, "sessionId", "studentId", status, method, "createdAt")
       VALUES ($1, $2, $3, 'ABSENT', 'HAND', $4)`,
      [id, sessionId, student, minute(5)],
    )
  await old.query(`INSERT INTO "Kiosk" (id, "classId", name, "createdAt") VALUES ($1, $2, 'Door', $3)`, [
    kioskId,
    classId,
    minute(0),
  ])
  await old.query(
    `INSERT INTO "FaceCheck" (id, "userId", "sessionId", "kioskId", purpose, outcome, model, threshold, at)
     VALUES ($1, $2, $3, $4, 'CLOCK_IN', 'MATCHED', 'm', 0.5, $5)`,
    [randomUUID(), anna, sessionId, kioskId, minute(5)],
  )
  for (const { record, actorId, at, method, statuses, cameAt, leftAt, notes } of changes)
    await old.query(
      `INSERT INTO "AttendanceChange" ("attendanceId", "actorId", at, method, "oldStatus", "newStatus",
         "oldClockedInAt", "newClockedInAt", "oldClockedOutAt", "newClockedOutAt", "oldNote", "newNote")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [record, actorId, at, method, ...statuses, ...cameAt, ...leftAt, ...notes],
    )
  for (const { userId, reason, actorId, at } of switches)
    await old.query(`INSERT INTO "FaceOffChange" ("userId", reason, "actorId", at) VALUES ($1, $2, $3, $4)`, [
      ...[userId, reason, actorId, at],
    ])
  await old.query(`UPDATE "User" SET "faceOff" = 'STAFF' WHERE id = $1`, [ben])
}

beforeAll(async () => {
  old = await oldDatabase(FIRST_AFTER)
  await fill()
  await old.migrate()
})
afterAll(() => old.drop())

const actor = (id: string, role: 'TEACHER' | 'STUDENT' | 'ADMIN'): Actor => ({
  ...{ id, name: '', email: '', roles: [role], sessionVersion: 0 },
})
const names: Record<string, string> = { [teacher]: 'Ms Okafor', [anna]: 'Anna' }

/** What the version before showed of a record, newest first. */
function shownBefore(wanted: string) {
  const own = changes.filter(({ record }) => record === wanted).reverse()
  return own.map(({ actorId, at, method, statuses, cameAt, leftAt, notes }) => ({
    ...{ id: expect.any(String), at, method },
    actor: actorId && { name: names[actorId] },
    ...{ oldStatus: statuses[0], newStatus: statuses[1] },
    ...{ oldClockedInAt: cameAt[0], newClockedInAt: cameAt[1] },
    ...{ oldClockedOutAt: leftAt[0], newClockedOutAt: leftAt[1] },
    ...{ oldNote: notes[0], newNote: notes[1] },
  }))
}

test('the history of a record is what it was, for the teacher and for the student', async () => {
  const api = world.api(actor(teacher, 'TEACHER'), { db: old.db })
  for (const [studentId, record] of [
    [anna, annasRecord],
    [ben, bensRecord],
  ] as const) {
    const shown = await api.attendance.recordHistory({ sessionId, studentId })
    expect(shown.changes).toEqual(shownBefore(record))
    const own = world.api(actor(studentId, 'STUDENT'), { db: old.db }).attendance
    expect((await own.ownRecordHistory({ sessionId })).changes).toEqual(shownBefore(record))
  }
})

test('who takes part without a face is who did, since when and by whom', async () => {
  const api = world.api(actor(randomUUID(), 'ADMIN'), { db: old.db }).faceOptOut
  expect(await api.people()).toEqual([
    expect.objectContaining({ id: ben, faceOff: 'STAFF', since: minute(11), by: 'Ms Okafor' }),
  ])
  expect(await api.byEmail({ email: `${anna}@example.org` })).toMatchObject({
    ...{ faceOff: null, since: minute(10), by: 'Ms Okafor' },
  })
})

test('the order of each table and every time are kept, and the numbers go on after them', async () => {
  const rows = await old.db.change.findMany({ orderBy: { id: 'asc' } })
  const of = (subject: string) => rows.filter((row) => row.subject === subject)
  expect(of('attendance').map(({ at }) => at)).toEqual(changes.map(({ at }) => at))
  expect(of('face opt-out')).toMatchObject(
    switches.map(({ userId, reason, actorId, at }) => ({
      ...{ subjectId: userId, actorId, at, after: { faceOff: reason }, placeId: null },
    })),
  )
  expect(of('face opt-out').map(({ before }) => before)).toEqual([
    { faceOff: null },
    { faceOff: 'TOO_MANY_MISSES' },
    { faceOff: null },
  ])
  expect(rows.map(({ id }) => Number(id))).toEqual(rows.map((_, index) => index + 1))
  expect(rows.map(({ via }) => via)).toEqual(['KIOSK', ...Array<string>(rows.length - 1).fill('WEB')])
  expect(new Set(of('attendance').map(({ placeId }) => placeId))).toEqual(new Set([classId]))
  const [next] = await old.query<{ id: string }>(`SELECT nextval('"Change_id_seq"') AS id`)
  expect(next?.id).toBe(String(rows.length + 1))
  const gone = await old.query(`SELECT to_regclass('"AttendanceChange"') a, to_regclass('"FaceOffChange"') f`)
  expect(gone).toEqual([{ a: null, f: null }])
})

test('no note stands in the chained part, and what was migrated is sealed and fits', async () => {
  const rows = await old.db.change.findMany()
  expect(JSON.stringify(rows.map(({ before, after }) => [before, after]))).not.toContain('somebody')
  const ctx = world.context(null, { db: old.db })
  expect(await verifyLedger(ctx)).toMatchObject({ rows: 8, unsealed: 8, fault: null })
  await sealLedger(ctx)
  expect(await verifyLedger(ctx)).toMatchObject({ rows: 8, unsealed: 0, erasedTexts: 0, fault: null })
})
