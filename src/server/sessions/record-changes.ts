import 'server-only'
import type { AttendanceMethod, AttendanceRecord } from '@/domain/attendance'
import type { ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'
import { changesOf, type KnownChange, latestChanges } from '../ledger/read'

/** What the ledger keeps of a record; its note lies beside it. */
export function asKept({ status, clockedInAt, clockedOutAt }: AttendanceRecord) {
  return {
    status,
    clockedInAt: clockedInAt?.toISOString() ?? null,
    clockedOutAt: clockedOutAt?.toISOString() ?? null,
  }
}

const takenBack = { status: null, clockedInAt: null, clockedOutAt: null } as const

interface KeptChange {
  /** Of the record. */
  id: string
  classId: string
  /** Null where it came about by itself. */
  actorId: string | null
  method: AttendanceMethod
  before: AttendanceRecord | null
  /** Null where it was taken back. */
  after: AttendanceRecord | null
  /** Whether it takes back the change before it. */
  undoes?: boolean | undefined
}

/** A change of a record as the ledger keeps it. */
export function recordChange({ id, classId, actorId, method, before, after, undoes }: KeptChange) {
  return {
    ...{ subject: 'attendance' as const, subjectId: id, actorId, placeId: classId },
    before: before && { ...asKept(before), method: before.method },
    after: { ...(after ? asKept(after) : takenBack), method, ...(undoes && { undoes: true as const }) },
    text: after?.note ?? null,
  }
}

interface OfSomebody {
  sessionId: string
  studentId: string
}

/** The id of a student's record in a session, one that was taken back too. */
async function recordId(db: Database, sessionId_studentId: OfSomebody): Promise<string | null> {
  const wanted = { where: { sessionId_studentId }, select: { id: true } } as const
  const found = (await db.attendance.findUnique(wanted)) ?? (await db.clearedRecord.findUnique(wanted))
  return found?.id ?? null
}

const instant = (text: string | null | undefined) => (text ? new Date(text) : null)

/** The ids of students' records in a session, those that were taken back too. */
async function recordIds(db: Database, sessionId: string, studentIds: string[]) {
  const wanted = {
    where: { sessionId, studentId: { in: studentIds } },
    select: { id: true, studentId: true },
  } as const
  return [...(await db.attendance.findMany(wanted)), ...(await db.clearedRecord.findMany(wanted))]
}

type RecordHistory = readonly KnownChange<'attendance'>[]

/** The last of a record's changes, and the record as it stood before it. */
function lastOf([last, earlier]: RecordHistory) {
  if (!last) return null
  const { at, actor, before, after } = last
  const method = before?.method
  const stood: AttendanceRecord | null =
    (before &&
      method && {
        ...{ status: before.status, method, note: earlier?.text ?? null },
        ...{ clockedInAt: instant(before.clockedInAt), clockedOutAt: instant(before.clockedOutAt) },
      }) ||
    null
  const id = BigInt(last.id)
  const { method: by, undoes = false } = after
  return { id, at, actorId: actor?.id ?? null, method: by, undoes, before: stood }
}

/**
 * The last change of the record of each of these students in a session, with what stood before it; whoever is not in it
 * has had none. In few queries whatever their number.
 */
export async function lastRecordChanges(tx: Database, sessionId: string, studentIds: string[]) {
  const records = await recordIds(tx, sessionId, studentIds)
  // The one before the last too: the note that stood is that of the change before.
  const wanted = { subjectIds: records.map(({ id }) => id), each: 2 }
  const changes = await latestChanges({ db: tx }, { subject: 'attendance', ...wanted })
  return new Map(
    records.flatMap(({ id, studentId }) => {
      const last = lastOf(changes.filter(({ subjectId }) => subjectId === id))
      return last ? [[studentId, last] as const] : []
    }),
  )
}

/** What was changed in a student's record of a session, newest first, each with what stood before. */
export async function recordChanges(ctx: ServiceContext, { take, ...of }: OfSomebody & { take: number }) {
  const subjectId = await recordId(ctx.db, of)
  if (!subjectId) return []
  // One more: the note that stood before a change is that of the change before it.
  const changes = await changesOf(ctx, { subject: 'attendance', subjectId, take: take + 1 })
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
