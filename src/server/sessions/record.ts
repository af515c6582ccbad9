import 'server-only'
import type { AttendanceMethod, AttendanceRecord } from '@/domain/attendance'
import { type LiveEventPayload, sessionTopic, studentTopic } from '@/domain/live'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'

interface RecordChange {
  sessionId: string
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
export async function saveRecord({ tx, publish, now }: TxContext, change: RecordChange): Promise<void> {
  const { sessionId, studentId, actorId, method, before, after } = change
  const place = { sessionId, studentId }
  const { id } = await tx.attendance.upsert({
    where: { sessionId_studentId: place },
    create: { ...place, ...after, createdAt: now },
    update: after,
    select: { id: true },
  })
  await tx.attendanceChange.create({
    data: {
      attendanceId: id,
      actorId,
      at: now,
      method,
      oldStatus: before?.status ?? null,
      newStatus: after.status,
      oldClockedInAt: before?.clockedInAt ?? null,
      newClockedInAt: after.clockedInAt,
      oldClockedOutAt: before?.clockedOutAt ?? null,
      newClockedOutAt: after.clockedOutAt,
      oldNote: before?.note ?? null,
      newNote: after.note,
    },
  })
  const event: LiveEventPayload = {
    type: 'attendance.changed',
    studentId,
    record: {
      ...after,
      clockedInAt: after.clockedInAt?.toISOString() ?? null,
      clockedOutAt: after.clockedOutAt?.toISOString() ?? null,
    },
  }
  publish([sessionTopic(sessionId), studentTopic(studentId)], event)
}

interface Absences {
  sessionId: string
  studentIds: string[]
  actorId: string
}

/** Records the end of a session for everybody without a record, in two statements whatever their number. */
export async function saveAbsences(
  { tx, now }: TxContext,
  { sessionId, studentIds, actorId }: Absences,
): Promise<void> {
  const created = await tx.attendance.createManyAndReturn({
    data: studentIds.map((studentId) => ({
      sessionId,
      studentId,
      status: 'ABSENT' as const,
      method: 'SESSION_END' as const,
      createdAt: now,
    })),
    select: { id: true },
  })
  await tx.attendanceChange.createMany({
    data: created.map(({ id }) => ({
      attendanceId: id,
      actorId,
      at: now,
      method: 'SESSION_END' as const,
      newStatus: 'ABSENT' as const,
    })),
  })
}
