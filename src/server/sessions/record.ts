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
  after: AttendanceRecord
}

interface RecordChanges {
  sessionId: string
  classId: string
  actorId: string
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

/** Writes records that are locked; answers with their ids by student. */
async function writeRecords({ tx, now }: TxContext, { sessionId, changes }: RecordChanges) {
  const fresh = changes.filter(({ before }) => !before)
  const known = changes.filter(({ before }) => before)
  const rows = known.map(({ studentId, after }) => ({ studentId, ...after }))
  const written = [
    ...(await tx.attendance.createManyAndReturn({
      data: fresh.map(({ studentId, after }) => ({ sessionId, studentId, ...after, createdAt: now })),
      select: { id: true, studentId: true },
    })),
    ...(await tx.$queryRaw<Array<{ id: string; studentId: string }>>`
      UPDATE "Attendance" a
      SET status = r.status, method = r.method, "clockedInAt" = r."clockedInAt",
        "clockedOutAt" = r."clockedOutAt", note = r.note
      FROM jsonb_populate_recordset(NULL::"Attendance", ${JSON.stringify(rows)}::jsonb) r
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
  for (const { studentId, method, before, after } of changes) {
    const id = ids.get(studentId)
    if (!id) throw new Error('A record was not written')
    change(recordChange({ id, classId, actorId, method, before, after }))
    publish([sessionTopic(sessionId), studentTopic(studentId)], {
      type: 'attendance.changed',
      studentId,
      record: { ...after, ...asKept(after) },
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
  actorId: string
}

/** Records the end of a session for everybody without a record, in few statements whatever their number. */
export async function saveAbsences(
  { tx, change, now }: TxContext,
  { sessionId, classId, studentIds, actorId }: Absences,
): Promise<void> {
  const created = await tx.attendance.createManyAndReturn({
    data: studentIds.map((studentId) => ({
      sessionId,
      studentId,
      status: 'ABSENT' as const,
      method: 'SESSION_END' as const,
      createdAt: now,
    })),
    select: { id: true, ...recordFields },
  })
  const method = 'SESSION_END'
  for (const { id, ...after } of created)
    change(recordChange({ id, classId, actorId, method, before: null, after }))
}
