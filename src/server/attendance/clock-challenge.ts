import 'server-only'
import type { ActorContext } from '../context'
import { type StartedChallenge, startChallenge } from '../face-checks/challenge'
import { clockPurpose, prepareClocking } from './clocking'

interface ChallengeInput {
  sessionId: string
  direction: 'in' | 'out'
}

/** A challenge for clocking the actor in or out by face. Refused where clocking would be. */
export async function startClockChallenge(
  ctx: ActorContext,
  { sessionId, direction }: ChallengeInput,
): Promise<StartedChallenge> {
  const clocking = { sessionId, studentId: ctx.actor.id, direction, method: 'FACE' as const }
  await prepareClocking(ctx, clocking, ctx.clock())
  return startChallenge(ctx, { userId: ctx.actor.id, purpose: clockPurpose[direction], sessionId })
}
