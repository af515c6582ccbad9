import 'server-only'
import type { AttendanceMethod, AttendanceRecord } from '@/domain/attendance'
import { sessionTopic, studentTopic } from '@/domain/live'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'
import { asKept, recordChange } from './record-changes'

interface RecordChange {
  studentId: string
  method: AttendanceMethod
  before: AttendanceRecord | null
  /** Null where it is taken back. */
  after: AttendanceRecord | null
  /** Whether it takes back the change before it. */
  undoes?: boolean | undefined
}

interface RecordChanges {
  sessionId: string
  classId: string
  /** Null where it comes about by itself. */
  actorId: string | null
  changes: RecordChange[]
}

const recordFields = {
  status: true,
  method: true,
  clockedInAt: true,
  clockedOutAt: true,
  note: true,
} as const

/** The records of students in a session, by student, held until the transaction ends so that two changes never cross. */
export async function lockRecords(
  tx: Database,
  sessionId: string,
  studentIds: string[],
): Promise<Map<string, AttendanceRecord>> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${sessionId} || ':' || student, 0))::text
    FROM unnest(${studentIds}::text[]) WITH ORDINALITY AS students (student, place) ORDER BY place`
  const found = await tx.attendance.findMany({
    where: { sessionId, studentId: { in: studentIds } },
    select: { studentId: true, ...recordFields },
  })
  return new Map(found.map(({ studentId, ...record }) => [studentId, record]))
}

/** The record of one student. */
export async function lockRecord(
  tx: Database,
  sessionId: string,
  studentId: string,
): Promise<AttendanceRecord | null> {
  return (await lockRecords(tx, sessionId, [studentId])).get(studentId) ?? null
}

/** New records, written. Whoever had one that was taken back has the same again, so that its history goes on. */
async function addRecords(
  tx: Database,
  sessionId: string,
  rows: Array<AttendanceRecord & { studentId: string }>,
  now: Date,
) {
  if (rows.length === 0) return []
  const cleared = await tx.clearedRecord.findMany({
    where: { sessionId, studentId: { in: rows.map(({ studentId }) => studentId) } },
    select: { id: true, studentId: true },
  })
  const known = new Map(cleared.map(({ id, studentId }) => [studentId, { id }]))
  return tx.attendance.createManyAndReturn({
    data: rows.map((row) => ({ ...row, ...known.get(row.studentId), sessionId, createdAt: now })),
    select: { id: true, studentId: true, ...recordFields },
  })
}

/** Takes records back that are locked: noting it removes the row. */
async function removeRecords(tx: Database, sessionId: string, studentIds: string[]) {
  if (studentIds.length === 0) return []
  const found = await tx.attendance.findMany({
    where: { sessionId, studentId: { in: studentIds } },
    select: { id: true, studentId: true },
  })
  await tx.clearedRecord.createMany({ data: found.map((of) => ({ ...of, sessionId })) })
  return found
}

/** Writes records that are locked; answers with their ids by student. */
async function writeRecords({ tx, now }: TxContext, { sessionId, changes }: RecordChanges) {
  const gone = changes.filter(({ before, after }) => before && !after)
  const rows = (known: boolean) =>
    changes.flatMap(({ studentId, before, after }) =>
      after && (before !== null) === known ? [{ studentId, ...after }] : [],
    )
  const written = [
    ...(await addRecords(tx, sessionId, rows(false), now)),
    ...(await removeRecords(
      tx,
      sessionId,
      gone.map(({ studentId }) => studentId),
    )),
    ...(await tx.$queryRaw<Array<{ id: string; studentId: string }>>`
      UPDATE "Attendance" a
      SET status = r.status, method = r.method, "clockedInAt" = r."clockedInAt",
        "clockedOutAt" = r."clockedOutAt", note = r.note
      FROM jsonb_populate_recordset(NULL::"Attendance", ${JSON.stringify(rows(true))}::jsonb) r
      WHERE a."sessionId" = ${sessionId}::uuid AND a."studentId" = r."studentId"
      RETURNING a.id, a."studentId"`),
  ]
  return new Map(written.map(({ id, studentId }) => [studentId, id]))
}

/** Writes records, who changed what in them, and the events that tell open boards: in few statements whatever their number. */
export async function saveRecords(ctx: TxContext, saved: RecordChanges): Promise<void> {
  const { publish, change } = ctx
  const { sessionId, classId, actorId, changes } = saved
  const ids = await writeRecords(ctx, saved)
  for (const { studentId, method, before, after, undoes } of changes) {
    const id = ids.get(studentId)
    if (!id) throw new Error('A record was not written')
    change(recordChange({ id, classId, actorId, method, before, after, undoes }))
    publish([sessionTopic(sessionId), studentTopic(studentId)], {
      type: 'attendance.changed',
      studentId,
      record: after && { ...after, ...asKept(after) },
    })
  }
}

/** The same for one student. */
export function saveRecord(
  ctx: TxContext,
  { sessionId, classId, actorId, ...change }: RecordChange & Omit<RecordChanges, 'changes'>,
): Promise<void> {
  return saveRecords(ctx, { sessionId, classId, actorId, changes: [change] })
}

interface Absences {
  sessionId: string
  classId: string
  studentIds: string[]
  actorId: string | null
}

const method = 'SESSION_END' as const

/** Records the end of a session for everybody without a record, in few statements whatever their number. */
export async function saveAbsences(
  { tx, change, now }: TxContext,
  { sessionId, classId, studentIds, actorId }: Absences,
): Promise<void> {
  const absent = { status: 'ABSENT' as const, method, clockedInAt: null, clockedOutAt: null, note: null }
  const rows = studentIds.map((studentId) => ({ studentId, ...absent }))
  const created = await addRecords(tx, sessionId, rows, now)
  for (const { id } of created)
    change(recordChange({ id, classId, actorId, method, before: null, after: absent }))
}

/** Takes the absences back that the end of a session made, where it is opened again: whoever was corrected since stays so. */
export async function takeAbsencesBack(
  { tx, change }: TxContext,
  { sessionId, classId, actorId }: Omit<Absences, 'studentIds'>,
): Promise<void> {
  const found = await tx.attendance.findMany({
    where: { sessionId, method },
    select: { id: true, studentId: true, ...recordFields },
  })
  await removeRecords(
    tx,
    sessionId,
    found.map(({ studentId }) => studentId),
  )
  for (const { id, studentId: _of, ...before } of found)
    change(recordChange({ id, classId, actorId, method, before, after: null }))
}
