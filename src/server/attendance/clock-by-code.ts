import 'server-only'
import type { ActorContext } from '../context'
import { transact } from '../live/publish'
import { requireCode } from '../sessions/code'
import { applyClocking, type ClockAnswer, type Clocking, prepareClocking } from './clocking'

interface CodeClockInput {
  sessionId: string
  direction: 'in' | 'out'
  code: string
}

/** Clocks the actor in or out of an open session of theirs with the code that it shows. Times are the server's. */
export async function clockByCode(ctx: ActorContext, input: CodeClockInput): Promise<ClockAnswer> {
  const now = ctx.clock()
  const { sessionId, direction, code } = input
  const clocking: Clocking = { sessionId, studentId: ctx.actor.id, direction, method: 'CODE' }
  const { answer } = await prepareClocking(ctx, clocking, now)
  if (answer) return answer
  await requireCode(ctx, { sessionId, code }, now)
  return transact(ctx, (tx, publish) => applyClocking(tx, publish, clocking, now))
}
