import 'server-only'
import { type AttendanceStatus, markByHand, sameRecord } from '@/domain/attendance'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { shownChecks } from '../face-checks/shown'
import { nowHeld, transact } from '../live/publish'
import { requireMember } from '../sessions/members'
import { lockRecord, saveRecord } from '../sessions/record'
import { recordChanges } from '../sessions/record-changes'
import { lockOwnSession, ownSession } from '../sessions/service'

interface MarkInput {
  sessionId: string
  studentId: string
  status: AttendanceStatus
  note?: string | undefined
}

/** Marks a student by hand, in an open session or one that has ended, if they belong to it. Every change is kept. */
export async function mark(ctx: ActorContext, input: MarkInput): Promise<void> {
  const { sessionId, studentId } = input
  await ownSession(ctx, sessionId)
  await transact(ctx, async (begun) => {
    const session = await lockOwnSession(begun, sessionId, 'SHARE')
    const ctx = nowHeld(begun, [session.openedAt])
    const { tx, now } = ctx
    if (session.state === 'SCHEDULED') throw new AppError('sessions.not_open')
    const before = await lockRecord(tx, sessionId, studentId)
    if (!before) await requireMember(tx, session, studentId)
    const wanted = { status: input.status, note: input.note || null }
    const after = markByHand(before, wanted, { open: session.state === 'OPEN' }, now)
    if (sameRecord(before, after)) return
    await saveRecord(ctx, {
      sessionId,
      classId: session.classId,
      studentId,
      actorId: ctx.actor.id,
      method: 'HAND',
      before,
      after,
    })
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
