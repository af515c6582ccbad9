import 'server-only'
import {
  type AttendanceRecord,
  type ClockMethod,
  clockIn,
  clockOut,
  type SessionTimes,
} from '@/domain/attendance'
import { AppError } from '@/domain/errors'
import type { ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import { lockRecord, saveRecord } from '../sessions/record'
import { requireOpen } from '../sessions/require-open'
import { lockSession } from '../sessions/service'

/** Who clocks, where, which way and by what. */
export interface Clocking {
  sessionId: string
  studentId: string
  direction: 'in' | 'out'
  method: ClockMethod
}

/** What a face check for clocking this way is for. */
export const clockPurpose = { in: 'CLOCK_IN', out: 'CLOCK_OUT' } as const

export interface ClockAnswer {
  kind: 'clocked_in' | 'returned' | 'already_in' | 'clocked_out' | 'already_out'
  status: AttendanceRecord['status']
  clockedInAt: Date | null
  clockedOutAt: Date | null
}

function answer(kind: ClockAnswer['kind'], record: AttendanceRecord): ClockAnswer {
  const { status, clockedInAt, clockedOutAt } = record
  return { kind, status, clockedInAt, clockedOutAt }
}

/** What the clocking would change; an answer at once where it would change nothing. */
function effectOf(
  { direction, method }: Clocking,
  record: AttendanceRecord | null,
  session: SessionTimes,
  now: Date,
) {
  if (direction === 'in') {
    const effect = clockIn(record, session, now, method)
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
 * Whether the student may clock in this session, before anything is proved: the policy of the class, and the answer
 * where clocking would change nothing.
 */
export async function prepareClocking(ctx: ServiceContext, clocking: Clocking, now: Date) {
  const { sessionId, studentId } = clocking
  const session = await ctx.db.classSession.findUnique({
    where: { id: sessionId },
    include: {
      schoolClass: {
        select: { liveness: true, roster: { where: { studentId, leftAt: null }, select: { id: true } } },
      },
      attendance: { where: { studentId } },
    },
  })
  if (!session) throw new AppError('request.not_found')
  if (session.schoolClass.roster.length === 0) throw new AppError('attendance.not_in_class')
  const record = session.attendance[0] ?? null
  const { kind, after } = effectOf(clocking, record, requireOpen(session), now)
  return { liveness: session.schoolClass.liveness, answer: record && !after ? answer(kind, record) : null }
}

/** Clocks the student in or out, by what stands when everything is held. */
export async function applyClocking(ctx: TxContext, clocking: Clocking): Promise<ClockAnswer> {
  const { tx, now } = ctx
  const { sessionId, studentId, method } = clocking
  const locked = await lockSession(tx, sessionId, 'SHARE')
  const session = requireOpen(locked)
  const place = { classId: locked.classId, studentId, leftAt: null }
  if ((await tx.rosterEntry.count({ where: place })) === 0) throw new AppError('attendance.not_in_class')
  const before = await lockRecord(tx, sessionId, studentId)
  const { kind, after } = effectOf(clocking, before, session, now)
  if (before && !after) return answer(kind, before)
  if (!after) throw new AppError('attendance.not_clocked_in')
  const { classId } = locked
  await saveRecord(ctx, { sessionId, classId, studentId, actorId: studentId, method, before, after })
  return answer(kind, after)
}
