import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import type { ClassSession } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { nowHeld, transact } from '../live/publish'
import { keepMembers, standingsOf } from './members'
import { saveAbsences } from './record'
import { lockOwnSession, ownSession, publishState } from './service'

/** How many students would become absent if the session ended now. */
export async function closingPreview(
  ctx: ActorContext,
  input: { sessionId: string },
): Promise<{ absent: number }> {
  const { id } = await ownSession(ctx, input.sessionId)
  const countsOf = await standingsOf(ctx.db, [id])
  return { absent: countsOf(id).WAITING }
}

/** Everything that was clocked in a session, and its opening, lie before its end. */
async function lastClocked(
  tx: Database,
  { id: sessionId, openedAt }: Pick<ClassSession, 'id' | 'openedAt'>,
): Promise<Array<Date | null>> {
  const _max = { clockedInAt: true, clockedOutAt: true } as const
  const last = await tx.attendance.aggregate({ where: { sessionId }, _max })
  return [openedAt, last._max.clockedInAt, last._max.clockedOutAt]
}

/**
 * Ends the session: whoever belongs to it stays in it for good, and is absent without a record. Boards hear one event
 * and read the records anew. Ending twice is harmless.
 */
export async function closeSession(
  ctx: ActorContext,
  input: { sessionId: string },
): Promise<{ absent: number }> {
  await ownSession(ctx, input.sessionId)
  return transact(ctx, async (begun) => {
    const session = await lockOwnSession(begun, input.sessionId, 'UPDATE')
    const ctx = nowHeld(begun, await lastClocked(begun.tx, session))
    const { tx, now } = ctx
    if (session.state === 'SCHEDULED') throw new AppError('sessions.not_open')
    if (session.state === 'CLOSED') return { absent: 0 }
    const missing = await keepMembers(ctx, session)
    await saveAbsences(ctx, {
      sessionId: session.id,
      classId: session.classId,
      studentIds: missing,
      actorId: ctx.actor.id,
    })
    await tx.classSession.update({ where: { id: session.id }, data: { state: 'CLOSED', closedAt: now } })
    publishState(ctx, session, 'CLOSED')
    return { absent: missing.length }
  })
}
