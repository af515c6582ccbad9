import 'server-only'
import { type AttendanceRecord, clockIn, clockOut, type SessionTimes } from '@/domain/attendance'
import { AppError } from '@/domain/errors'
import { lockRecord, saveRecord } from '../sessions/record'
import { requireOpen } from '../sessions/require-open'
import { lockSession } from '../sessions/service'
import type { ClockAnswer, Clocking, OccasionRules } from './occasion-rules'

function answer(kind: ClockAnswer['kind'], record: AttendanceRecord): ClockAnswer {
  const { status, clockedInAt, clockedOutAt } = record
  return { kind, status, clockedInAt, clockedOutAt }
}

/** What the clocking would change; an answer at once where it would change nothing. */
function effectOf(
  { direction, method }: Pick<Clocking, 'direction' | 'method'>,
  record: AttendanceRecord | null,
  session: SessionTimes,
  now: Date,
) {
  if (direction === 'in') {
    const effect = clockIn(record, session, now, method === 'CODE' ? 'CODE' : 'FACE')
    if (effect.kind === 'changed')
      return { kind: effect.returned ? ('returned' as const) : ('clocked_in' as const), after: effect.record }
    return { kind: 'already_in' as const, after: null }
  }
  const effect = clockOut(record, now)
  if (effect.kind === 'not_clocked_in') throw new AppError('attendance.not_clocked_in')
  if (effect.kind === 'changed') return { kind: 'clocked_out' as const, after: effect.record }
  return { kind: 'already_out' as const, after: null }
}

const hasLeft = (record: AttendanceRecord | null) =>
  record !== null && record.clockedOutAt !== null && record.status !== 'ABSENT'

/** Clocking in and out of a session: a student's record in it. */
export const sessionRules: OccasionRules<'session'> = {
  async prepare(ctx, clocking, now) {
    const { userId } = clocking
    const session = await ctx.db.classSession.findUnique({
      where: { id: clocking.occasion.sessionId },
      include: {
        schoolClass: {
          select: {
            place: {
              select: {
                liveness: true,
                members: { where: { userId, leftAt: null }, select: { id: true } },
              },
            },
          },
        },
        attendance: { where: { studentId: userId } },
      },
    })
    if (!session) throw new AppError('request.not_found')
    const { liveness, members } = session.schoolClass.place
    if (members.length === 0) throw new AppError('attendance.not_in_class')
    const record = session.attendance[0] ?? null
    const { kind, after } = effectOf(clocking, record, requireOpen(session), now)
    return {
      liveness,
      answer: record && !after ? answer(kind, record) : null,
      left: hasLeft(record) ? record : null,
    }
  },

  async apply(ctx, clocking) {
    const { tx } = ctx
    const { occasion, userId, actorId = userId } = clocking
    const method = clocking.method === 'CODE' ? 'CODE' : 'FACE'
    const { sessionId, placeId } = occasion
    const session = requireOpen(await lockSession(tx, sessionId, 'SHARE'))
    // Who came while it was being opened came when it was open; its end is taken under its lock, and so lies after.
    const now = new Date(Math.max(ctx.now.getTime(), session.openedAt.getTime()))
    if ((await tx.member.count({ where: { placeId, userId, leftAt: null } })) === 0)
      throw new AppError('attendance.not_in_class')
    const before = await lockRecord(tx, sessionId, userId)
    const { kind, after } = effectOf(clocking, before, session, now)
    if (before && !after) return answer(kind, before)
    if (!after) throw new AppError('attendance.not_clocked_in')
    await saveRecord(ctx, {
      sessionId,
      classId: placeId,
      studentId: userId,
      actorId,
      method,
      before,
      after,
    })
    return answer(kind, after)
  },
}
