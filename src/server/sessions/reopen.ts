import 'server-only'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time'
import type { ActorContext } from '../context/context'
import { isUniqueViolation } from '../db/errors'
import { nowHeld, transact } from '../live/publish'
import { lockActiveLed } from '../places/lock'
import { takeAbsencesBack } from './record'
import { lockOwnSession, ownSession, publishState } from './service'
import { sessionChange } from './session-changes'

/**
 * Opens a session again that was ended by mistake, on the same day: whoever is absent because it ended is so no longer,
 * and who belongs to it is open again. Refused while another of the class is open. Opening it twice is harmless.
 */
export async function reopenSession(
  ctx: ActorContext,
  input: { sessionId: string; reason?: string | undefined },
): Promise<void> {
  const { classId, schoolClass } = await ownSession(ctx, input.sessionId)
  await transact(ctx, async (begun) => {
    await lockActiveLed(begun, { placeId: classId, mode: 'SHARE' })
    const session = await lockOwnSession(begun, input.sessionId, 'UPDATE')
    const ctx = nowHeld(begun, [session.closedAt])
    const { tx, now, actor, change } = ctx
    if (session.state === 'SCHEDULED') throw new AppError('sessions.not_open')
    if (session.state === 'OPEN') return
    const { timeZone } = schoolClass
    if (!session.closedAt || dayOf(session.closedAt, timeZone) !== dayOf(now, timeZone))
      throw new AppError('sessions.ended_another_day')
    await takeAbsencesBack(ctx, { sessionId: session.id, classId, actorId: actor.id })
    const after = { state: 'OPEN' as const, closedAt: null, endedByItself: false, notTaken: false }
    await tx.classSession.update({ where: { id: session.id }, data: { ...after, reopenedAt: now } })
    change(sessionChange({ session, actorId: actor.id, after, text: input.reason || null }))
    publishState(ctx, session, 'OPEN')
  }).catch((error) => {
    throw isUniqueViolation(error) ? new AppError('sessions.already_open') : error
  })
}
