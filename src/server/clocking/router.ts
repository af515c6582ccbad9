import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { sessionCodeSchema } from '@/domain/session-code'
import { challengeFields, framesOf, isBurstOrChallenge } from '../trpc/challenge-form'
import { formInput, once } from '../trpc/form-input'
import { sessionInput } from '../trpc/inputs'
import { challengeOutput, clockOutput } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { clockByCode } from './by-code'
import { clockByFace } from './by-face'
import { startClockChallenge } from './challenge'
import * as o from './output'

const student = procedureFor('STUDENT')

/** A ticket holds one vector, whatever the recogniser. */
const MAX_TICKET = 64 * 1024

/** What clocking in and out by face sends. */
const clockForm = formInput({
  sessionId: once(idSchema),
  direction: once(z.enum(['in', 'out'])),
  /** The session's code, where the face alone does not decide. */
  code: once(sessionCodeSchema).optional(),
  /** Given with the answer `more`, to be sent with the pictures that were asked for. */
  ticket: once(z.string().min(1).max(MAX_TICKET)).optional(),
  ...challengeFields,
})
  .refine(isBurstOrChallenge)
  .refine(({ ticket, challengeId }) => !ticket || !challengeId)
  .transform(({ sessionId, direction, code, ticket, ...rest }) => ({
    ...{ sessionId, direction, code, ticket },
    ...framesOf(rest),
  }))

export const clockingRouter = router({
  startChallenge: student
    .meta(at('POST', '/sessions/{sessionId}/challenges', 'Ask for the movements of a challenge'))
    .input(sessionInput.extend({ direction: z.enum(['in', 'out']) }))
    .output(challengeOutput)
    .mutation(({ ctx, input }) => startClockChallenge(ctx, input)),
  byFace: student
    .meta(at('POST', '/sessions/{sessionId}/clock/{direction}', 'Clock in or out by face'))
    .input(clockForm)
    .output(o.faceClockOutput)
    .mutation(({ ctx, input }) => clockByFace(ctx, input)),
  byCode: student
    .meta(
      at('POST', '/sessions/{sessionId}/clock/{direction}/by-code', 'Clock in or out by the session’s code'),
    )
    .input(sessionInput.extend({ direction: z.enum(['in', 'out']), code: sessionCodeSchema }))
    .output(clockOutput)
    .mutation(({ ctx, input }) => clockByCode(ctx, input)),
})
