import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import type { LivenessPolicy } from '../db/generated/enums'
import { requireChallenge } from '../face-checks/challenge'
import { checkFace, type FaceCheckResult } from '../face-checks/check'
import { takeBackOnError } from '../face-checks/locks'
import { checkMore, mayNeedMore, requireTicket, saveTogether } from '../face-checks/more'
import { makeTicket } from '../face-checks/more-ticket'
import type { Occasion, OccasionKind } from '../face-checks/occasion'
import { refusalOr, saveFaceCheck } from '../face-checks/save'
import { needsSecondFactor } from '../face-checks/second-factor'
import { transact } from '../live/publish'
import type { WorkWish } from '../time-entries/clock'
import { applyClocking, clockPurpose, prepareClocking, sessionOccasion, workOccasion } from './clocking'
import type { Answers, ClockAnswer, Clocking, Wanted, WorkAnswer } from './occasion-rules'
import { requireCode } from './require-code'

interface Shown {
  frames: Blob[]
  /** The code that is shown there, where the face alone does not decide. */
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
interface Clock<Kind extends OccasionKind> {
  clocking: Clocking<Kind>
  code: string | undefined
  now: Date
}

/**
 * Clocks the actor in or out of an open session of theirs by face: one to one against their own templates.
 * The face check is kept whatever its outcome; the record changes only when it matched. Where the face was near enough
 * that more pictures may tell, they are asked for, once. Times are the server's.
 */
export async function clockByFace(
  ctx: ActorContext,
  input: Shown & { sessionId: string; direction: 'in' | 'out' },
): Promise<ClockAnswer | MoreNeeded> {
  const { sessionId, direction, ...shown } = input
  const occasion = await sessionOccasion(ctx, { sessionId })
  return clockUnder<'session'>(ctx, { occasion, userId: ctx.actor.id, direction }, shown)
}

/** The same at work. */
export function clockWorkByFace(
  ctx: ActorContext,
  input: Shown & WorkWish & { workplaceId: string; direction: 'in' | 'out' },
): Promise<WorkAnswer | MoreNeeded> {
  const { workplaceId, direction, kindId, position, workedThrough, ...shown } = input
  const work = { kindId, position, workedThrough }
  const wanted = { occasion: workOccasion({ workplaceId }), userId: ctx.actor.id, direction, work }
  return clockUnder<'work'>(ctx, wanted, shown)
}

/** The same for either, under another policy than the place's where one is named: for the demo alone. */
export async function clockUnder<Kind extends OccasionKind>(
  ctx: ActorContext,
  wanted: Wanted<Kind>,
  { frames, challenge, code, ticket }: Shown,
  policy?: LivenessPolicy,
): Promise<Answers[Kind] | MoreNeeded> {
  const now = ctx.clock()
  const { occasion, userId, direction } = wanted
  const clocking: Clocking<Kind> = { ...wanted, method: 'FACE' }
  const prepared = await prepareClocking(ctx, clocking, now)
  const { answer } = prepared
  const liveness = policy ?? prepared.liveness
  const purpose = { userId, purpose: clockPurpose[direction], occasion }
  // Before the answer that nothing changes: frames that were sent before are refused whatever they would do.
  if (ticket) await requireTicket(ctx, { ...purpose, liveness, ticket })
  else if (challenge) await requireChallenge(ctx, challenge.id, purpose)
  if (answer) return answer
  if (code) await requireCode(ctx, { occasion, code }, now)
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
async function clockAtOnce<Kind extends OccasionKind>(
  ctx: ActorContext,
  request: Request & Pick<Shown, 'challenge'>,
  { clocking, code, now }: Clock<Kind>,
): Promise<Answers[Kind] | MoreNeeded> {
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
async function clockTogether<Kind extends OccasionKind>(
  ctx: ActorContext,
  request: Request & { ticket: string },
  { clocking, code, now }: Clock<Kind>,
): Promise<Answers[Kind]> {
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
