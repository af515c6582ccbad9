import 'server-only'
import {
  type AttendanceRecord,
  type AttendanceStatus,
  canUndo,
  markByHand,
  sameRecord,
} from '@/domain/attendance'
import { knowsNotYet, recordedAs, type Standing } from '@/domain/board'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { ClassSession } from '../db/generated/client'
import { shownChecks } from '../face-checks/shown'
import { nowHeld, transact } from '../live/publish'
import { membersAmong, requireMember } from '../sessions/members'
import { lockRecords, saveRecords } from '../sessions/record'
import { lastRecordChanges, recordChanges } from '../sessions/record-changes'
import { lockOwnSession, ownSession } from '../sessions/service'

/** What a mark that is sent later was chosen upon. */
interface Seen {
  seen?: Standing | undefined
}

interface MarkInput extends Seen {
  sessionId: string
  studentId: string
  status: AttendanceStatus
  note?: string | undefined
  left?: boolean | undefined
}

interface RecordOf {
  sessionId: string
  studentId: string
}

interface Held {
  ctx: TxContext<ActorContext>
  session: ClassSession
  /** By student; whoever has no record is not in it. */
  records: ReadonlyMap<string, AttendanceRecord>
}

/** What is to stand of a student; null where the record is taken back. */
interface Decided {
  studentId: string
  after: AttendanceRecord | null
  /** Whether it takes back the change before it. */
  undoes?: true
}

interface RecordsOf {
  sessionId: string
  studentIds: readonly string[]
}

/**
 * Changes records by hand in one transaction, while session and records are held; what stays as it is need not be
 * written. Answers whose record was changed.
 */
async function changeByHand(
  ctx: ActorContext,
  { sessionId, studentIds }: RecordsOf,
  decide: (held: Held) => Promise<Decided[]>,
): Promise<string[]> {
  await ownSession(ctx, sessionId)
  return transact(ctx, async (begun) => {
    const session = await lockOwnSession(begun, sessionId, 'SHARE')
    const ctx = nowHeld(begun, [session.openedAt])
    if (session.state === 'SCHEDULED') throw new AppError('sessions.not_open')
    // In one order, so that two who mark the same students never wait for each other.
    const records = await lockRecords(ctx.tx, sessionId, [...new Set(studentIds)].sort())
    const decided = await decide({ ctx, session, records })
    const changes = decided.flatMap(({ studentId, after, undoes }) => {
      const before = records.get(studentId) ?? null
      const same = after === null ? before === null : sameRecord(before, after)
      return same ? [] : [{ studentId, method: 'HAND' as const, before, after, undoes }]
    })
    const of = { sessionId, classId: session.classId, actorId: ctx.actor.id }
    if (changes.length > 0) await saveRecords(ctx, { ...of, changes })
    return changes.map(({ studentId }) => studentId)
  })
}

const one = ({ sessionId, studentId }: RecordOf): RecordsOf => ({ sessionId, studentIds: [studentId] })

/** A mark that was sent twice finds what it wanted already; one that comes late must not undo what happened since. */
function requireSeen(
  before: AttendanceRecord | null,
  { seen, wanted }: Seen & { wanted: Required<Seen>['seen'] },
) {
  const stands = recordedAs({ record: before })
  if (seen !== undefined && stands !== seen && stands !== wanted)
    throw new AppError('attendance.changed_meanwhile')
}

/**
 * Marks a student by hand, in an open session or one that has ended, if they belong to it. Every change is kept.
 * @throws AppError `attendance.changed_meanwhile` where `seen` is told and another status stands now
 */
export async function mark(ctx: ActorContext, input: MarkInput): Promise<void> {
  const { studentId, status, left, note, seen } = input
  await changeByHand(ctx, one(input), async ({ ctx: { tx, now }, session, records }) => {
    const open = session.state === 'OPEN'
    const before = records.get(studentId) ?? null
    if (!before) await requireMember(tx, session, studentId)
    if (left && !open) throw new AppError('sessions.closed')
    requireSeen(before, { seen, wanted: left ? 'LEFT' : status })
    return [{ studentId, after: markByHand(before, { status, left, note: note || null }, { open }, now) }]
  })
}

