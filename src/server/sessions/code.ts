import 'server-only'
import { sessionCodeDigits } from '@/domain/session-code'
import { type ShownCode, shownCode } from '../auth/shown-code'
import type { ActorContext } from '../context/context'
import { requireOpen } from './require-open'
import { ownSession } from './service'

/** The code of this moment, by the server's clock, and when the next one comes. */
export async function sessionCode(
  ctx: ActorContext,
  input: { sessionId: string },
): Promise<ShownCode & { now: Date }> {
  const session = requireOpen(await ownSession(ctx, input.sessionId))
  const now = ctx.clock()
  return { ...shownCode(ctx, { of: session.id, digits: sessionCodeDigits(session) }, now), now }
}
