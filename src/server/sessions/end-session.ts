import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { transact } from '../live/publish'
import { saveAbsences } from './record'
import { lockSession, ownSession, publishState } from './service'

function withoutRecord(classId: string, sessionId: string) {
  return { placeId: classId, leftAt: null, user: { attendance: { none: { sessionId } } } }
}

/** How many students would become absent if the session ended now. */
export async function closingPreview(
  ctx: ActorContext,
  input: { sessionId: string },
): Promise<{ absent: number }> {
  const session = await ownSession(ctx, input.sessionId)
  const absent = await ctx.db.member.count({ where: withoutRecord(session.classId, session.id) })
  return { absent }
}

/**
 * Ends the session: whoever is on the roster and has no record is absent. Boards hear one event and read the
 * records anew. Ending twice is harmless.
 */
export async function closeSession(
  ctx: ActorContext,
  input: { sessionId: string },
): Promise<{ absent: number }> {
  await ownSession(ctx, input.sessionId)
  return transact(ctx, async (ctx) => {
    const { tx, now } = ctx
    const session = await lockSession(tx, input.sessionId, 'UPDATE')
    if (session.state === 'SCHEDULED') throw new AppError('sessions.not_open')
    if (session.state === 'CLOSED') return { absent: 0 }
    const missing = await tx.member.findMany({
      where: withoutRecord(session.classId, session.id),
      select: { userId: true },
    })
    await saveAbsences(ctx, {
      sessionId: session.id,
      classId: session.classId,
      studentIds: missing.map(({ userId }) => userId),
      actorId: ctx.actor.id,
    })
    await tx.classSession.update({ where: { id: session.id }, data: { state: 'CLOSED', closedAt: now } })
    publishState(ctx, session, 'CLOSED')
    return { absent: missing.length }
  })
}
