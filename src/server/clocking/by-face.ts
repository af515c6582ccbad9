import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import type { LivenessPolicy } from '../db/generated/enums'
import { requireChallenge } from '../face-checks/challenge'
import { checkFace, type FaceCheckResult } from '../face-checks/check'
import { takeBackOnError } from '../face-checks/locks'
import { checkMore, mayNeedMore, requireTicket, saveTogether } from '../face-checks/more'
import { makeTicket } from '../face-checks/more-ticket'
import type { Occasion } from '../face-checks/occasion'
import { refusalOr, saveFaceCheck } from '../face-checks/save'
import { needsSecondFactor } from '../face-checks/second-factor'
import { transact } from '../live/publish'
import { requireCode } from '../sessions/code'
import { applyClocking, clockPurpose, prepareClocking, sessionOccasion } from './clocking'
import type { ClockAnswer, Clocking } from './occasion-rules'

interface ClockInput {
  sessionId: string
  direction: 'in' | 'out'
  frames: Blob[]
  /** The session's code, where the face alone does not decide. */
  code?: string | undefined
  /** The challenge that the frames answer, with the time of each. */
  challenge?: { id: string; at: number[] } | undefined
  /** What the answer `more` gave, where these are the three more pictures. */
  ticket?: string | undefined
}

/** Neither clocked nor refused: three more pictures are to be sent at once, with this ticket. */
export interface MoreNeeded {
  kind: 'more'
  ticket: string
}

/** A face check for a clocking, and the moment that counts. */
interface Clock {
  clocking: Clocking
  code: string | undefined
  now: Date
}

/**
 * Clocks the actor in or out of an open session of theirs by face: one to one against their own templates.
 * The face check is kept whatever its outcome; the record changes only when it matched. Where the face was near enough
 * that more pictures may tell, they are asked for, once. Times are the server's.
 */
export function clockByFace(ctx: ActorContext, input: ClockInput): Promise<ClockAnswer | MoreNeeded> {
  return clockUnder(ctx, input)
}

/** The same, under another policy than the place's where one is named: for the demo alone. */
export async function clockUnder(
  ctx: ActorContext,
  input: ClockInput,
  policy?: LivenessPolicy,
): Promise<ClockAnswer | MoreNeeded> {
  const now = ctx.clock()
  const { sessionId, direction, frames, challenge, code, ticket } = input
  const occasion = await sessionOccasion(ctx, { sessionId })
  const clocking: Clocking = { occasion, userId: ctx.actor.id, direction, method: 'FACE' }
  const prepared = await prepareClocking(ctx, clocking, now)
  const { answer } = prepared
  const liveness = policy ?? prepared.liveness
  const purpose = { userId: ctx.actor.id, purpose: clockPurpose[direction], occasion }
  // Before the answer that nothing changes: frames that were sent before are refused whatever they would do.
  if (ticket) await requireTicket(ctx, { ...purpose, liveness, ticket })
  else if (challenge) await requireChallenge(ctx, challenge.id, purpose)
  if (answer) return answer
  if (code) await requireCode(ctx, { sessionId, code }, now)
  const request = { ...purpose, liveness, frames }
  return ticket
    ? clockTogether(ctx, { ...request, ticket }, { clocking, code, now })
    : clockAtOnce(ctx, { ...request, challenge }, { clocking, code, now })
}

interface Request {
  userId: string
  purpose: (typeof clockPurpose)[keyof typeof clockPurpose]
  occasion: Occasion
  liveness: LivenessPolicy
  frames: Blob[]
}

/** By the first pictures alone. */
async function clockAtOnce(
  ctx: ActorContext,
  request: Request & Pick<ClockInput, 'challenge'>,
  { clocking, code, now }: Clock,
): Promise<ClockAnswer | MoreNeeded> {
  const check = await checkFace(ctx, request)
  const more = mayNeedMore(check)
  const outcome = await takeBackOnError(ctx, check.begun, async () => {
    const second = await secondOf(ctx, check, code)
    return transact(
      ctx,
      async (ctx) => {
        const { id, refused } = await saveFaceCheck(ctx, { ...check, second, more })
        if (refused?.code === 'face.more_pictures')
          return { kind: 'more' as const, ticket: makeTicket(ctx, check, id) }
        return refused ?? refusalOr(applyClocking(ctx, clocking))
      },
      now,
    )
  })
  if (outcome instanceof AppError) throw outcome
  return outcome
}

/** By these pictures and the first ones together. */
async function clockTogether(
  ctx: ActorContext,
  request: Request & { ticket: string },
  { clocking, code, now }: Clock,
): Promise<ClockAnswer> {
  const check = await checkMore(ctx, request)
  const second = await secondOf(ctx, check, code)
  const outcome = await transact(
    ctx,
    async (ctx) => {
      const refused = await saveTogether(ctx, { ...check, second })
      return refused ?? refusalOr(applyClocking(ctx, clocking))
    },
    now,
  )
  if (outcome instanceof AppError) throw outcome
  return outcome
}

async function secondOf(ctx: ActorContext, check: FaceCheckResult, code: string | undefined) {
  if (!(await needsSecondFactor(ctx, check))) return null
  return code ? ('given' as const) : ('missing' as const)
}
