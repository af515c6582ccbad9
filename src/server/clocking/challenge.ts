import 'server-only'
import { AppError } from '@/domain/errors'
import { activeConsent } from '../biometrics/consent'
import { requireFaceOn } from '../biometrics/face-on'
import type { ActorContext } from '../context/context'
import { type StartedChallenge, startChallenge } from '../face-checks/challenge'
import { requireNoPause } from '../face-checks/locks'
import { clockPurpose, prepareClocking, sessionOccasion } from './clocking'

interface ChallengeInput {
  sessionId: string
  direction: 'in' | 'out'
}

/** A challenge for clocking the actor in or out by face. Refused where clocking would be. */
export async function startClockChallenge(
  ctx: ActorContext,
  { sessionId, direction }: ChallengeInput,
): Promise<StartedChallenge> {
  const occasion = await sessionOccasion(ctx, { sessionId })
  const clocking = { occasion, userId: ctx.actor.id, direction, method: 'FACE' as const }
  await prepareClocking(ctx, clocking, ctx.clock())
  const userId = ctx.actor.id
  await requireFaceOn(ctx.db, userId)
  if (!(await activeConsent(ctx.db, userId))) throw new AppError('attendance.no_consent')
  await requireNoPause(ctx, userId)
  return startChallenge(ctx, { userId, purpose: clockPurpose[direction], occasion })
}
