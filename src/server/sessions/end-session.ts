import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext, ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { ClassSession } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { nowHeld, transact } from '../live/publish'
import { keepMembers, missingMembers, standingsOf } from './members'
import { saveAbsences } from './record'
import { lockOwnSession, ownSession, publishState } from './service'
import { sessionChange } from './session-changes'

/** How many students would become absent if the session ended now. */
export async function closingPreview(
  ctx: ActorContext,
  input: { sessionId: string },
): Promise<{ absent: number }> {
  const { id } = await ownSession(ctx, input.sessionId)
  const standings = await standingsOf(ctx.db, [id])
  return { absent: standings(id).counts.WAITING }
}

/** Everything that was clocked in a session, and its opening, lie before its end. */
export async function lastClocked(
  tx: Database,
  { id: sessionId, openedAt, reopenedAt }: Pick<ClassSession, 'id' | 'openedAt' | 'reopenedAt'>,
): Promise<Array<Date | null>> {
  const _max = { clockedInAt: true, clockedOutAt: true } as const
  const last = await tx.attendance.aggregate({ where: { sessionId }, _max })
  return [openedAt, reopenedAt, last._max.clockedInAt, last._max.clockedOutAt]
}

interface Ending {
  closedAt: Date
  /** Null where it ends by itself. */
  actorId: string | null
}

/**
 * Ends a session that is open and locked: whoever belongs to it stays in it for good, and is absent without a record.
 * Where it ends by itself and nobody was marked or clocked in it, it was not taken, and nobody is absent.
 */
export async function endSession(
  ctx: TxContext<ServiceContext>,
  session: ClassSession,
  { closedAt, actorId }: Ending,
): Promise<{ absent: number }> {
  const { tx, change } = ctx
  const { id: sessionId, classId } = session
  const missing = await keepMembers(ctx, session)
  const endedByItself = actorId === null
  const notTaken =
    endedByItself && missing.length > 0 && (await tx.attendance.count({ where: { sessionId } })) === 0
  const absent = notTaken ? [] : missing
  await saveAbsences(ctx, { sessionId, classId, studentIds: absent, actorId })
  const after = { state: 'CLOSED' as const, closedAt, endedByItself, notTaken }
  await tx.classSession.update({ where: { id: sessionId }, data: after })
  change(sessionChange({ session, actorId, after }))
  publishState(ctx, session, 'CLOSED')
  return { absent: absent.length }
}

/** Ends the session. Boards hear one event and read the records anew. Ending twice is harmless. */
export async function closeSession(
  ctx: ActorContext,
  input: { sessionId: string },
): Promise<{ absent: number }> {
  await ownSession(ctx, input.sessionId)
  return transact(ctx, async (begun) => {
    const session = await lockOwnSession(begun, input.sessionId, 'UPDATE')
    const ctx = nowHeld(begun, await lastClocked(begun.tx, session))
    if (session.state === 'SCHEDULED') throw new AppError('sessions.not_open')
    if (session.state === 'CLOSED') return { absent: 0 }
    return endSession(ctx, session, { closedAt: ctx.now, actorId: ctx.actor.id })
  })
}

/** Takes a session that was not taken: whoever belongs to it and has no record is absent. Taking it twice is harmless. */
export async function takeSession(
  ctx: ActorContext,
  input: { sessionId: string },
): Promise<{ absent: number }> {
  await ownSession(ctx, input.sessionId)
  return transact(ctx, async (begun) => {
    const session = await lockOwnSession(begun, input.sessionId, 'UPDATE')
    const ctx = nowHeld(begun)
    if (!session.notTaken) return { absent: 0 }
    const { id: sessionId, classId } = session
    const actorId = ctx.actor.id
    const missing = await missingMembers(ctx, sessionId)
    await saveAbsences(ctx, { sessionId, classId, studentIds: missing, actorId })
    await ctx.tx.classSession.update({ where: { id: sessionId }, data: { notTaken: false } })
    ctx.change(sessionChange({ session, actorId, after: { notTaken: false } }))
    publishState(ctx, session, 'CLOSED')
    return { absent: missing.length }
  })
}
