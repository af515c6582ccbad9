import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import type { Database } from '../db/prisma'
import { transact } from '../live/publish'
import { announce, lockOwnSession, ownSession } from './service'
import { sessionChange } from './session-changes'

/** Whether somebody was marked in a session, clocked in it or tried to, or was looked for in photos of it. */
async function isUsed(tx: Database, sessionId: string): Promise<boolean> {
  const [records, checks, rollCalls] = [
    await tx.attendance.count({ where: { sessionId, method: { not: 'SESSION_END' } } }),
    await tx.faceCheck.count({ where: { sessionId } }),
    await tx.rollCall.count({ where: { sessionId, state: { not: 'DISCARDED' } } }),
  ]
  return records + checks + rollCalls > 0
}

/** Deletes a session that nobody used: planned, opened by mistake, or not taken. */
export async function cancelSession(
  ctx: ActorContext,
  input: { sessionId: string; reason?: string | undefined },
): Promise<void> {
  const found = await ownSession(ctx, input.sessionId)
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    const session = await lockOwnSession(ctx, found.id, 'UPDATE')
    if (await isUsed(tx, session.id)) throw new AppError('sessions.used')
    await tx.classSession.delete({ where: { id: session.id } })
    ctx.change(sessionChange({ session, actorId: ctx.actor.id, after: null, text: input.reason || null }))
    announce(ctx, session, { type: 'session.cancelled', sessionId: session.id })
  })
}
