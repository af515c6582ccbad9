import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { sessionCodeSchema } from '@/domain/session-code'
import { challengeFields, framesOf, isBurstOrChallenge } from '../trpc/challenge-form'
import { formInput, once } from '../trpc/form-input'
import { sessionInput } from '../trpc/inputs'
import { procedureFor, router } from '../trpc/procedure'
import { clockByCode } from './by-code'
import { clockByFace } from './by-face'
import { startClockChallenge } from './challenge'

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
    .input(sessionInput.extend({ direction: z.enum(['in', 'out']) }))
    .mutation(({ ctx, input }) => startClockChallenge(ctx, input)),
  byFace: student.input(clockForm).mutation(({ ctx, input }) => clockByFace(ctx, input)),
  byCode: student
    .input(sessionInput.extend({ direction: z.enum(['in', 'out']), code: sessionCodeSchema }))
    .mutation(({ ctx, input }) => clockByCode(ctx, input)),
})
