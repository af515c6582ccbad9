import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { accountOfDemo, placeOfDemo } from '../context/of-demo'
import { clockUnder } from './by-face'
import { sessionOccasion } from './clocking'
import type { ClockAnswer } from './occasion-rules'

interface SampleClockInput {
  sessionId: string
  direction: 'in' | 'out'
  /** A picture of the server's own, never one that came with a request. */
  picture: Buffer
}

/**
 * Clocks an account of the demo in a session of the demo, by a sample picture in place of a camera. A picture proves no
 * life, so nobody is asked to: for everybody and everything else there is no such way in.
 */
export async function clockBySample(
  ctx: ActorContext,
  { sessionId, direction, picture }: SampleClockInput,
): Promise<ClockAnswer> {
  const inDemo = await ctx.db.classSession.count({
    where: {
      id: sessionId,
      schoolClass: {
        place: { ...placeOfDemo, members: { some: { userId: ctx.actor.id, user: accountOfDemo } } },
      },
    },
  })
  if (inDemo === 0) throw new AppError('request.not_found')
  const frames = [new Blob([new Uint8Array(picture)], { type: 'image/jpeg' })]
  const occasion = await sessionOccasion(ctx, { sessionId })
  const wanted = { occasion, userId: ctx.actor.id, direction }
  const answer = await clockUnder<'session'>(ctx, wanted, { frames }, 'OFF')
  if (answer.kind === 'more') throw new AppError('face.not_recognised')
  return answer
}
