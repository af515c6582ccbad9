import 'server-only'
import { type AttendanceRecord, clockIn, clockOut, type SessionTimes } from '@/domain/attendance'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context'
import type { ClassSession } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { checkFace } from '../face-checks/check'
import { saveFaceCheck } from '../face-checks/save'
import { type Publish, transact } from '../live/publish'
import { lockSession } from '../sessions/service'
import { lockRecord, saveRecord } from './record'

export interface ClockInput {
  sessionId: string
  direction: 'in' | 'out'
  frames: Blob[]
}

export interface ClockAnswer {
  kind: 'clocked_in' | 'returned' | 'already_in' | 'clocked_out' | 'already_out'
  status: AttendanceRecord['status']
  clockedInAt: Date | null
  clockedOutAt: Date | null
}

function requireOpen(session: ClassSession): SessionTimes {
  if (session.state === 'CLOSED') throw new AppError('sessions.closed')
  if (session.state !== 'OPEN' || !session.openedAt) throw new AppError('sessions.not_open')
  return { ...session, openedAt: session.openedAt }
}

async function attendedSession(ctx: ActorContext, sessionId: string) {
  const session = await ctx.db.classSession.findUnique({
    where: { id: sessionId },
    include: {
      schoolClass: {
        select: {
          liveness: true,
          roster: { where: { studentId: ctx.actor.id, leftAt: null }, select: { id: true } },
        },
      },
      attendance: { where: { studentId: ctx.actor.id } },
    },
  })
  if (!session) throw new AppError('request.not_found')
  if (session.schoolClass.roster.length === 0) throw new AppError('attendance.not_in_class')
  const { liveness } = session.schoolClass
  return { session: requireOpen(session), liveness, record: session.attendance[0] ?? null }
}

function answer(kind: ClockAnswer['kind'], record: AttendanceRecord): ClockAnswer {
  const { status, clockedInAt, clockedOutAt } = record
  return { kind, status, clockedInAt, clockedOutAt }
}

/** What the clocking would change; an answer at once where it would change nothing. */
function effectOf(
  direction: 'in' | 'out',
  record: AttendanceRecord | null,
  session: SessionTimes,
  now: Date,
) {
  if (direction === 'in') {
    const effect = clockIn(record, session, now)
    if (effect.kind === 'changed')
      return { kind: effect.returned ? ('returned' as const) : ('clocked_in' as const), after: effect.record }
    return { kind: 'already_in' as const, after: null }
  }
  const effect = clockOut(record, now)
  if (effect.kind === 'not_clocked_in') throw new AppError('attendance.not_clocked_in')
  if (effect.kind === 'changed') return { kind: 'clocked_out' as const, after: effect.record }
  return { kind: 'already_out' as const, after: null }
}

/**
 * Clocks the actor in or out of an open session of theirs by face: one to one against their own templates.
 * The face check is kept whatever its outcome; the record changes only when it matched. Times are the server's.
 */
export async function clockByFace(ctx: ActorContext, input: ClockInput): Promise<ClockAnswer> {
  const now = ctx.clock()
  const { session, liveness, record } = await attendedSession(ctx, input.sessionId)
  const { kind, after } = effectOf(input.direction, record, session, now)
  if (record && !after) return answer(kind, record)
  const check = await checkFace(ctx, {
    userId: ctx.actor.id,
    purpose: input.direction === 'in' ? 'CLOCK_IN' : 'CLOCK_OUT',
    sessionId: input.sessionId,
    liveness,
    frames: input.frames,
  })
  const outcome = await transact(ctx, async (tx, publish) => {
    await saveFaceCheck(ctx, tx, check, now)
    if (check.decision.reason) return new AppError(check.decision.reason)
    return refusalOr(applyClock(ctx, tx, publish, input, now))
  })
  if (outcome instanceof AppError) throw outcome
  return outcome
}

/** A refusal as a value, so that the face check that led to it is still committed. */
function refusalOr<Result>(work: Promise<Result>): Promise<Result | AppError> {
  return work.catch((error) => {
    if (error instanceof AppError) return error
    throw error
  })
}

async function applyClock(
  ctx: ActorContext,
  tx: Database,
  publish: Publish,
  { sessionId, direction }: ClockInput,
  now: Date,
): Promise<ClockAnswer> {
  const locked = await lockSession(tx, sessionId, 'SHARE')
  const session = requireOpen(locked)
  const studentId = ctx.actor.id
  const place = { classId: locked.classId, studentId, leftAt: null }
  if ((await tx.rosterEntry.count({ where: place })) === 0) throw new AppError('attendance.not_in_class')
  const before = await lockRecord(tx, sessionId, studentId)
  const { kind, after } = effectOf(direction, before, session, now)
  if (before && !after) return answer(kind, before)
  if (!after) throw new AppError('attendance.not_clocked_in')
  await saveRecord(tx, publish, {
    sessionId,
    studentId,
    actorId: studentId,
    method: 'FACE',
    now,
    before,
    after,
  })
  return answer(kind, after)
}
