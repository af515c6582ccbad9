import 'server-only'
import {
  type AttendanceRecord,
  type AttendanceStatus,
  canUndo,
  markByHand,
  sameRecord,
} from '@/domain/attendance'
import { knowsNotYet } from '@/domain/board'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { ClassSession } from '../db/generated/client'
import { shownChecks } from '../face-checks/shown'
import { nowHeld, transact } from '../live/publish'
import { requireMember } from '../sessions/members'
import { lockRecord, saveRecord } from '../sessions/record'
import { lastRecordChange, recordChanges } from '../sessions/record-changes'
import { lockOwnSession, ownSession } from '../sessions/service'

interface MarkInput {
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
  before: AttendanceRecord | null
}

/** Changes a record by hand, while session and record are held; what stays as it is need not be written. */
async function changeByHand(
  ctx: ActorContext,
  { sessionId, studentId }: RecordOf,
  decide: (held: Held) => Promise<AttendanceRecord | null>,
): Promise<void> {
  await ownSession(ctx, sessionId)
  await transact(ctx, async (begun) => {
    const session = await lockOwnSession(begun, sessionId, 'SHARE')
    const ctx = nowHeld(begun, [session.openedAt])
    if (session.state === 'SCHEDULED') throw new AppError('sessions.not_open')
    const before = await lockRecord(ctx.tx, sessionId, studentId)
    const after = await decide({ ctx, session, before })
    if (after === null ? before === null : sameRecord(before, after)) return
    const of = { sessionId, classId: session.classId, studentId, actorId: ctx.actor.id }
    await saveRecord(ctx, { ...of, method: 'HAND', before, after })
  })
}

/** Marks a student by hand, in an open session or one that has ended, if they belong to it. Every change is kept. */
export function mark(ctx: ActorContext, input: MarkInput): Promise<void> {
  const { status, left, note } = input
  return changeByHand(ctx, input, async ({ ctx: { tx, now }, session, before }) => {
    const open = session.state === 'OPEN'
    if (!before) await requireMember(tx, session, input.studentId)
    if (left && !open) throw new AppError('sessions.closed')
    return markByHand(before, { status, left, note: note || null }, { open }, now)
  })
}

/** Takes a student's record back: nothing is known of them yet. Refused where everybody without one would be absent. */
export function clearMark(ctx: ActorContext, input: RecordOf): Promise<void> {
  return changeByHand(ctx, input, async ({ session, before }) => {
    if (before && !knowsNotYet(session)) throw new AppError('attendance.clear_after_end')
    return null
  })
}

/** Undoes the actor's own last mark by hand, within seconds of it: what stood before stands again, its times and method too. */
export function undoMark(ctx: ActorContext, input: RecordOf): Promise<void> {
  return changeByHand(ctx, input, async ({ ctx: { tx, now, actor }, session }) => {
    const last = await lastRecordChange(tx, input)
    if (!last || !canUndo(last, actor.id, now)) throw new AppError('attendance.undo_over')
    if (!last.before && !knowsNotYet(session)) throw new AppError('attendance.undo_over')
    return last.before
  })
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