/**
 * Marks many students at once, all or nobody; the notes that stand stay. Whoever has left meanwhile without a record stays
 * without one, and where only those without a mark are meant, so does whoever has clocked in or was marked meanwhile.
 * Answers whose record was changed.
 */
export async function markMany(
  ctx: ActorContext,
  { status, onlyUnmarked, ...of }: RecordsOf & Pick<MarkInput, 'status'> & { onlyUnmarked: boolean },
): Promise<{ studentIds: string[] }> {
  const studentIds = await changeByHand(ctx, of, async ({ ctx: { tx, now }, session, records }) => {
    const ids = [...new Set(of.studentIds)]
    const members = await membersAmong(tx, session, ids)
    const open = session.state === 'OPEN'
    const left = open ? false : undefined
    return ids.flatMap((studentId) => {
      const before = records.get(studentId) ?? null
      if (before ? onlyUnmarked : !members.has(studentId)) return []
      const note = before?.note ?? null
      return [{ studentId, after: markByHand(before, { status, left, note }, { open }, now) }]
    })
  })
  return { studentIds }
}

/** Takes a student's record back: nothing is known of them yet. Refused where everybody without one would be absent. */
export async function clearMark(ctx: ActorContext, input: RecordOf & Seen): Promise<void> {
  await changeByHand(ctx, one(input), async ({ session, records }) => {
    const { studentId, seen } = input
    requireSeen(records.get(studentId) ?? null, { seen, wanted: 'WAITING' })
    if (records.has(studentId) && !knowsNotYet(session)) throw new AppError('attendance.clear_after_end')
    return [{ studentId, after: null }]
  })
}

/**
 * Undoes the actor's own last marks by hand, within seconds of them: what stood before stands again, its times and method
 * too. A record that somebody changed since stays, and so does one that was undone already; answers whose was undone.
 * @throws AppError `attendance.undo_over` where that is nobody's
 */
export async function undoMarks(ctx: ActorContext, of: RecordsOf): Promise<{ studentIds: string[] }> {
  const studentIds = await changeByHand(ctx, of, async ({ ctx: { tx, now, actor }, session }) => {
    const last = await lastRecordChanges(tx, of.sessionId, [...of.studentIds])
    const undone = [...last].flatMap(([studentId, change]) => {
      const may = canUndo(change, actor.id, now) && (change.before !== null || knowsNotYet(session))
      return may ? [{ studentId, after: change.before, undoes: true as const }] : []
    })
    if (undone.length === 0) throw new AppError('attendance.undo_over')
    return undone
  })
  return { studentIds }
}

/** The same for one student. */
export async function undoMark(ctx: ActorContext, input: RecordOf): Promise<void> {
  await undoMarks(ctx, one(input))
}

/** Who changed a student's record in a session, newest first, and the face checks made for it. */
export async function recordHistory(ctx: ActorContext, input: { sessionId: string; studentId: string }) {
  await ownSession(ctx, input.sessionId)
  return historyOf(ctx, input)
}

/** The same for the student's own record. */
export function ownRecordHistory(ctx: ActorContext, input: { sessionId: string }) {
  return historyOf(ctx, { sessionId: input.sessionId, studentId: ctx.actor.id })
}

const HISTORY_PAGE = 100

async function historyOf(
  ctx: ActorContext,
  { sessionId, studentId }: { sessionId: string; studentId: string },
) {
  const [changes, faceChecks] = await Promise.all([
    recordChanges(ctx, { sessionId, studentId, take: HISTORY_PAGE }),
    shownChecks(ctx.db, { sessionId, userId: studentId }),
  ])
  return { changes, faceChecks, evidenceDays: ctx.settings.evidenceDays }
}
