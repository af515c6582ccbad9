import 'server-only'
import type { ActorContext } from '../context/context'
import type { OccasionKind } from '../face-checks/occasion'
import { addSecondFactor } from '../face-checks/second-factor'
import { inTurn } from '../limits/turns'
import { transact } from '../live/publish'
import type { WorkWish } from '../time-entries/clock'
import { applyClocking, clockPurpose, prepareClocking, sessionOccasion, workOccasion } from './clocking'
import type { Answers, ClockAnswer, Clocking, Wanted, WorkAnswer } from './occasion-rules'
import { requireCode } from './require-code'

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
  const { sessionId, direction, code } = input
  const occasion = await sessionOccasion(ctx, { sessionId })
  return byCode<'session'>(ctx, { occasion, userId: ctx.actor.id, direction }, code)
}

/** The same at work, with the code that the kiosk of the workplace shows. */
export function clockWorkByCode(
  ctx: ActorContext,
  input: WorkWish & { workplaceId: string; direction: 'in' | 'out'; code: string },
): Promise<WorkAnswer> {
  const { workplaceId, direction, code, ...work } = input
  const occasion = workOccasion({ workplaceId })
  return byCode<'work'>(ctx, { occasion, userId: ctx.actor.id, direction, work }, code)
}

/** Of a process: hundreds come in one moment, and one after the other they come in sooner than all at once. */
const line = { atOnce: 6, waiting: 2_000 }

function byCode<Kind extends OccasionKind>(
  ctx: ActorContext,
  wanted: Wanted<Kind>,
  code: string,
): Promise<Answers[Kind]> {
  const now = ctx.clock()
  return inTurn('clocking by code', line, () => decide(ctx, wanted, { code, now }))
}

async function decide<Kind extends OccasionKind>(
  ctx: ActorContext,
  wanted: Wanted<Kind>,
  { code, now }: { code: string; now: Date },
): Promise<Answers[Kind]> {
  const { userId, occasion, direction } = wanted
  const clocking: Clocking<Kind> = { ...wanted, method: 'CODE' }
  const { answer } = await prepareClocking(ctx, clocking, now)
  if (answer) return answer
  await requireCode(ctx, { occasion, code }, now)
  return transact(
    ctx,
    async (ctx) => {
      const about = { userId, occasion, purpose: clockPurpose[direction] }
      const method = (await addSecondFactor(ctx, about)) ? 'FACE' : 'CODE'
      return applyClocking(ctx, { ...clocking, method })
    },
    now,
  )
}
