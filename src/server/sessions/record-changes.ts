import 'server-only'
import type { AttendanceMethod, AttendanceRecord } from '@/domain/attendance'
import type { ServiceContext } from '../context/context'
import { changesOf } from '../ledger/read'

/** What the ledger keeps of a record; its note lies beside it. */
export function asKept({ status, clockedInAt, clockedOutAt }: AttendanceRecord) {
  return {
    status,
    clockedInAt: clockedInAt?.toISOString() ?? null,
    clockedOutAt: clockedOutAt?.toISOString() ?? null,
  }
}

interface KeptChange {
  /** Of the record. */
  id: string
  classId: string
  actorId: string | null
  method: AttendanceMethod
  before: AttendanceRecord | null
  after: AttendanceRecord
}

/** A change of a record as the ledger keeps it. */
export function recordChange({ id, classId, actorId, method, before, after }: KeptChange) {
  return {
    ...{ subject: 'attendance' as const, subjectId: id, actorId, placeId: classId },
    ...{ before: before && asKept(before), after: { ...asKept(after), method }, text: after.note },
  }
}

interface Asked {
  sessionId: string
  studentId: string
  take: number
}

const instant = (text: string | null | undefined) => (text ? new Date(text) : null)

/** What was changed in a student's record of a session, newest first, each with what stood before. */
export async function recordChanges(ctx: ServiceContext, { sessionId, studentId, take }: Asked) {
  const record = await ctx.db.attendance.findUnique({
    where: { sessionId_studentId: { sessionId, studentId } },
    select: { id: true },
  })
  if (!record) return []
  // One more: the note that stood before a change is that of the change before it.
  const changes = await changesOf(ctx, { subject: 'attendance', subjectId: record.id, take: take + 1 })
  return changes.slice(0, take).map(({ id, at, actor, before, after, text }, index) => ({
    ...{ id, at, actor, method: after.method },
    oldStatus: before?.status ?? null,
    newStatus: after.status,
    oldClockedInAt: instant(before?.clockedInAt),
    newClockedInAt: instant(after.clockedInAt),
    oldClockedOutAt: instant(before?.clockedOutAt),
    newClockedOutAt: instant(after.clockedOutAt),
    oldNote: changes[index + 1]?.text ?? null,
    newNote: text,
  }))
}
