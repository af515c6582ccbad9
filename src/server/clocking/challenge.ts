import 'server-only'
import { AppError } from '@/domain/errors'
import { activeConsent } from '../biometrics/consent'
import { requireFaceOn } from '../biometrics/face-on'
import type { ActorContext } from '../context/context'
import { type StartedChallenge, startChallenge } from '../face-checks/challenge'
import { requireNoPause } from '../face-checks/locks'
import type { OccasionKind } from '../face-checks/occasion'
import { clockPurpose, prepareClocking, sessionOccasion, workOccasion } from './clocking'
import type { Wanted } from './occasion-rules'

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
  return startFor<'session'>(ctx, { occasion, userId: ctx.actor.id, direction })
}

/** The same at work. */
export function startWorkChallenge(
  ctx: ActorContext,
  input: { workplaceId: string; direction: 'in' | 'out'; kindId?: string | undefined },
): Promise<StartedChallenge> {
  const { workplaceId, direction, kindId } = input
  const occasion = workOccasion({ workplaceId })
  return startFor<'work'>(ctx, { occasion, userId: ctx.actor.id, direction, work: { kindId } })
}

async function startFor<Kind extends OccasionKind>(
  ctx: ActorContext,
  wanted: Wanted<Kind>,
): Promise<StartedChallenge> {
  const { userId, direction, occasion } = wanted
  await prepareClocking<Kind>(ctx, { ...wanted, method: 'FACE' }, ctx.clock())
  await requireFaceOn(ctx.db, userId, occasion)
  if (!(await activeConsent(ctx.db, userId))) throw new AppError('attendance.no_consent')
  await requireNoPause(ctx, userId)
  return startChallenge(ctx, { userId, purpose: clockPurpose[direction], occasion })
}
