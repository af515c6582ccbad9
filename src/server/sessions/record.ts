import 'server-only'
import type { AttendanceMethod, AttendanceRecord } from '@/domain/attendance'
import { type LiveEventPayload, sessionTopic, studentTopic } from '@/domain/live'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'
import { asKept, recordChange } from './record-changes'

interface RecordChange {
  sessionId: string
  classId: string
  studentId: string
  actorId: string
  method: AttendanceMethod
  before: AttendanceRecord | null
  after: AttendanceRecord
}

const recordFields = {
  status: true,
  method: true,
  clockedInAt: true,
  clockedOutAt: true,
  note: true,
} as const

/** The record of a student in a session, held until the transaction ends so that two changes never cross. */
export async function lockRecord(
  tx: Database,
  sessionId: string,
  studentId: string,
): Promise<AttendanceRecord | null> {
  const place = { sessionId, studentId }
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${sessionId}:${studentId}`}, 0))::text`
  return tx.attendance.findUnique({ where: { sessionId_studentId: place }, select: recordFields })
}

/** Writes a record, who changed what in it, and the event that tells open boards. */
export async function saveRecord(ctx: TxContext, saved: RecordChange): Promise<void> {
  const { tx, publish, change, now } = ctx
  const { sessionId, classId, studentId, actorId, method, before, after } = saved
  const place = { sessionId, studentId }
  const { id } = await tx.attendance.upsert({
    where: { sessionId_studentId: place },
    create: { ...place, ...after, createdAt: now },
    update: after,
    select: { id: true },
  })
  change(recordChange({ id, classId, actorId, method, before, after }))
  const event: LiveEventPayload = {
    type: 'attendance.changed',
    studentId,
    record: { ...after, ...asKept(after) },
  }
  publish(sessionTopic(sessionId), event)
  publish(studentTopic(studentId), event)
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
