import 'server-only'
import { randomInt } from 'node:crypto'
import { AppError } from '@/domain/errors'
import { CHALLENGE_MS } from '@/domain/face/challenge'
import { type ChallengeStep, drawChallenge } from '@/domain/face/challenge-steps'
import type { ServiceContext } from '../context/context'
import type { FaceCheckPurpose } from '../db/generated/enums'
import { countTry } from '../limits/limits'
import { type Occasion, occasionColumns } from './occasion'

/** Whom a challenge is for, and what for: it counts for nothing else. */
export interface ChallengePurpose {
  userId: string
  purpose: FaceCheckPurpose
  /** What is to be clocked for; a sign-in has none. */
  occasion: Occasion | null
}

export interface StartedChallenge {
  id: string
  steps: ChallengeStep[]
  expiresAt: Date
  /** The server's time, because the browser's clock may be wrong. */
  now: Date
}

const columns = ({ userId, purpose, occasion }: ChallengePurpose) => ({
  userId,
  purpose,
  ...occasionColumns(occasion),
})

const RANDOM_PARTS = 2 ** 32

/** Draws the steps of a new challenge, good for one answer within a minute. */
export async function startChallenge(
  ctx: ServiceContext,
  purpose: ChallengePurpose,
): Promise<StartedChallenge> {
  await countTry(ctx.db, 'face challenge', purpose.userId)
  const now = ctx.clock()
  const steps = drawChallenge(() => randomInt(RANDOM_PARTS) / RANDOM_PARTS)
  const expiresAt = new Date(now.getTime() + CHALLENGE_MS)
  const { id } = await ctx.db.faceChallenge.create({
    data: { ...columns(purpose), steps, createdAt: now, expiresAt },
    select: { id: true },
  })
  return { id, steps, expiresAt, now }
}

/** A challenge that has been taken for its one answer. */
export interface TakenChallenge {
  id: string
  steps: ChallengeStep[]
  /** Milliseconds from its start until the answer had arrived. */
  elapsed: number
}

/**
 * Takes a challenge for its one answer: of two answers at the same moment one gets it. Throws `challenge.used` for a
 * second answer, `challenge.expired` for a late one and for a challenge of somebody or something else.
 */
export async function takeChallenge(
  ctx: ServiceContext,
  id: string,
  purpose: ChallengePurpose,
): Promise<TakenChallenge> {
  const now = ctx.clock()
  const theirs = { id, ...columns(purpose) }
  const { count } = await ctx.db.faceChallenge.updateMany({
    where: { ...theirs, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  const challenge = await ctx.db.faceChallenge.findFirst({ where: theirs })
  if (count === 0 || !challenge) refuse(challenge)
  return { id, steps: challenge.steps, elapsed: now.getTime() - challenge.createdAt.getTime() }
}

function refuse(challenge: { usedAt: Date | null } | null): never {
  throw new AppError(challenge?.usedAt ? 'challenge.used' : 'challenge.expired')
}

/** Throws as `takeChallenge` would, and leaves the challenge as it is. */
export async function requireChallenge(
  ctx: ServiceContext,
  id: string,
  purpose: ChallengePurpose,
): Promise<void> {
  const challenge = await ctx.db.faceChallenge.findFirst({ where: { id, ...columns(purpose) } })
  if (!challenge || challenge.usedAt || challenge.expiresAt <= ctx.clock()) refuse(challenge)
}

/** Nobody looked at the answer, because the engine had no room for it: the same may be sent again. */
export async function giveChallengeBack(ctx: ServiceContext, { id }: TakenChallenge): Promise<void> {
  await ctx.db.faceChallenge.updateMany({ where: { id }, data: { usedAt: null } })
}

/** Deletes the challenges whose minute is over. */
export async function purgeChallenges(ctx: Pick<ServiceContext, 'db' | 'clock'>): Promise<void> {
  await ctx.db.faceChallenge.deleteMany({ where: { expiresAt: { lt: ctx.clock() } } })
}
