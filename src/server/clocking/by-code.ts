import 'server-only'
import type { ActorContext } from '../context/context'
import { addSecondFactor } from '../face-checks/second-factor'
import { transact } from '../live/publish'
import { requireCode } from '../sessions/code'
import { applyClocking, clockPurpose, prepareClocking, sessionOccasion } from './clocking'
import type { ClockAnswer, Clocking } from './occasion-rules'

interface CodeClockInput {
  sessionId: string
  direction: 'in' | 'out'
  code: string
}

/**
 * Clocks the actor in or out of an open session of theirs with the code that it shows, or completes a face that was
 * recognised a moment ago and may not decide alone. Times are the server's.
 */
export async function clockByCode(ctx: ActorContext, input: CodeClockInput): Promise<ClockAnswer> {
  const now = ctx.clock()
  const { sessionId, direction, code } = input
  const occasion = await sessionOccasion(ctx, { sessionId })
  const clocking: Clocking = { occasion, userId: ctx.actor.id, direction, method: 'CODE' }
  const { answer } = await prepareClocking(ctx, clocking, now)
  if (answer) return answer
  await requireCode(ctx, { sessionId, code }, now)
  return transact(
    ctx,
    async (ctx) => {
      const about = { userId: ctx.actor.id, occasion, purpose: clockPurpose[direction] }
      const method = (await addSecondFactor(ctx, about)) ? 'FACE' : 'CODE'
      return applyClocking(ctx, { ...clocking, method })
    },
    now,
  )
}
