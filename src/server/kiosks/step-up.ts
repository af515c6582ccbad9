import 'server-only'
import { AppError } from '@/domain/errors'
import { applyClocking, prepareClocking } from '../clocking/clocking'
import type { Clocking } from '../clocking/occasion-rules'
import type { KioskContext } from '../context/context'
import type { FaceCheckResult } from '../face-checks/check'
import { takeBackOnError } from '../face-checks/locks'
import type { Occasions } from '../face-checks/occasion'
import { refusalOr, saveFaceCheck } from '../face-checks/save'
import { transact } from '../live/publish'
import { type KioskAnswer, kioskAnswer, type Question, question } from './answer'
import { identifyPerson } from './identify-person'
import { asKioskRefusal } from './refusals'
import { findOpenSession, occasionAt } from './state'
import { verifyNumber } from './verify-number'

export interface StepUpInput {
  frames: Blob[]
  /** The person's number in the class, where the face alone is not enough. */
  number?: number | undefined
}

/**
 * Somebody stands before the kiosk: says who, clocks them in, and forgets the frames. Whoever is in already, or has
 * left, is asked instead. Times are the server's.
 */
export function stepUp(ctx: KioskContext, input: StepUpInput): Promise<KioskAnswer> {
  const now = ctx.clock()
  return asKioskRefusal(ctx, { now, number: input.number }, recognise(ctx, input, now))
}

async function recognise(
  ctx: KioskContext,
  { frames, number }: StepUpInput,
  now: Date,
): Promise<KioskAnswer> {
  const session = await findOpenSession(ctx)
  if (!session) throw new AppError('sessions.not_open')
  const occasion = occasionAt(ctx, session.id)
  const seen = { frames, occasion, now }
  const check = number === undefined ? await identifyPerson(ctx, seen) : await verifyNumber(ctx, number, seen)
  return greetPerson(ctx, check, occasion, now)
}

/** Clocks in whoever was recognised; of whoever is in already, or has left, nothing changes yet. */
export async function greetPerson(
  ctx: KioskContext,
  check: FaceCheckResult,
  occasion: Occasions['session'],
  now: Date,
): Promise<KioskAnswer> {
  const clocking: Clocking<'session'> = {
    occasion,
    userId: check.subject.userId,
    direction: 'in',
    method: 'FACE',
  }
  const asked = await takeBackOnError(ctx, check.begun, () => whatToAsk(ctx, clocking, now))
  return asked ? ask(ctx, check, clocking, asked, now) : clockIn(ctx, check, clocking, now)
}

async function clockIn(ctx: KioskContext, check: FaceCheckResult, clocking: Clocking<'session'>, now: Date) {
  const answer = await takeBackOnError(ctx, check.begun, () =>
    transact(
      ctx,
      async (ctx) => {
        await saveFaceCheck(ctx, check)
        return refusalOr(applyClocking(ctx, clocking))
      },
      now,
    ),
  )
  if (answer instanceof AppError) throw answer
  return kioskAnswer(ctx, clocking.userId, answer)
}

/** Nothing changes yet, so no picture is kept either. */
async function ask(
  ctx: KioskContext,
  check: FaceCheckResult,
  { occasion, userId }: Clocking<'session'>,
  asked: Question,
  now: Date,
) {
  const { id } = await takeBackOnError(ctx, check.begun, () =>
    transact(ctx, (ctx) => saveFaceCheck(ctx, { ...check, snapshot: null }), now),
  )
  return question(ctx, { userId, sessionId: occasion.sessionId, faceCheckId: id }, asked, now)
}

/** Whoever is in, or has left, may only be passing by. */
async function whatToAsk(
  ctx: KioskContext,
  clocking: Clocking<'session'>,
  now: Date,
): Promise<Question | null> {
  const { answer, left } = await prepareClocking(ctx, clocking, now)
  if (answer) return { kind: 'here', record: answer }
  return left && { kind: 'left', record: left }
}
