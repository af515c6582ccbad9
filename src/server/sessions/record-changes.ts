import 'server-only'
import type { AttendanceMethod, AttendanceRecord } from '@/domain/attendance'
import type { ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'
import { allChanges, changesOf, type KnownChange } from '../ledger/read'

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
}

/** A change of a record as the ledger keeps it. */
export function recordChange({ id, classId, actorId, method, before, after }: KeptChange) {
  return {
    ...{ subject: 'attendance' as const, subjectId: id, actorId, placeId: classId },
    before: before && { ...asKept(before), method: before.method },
    after: { ...(after ? asKept(after) : takenBack), method },
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

type RecordChangeKept = KnownChange<'attendance'>

/** The record as it stood before a change. Its note is that of the change before. */
function stoodBefore({ before }: RecordChangeKept, earlier: RecordChangeKept | undefined) {
  const method = before?.method
  const stood: AttendanceRecord | null =
    (before &&
      method && {
        ...{ status: before.status, method, note: earlier?.text ?? null },
        ...{ clockedInAt: instant(before.clockedInAt), clockedOutAt: instant(before.clockedOutAt) },
      }) ||
    null
  return stood
}

/** The last change of a student's record, and the record as it stood before it; null where nothing was changed yet. */
export async function lastRecordChange(tx: Database, of: OfSomebody) {
  const subjectId = await recordId(tx, of)
  if (!subjectId) return null
  const [last, earlier] = await changesOf({ db: tx }, { subject: 'attendance', subjectId, take: 2 })
  if (!last) return null
  const { at, actor, after } = last
  return { at, actorId: actor?.id ?? null, method: after.method, before: stoodBefore(last, earlier) }
}

/** The same of several students, by student, with the place of each last change in the ledger. */
export async function lastRecordChanges(
  tx: Database,
  { sessionId, studentIds }: { sessionId: string; studentIds: string[] },
): Promise<Map<string, { id: bigint; before: AttendanceRecord | null }>> {
  const wanted = {
    where: { sessionId, studentId: { in: studentIds } },
    select: { id: true, studentId: true },
  } as const
  const records = [...(await tx.attendance.findMany(wanted)), ...(await tx.clearedRecord.findMany(wanted))]
  const subjectIds = records.map(({ id }) => id)
  const changes = await allChanges({ db: tx }, { subject: 'attendance', subjectIds })
  return new Map(
    records.flatMap(({ id, studentId }) => {
      const own = changes.filter(({ subjectId }) => subjectId === id)
      const last = own.at(-1)
      return last ? [[studentId, { id: BigInt(last.id), before: stoodBefore(last, own.at(-2)) }]] : []
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
