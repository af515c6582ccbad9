import 'server-only'
import { AppError } from '@/domain/errors'
import { applyClocking, type Clocking, prepareClocking } from '../attendance/clocking'
import type { KioskContext } from '../context'
import type { FaceCheckResult } from '../face-checks/check'
import { untilSettled } from '../face-checks/locks'
import { refusalOr, saveFaceCheck } from '../face-checks/save'
import { transact } from '../live/publish'
import { type KioskAnswer, type Question, question, told } from './answer'
import { identifyPerson } from './identify-person'
import { toldAtTablet } from './refusals'
import { findOpenSession } from './state'
import { verifyNumber } from './verify-number'

export interface StepUpInput {
  frames: Blob[]
  /** The person's number in the class, where the face alone is not enough. */
  number?: number | undefined
}

/**
 * Somebody stands before the tablet: says who, clocks them in, and forgets the frames. Whoever is in already, or has
 * left, is asked instead. Times are the server's.
 */
export function stepUp(ctx: KioskContext, input: StepUpInput): Promise<KioskAnswer> {
  const now = ctx.clock()
  return toldAtTablet(ctx, { now, number: input.number }, recognise(ctx, input, now))
}

async function recognise(
  ctx: KioskContext,
  { frames, number }: StepUpInput,
  now: Date,
): Promise<KioskAnswer> {
  const session = await findOpenSession(ctx)
  if (!session) throw new AppError('sessions.not_open')
  const seen = { frames, sessionId: session.id, now }
  const check = number === undefined ? await identifyPerson(ctx, seen) : await verifyNumber(ctx, number, seen)
  return greetPerson(ctx, check, session.id, now)
}

/** Clocks in whoever was recognised; of whoever is in already, or has left, nothing changes yet. */
export async function greetPerson(
  ctx: KioskContext,
  check: FaceCheckResult,
  sessionId: string,
  now: Date,
): Promise<KioskAnswer> {
  const clocking: Clocking = {
    sessionId,
    studentId: check.request.userId,
    direction: 'in',
    method: 'FACE',
  }
  const asked = await untilSettled(ctx, check.begun, () => whatToAsk(ctx, clocking, now))
  return asked ? ask(ctx, check, clocking, asked, now) : clockIn(ctx, check, clocking, now)
}

async function clockIn(ctx: KioskContext, check: FaceCheckResult, clocking: Clocking, now: Date) {
  const answer = await untilSettled(ctx, check.begun, () =>
    transact(ctx, async (tx, publish) => {
      await saveFaceCheck(ctx, tx, check, now, publish)
      return refusalOr(applyClocking(tx, publish, clocking, now))
    }),
  )
  if (answer instanceof AppError) throw answer
  return told(ctx, clocking.studentId, answer)
}

/** Nothing changes yet, so no picture is kept either. */
async function ask(
  ctx: KioskContext,
  check: FaceCheckResult,
  { sessionId, studentId }: Clocking,
  asked: Question,
  now: Date,
) {
  const { id } = await untilSettled(ctx, check.begun, () =>
    transact(ctx, (tx, publish) => saveFaceCheck(ctx, tx, { ...check, snapshot: null }, now, publish)),
  )
  return question(ctx, { userId: studentId, sessionId, faceCheckId: id }, asked, now)
}

/** Whoever is in, or has left, may only be passing by. */
async function whatToAsk(ctx: KioskContext, clocking: Clocking, now: Date): Promise<Question | null> {
  const { answer } = await prepareClocking(ctx, clocking, now)
  if (answer) return { kind: 'here', record: answer }
  const { sessionId, studentId } = clocking
  const record = await ctx.db.attendance.findFirst({
    where: { sessionId, studentId, clockedOutAt: { not: null }, status: { not: 'ABSENT' } },
    select: { status: true, clockedInAt: true, clockedOutAt: true },
  })
  return record && { kind: 'left', record }
}
