import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context'
import { requireChallenge } from '../face-checks/challenge'
import { checkFace } from '../face-checks/check'
import { untilSettled } from '../face-checks/locks'
import { refusalOr, saveFaceCheck } from '../face-checks/save'
import { needsSecondFactor } from '../face-checks/second-factor'
import { transact } from '../live/publish'
import { requireCode } from '../sessions/code'
import { applyClocking, type ClockAnswer, type Clocking, clockPurpose, prepareClocking } from './clocking'

interface ClockInput {
  sessionId: string
  direction: 'in' | 'out'
  frames: Blob[]
  /** The session's code, where the face alone does not decide. */
  code?: string | undefined
  /** The challenge that the frames answer, with the time of each. */
  challenge?: { id: string; at: number[] } | undefined
}

/**
 * Clocks the actor in or out of an open session of theirs by face: one to one against their own templates.
 * The face check is kept whatever its outcome; the record changes only when it matched. Times are the server's.
 */
export async function clockByFace(ctx: ActorContext, input: ClockInput): Promise<ClockAnswer> {
  const now = ctx.clock()
  const { sessionId, direction, frames, challenge, code } = input
  const clocking: Clocking = { sessionId, studentId: ctx.actor.id, direction, method: 'FACE' }
  const { liveness, answer } = await prepareClocking(ctx, clocking, now)
  const purpose = { userId: ctx.actor.id, purpose: clockPurpose[direction], sessionId }
  // Before the answer that nothing changes: frames that were sent before are refused whatever they would do.
  if (challenge) await requireChallenge(ctx, challenge.id, purpose)
  if (answer) return answer
  if (code) await requireCode(ctx, { sessionId, code }, now)
  const check = await checkFace(ctx, {
    ...purpose,
    liveness,
    frames,
    challenge,
  })
  const outcome = await untilSettled(ctx, check.begun, async () => {
    const codeNeeded = await needsSecondFactor(ctx, check)
    const second = codeNeeded ? (code ? 'given' : 'missing') : null
    return transact(ctx, async (tx, publish) => {
      const { refused } = await saveFaceCheck(ctx, tx, { ...check, second }, now, publish)
      return refused ?? refusalOr(applyClocking(tx, publish, clocking, now))
    })
  })
  if (outcome instanceof AppError) throw outcome
  return outcome
}
