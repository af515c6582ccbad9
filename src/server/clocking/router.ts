import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { sessionCodeSchema } from '@/domain/session-code-schema'
import { positionSchema } from '@/domain/work-sites-schema'
import { challengeFields, framesOf, isBurstOrChallenge } from '../trpc/challenge-form'
import { formInput, once } from '../trpc/form-input'
import { sessionInput, workplaceInput } from '../trpc/inputs'
import { challengeOutput, clockOutput } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { clockByCode, clockWorkByCode } from './by-code'
import { clockByFace, clockWorkByFace } from './by-face'
import { startClockChallenge, startWorkChallenge } from './challenge'
import * as o from './output'

const student = procedureFor('STUDENT')
const employee = procedureFor('EMPLOYEE')

const direction = z.enum(['in', 'out'])

/** A ticket holds one vector, whatever the recogniser. */
const MAX_TICKET = 64 * 1024

/** What clocking in and out by face sends besides what it is for. */
const shownFields = {
  direction: once(direction),
  /** The code that is shown there, where the face alone does not decide. */
  code: once(sessionCodeSchema).optional(),
  /** Given with the answer `more`, to be sent with the pictures that were asked for. */
  ticket: once(z.string().min(1).max(MAX_TICKET)).optional(),
  ...challengeFields,
}

const clockForm = formInput({ sessionId: once(idSchema), ...shownFields })
  .refine(isBurstOrChallenge)
  .refine(({ ticket, challengeId }) => !ticket || !challengeId)
  .transform(({ sessionId, direction, code, ticket, ...rest }) => ({
    ...{ sessionId, direction, code, ticket },
    ...framesOf(rest),
  }))

/** A position as a form has it: `latitude,longitude` in degrees. */
const positionField = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,15})?,-?\d{1,3}(\.\d{1,15})?$/)
  .transform((text) => text.split(',').map(Number))
  .transform(([latitude, longitude]) => ({ latitude, longitude }))
  .pipe(positionSchema)

const workForm = formInput({
  workplaceId: once(idSchema),
  /** The kind of work, where there are several. */
  kindId: once(idSchema).optional(),
  /** At clock-out: no break is to be deducted. */
  workedThrough: once(z.stringbool()).optional(),
  /** Where the device is: held against the sites of the workplace, and not kept. */
  position: once(positionField).optional(),
  ...shownFields,
})
  .refine(isBurstOrChallenge)
  .refine(({ ticket, challengeId }) => !ticket || !challengeId)
  .transform(({ workplaceId, direction, code, ticket, kindId, position, workedThrough, ...rest }) => ({
    ...{ workplaceId, direction, code, ticket, kindId, position, workedThrough },
    ...framesOf(rest),
  }))

const workDirection = workplaceInput.extend({ direction })

export const clockingRouter = router({
  startChallenge: student
    .meta(at('POST', '/sessions/{sessionId}/challenges', 'Ask for the movements of a challenge'))
    .input(sessionInput.extend({ direction }))
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
    .input(sessionInput.extend({ direction, code: sessionCodeSchema }))
    .output(clockOutput)
    .mutation(({ ctx, input }) => clockByCode(ctx, input)),
  startWorkChallenge: employee
    .meta(at('POST', '/workplaces/{workplaceId}/challenges', 'Ask for the movements of a challenge at work'))
    .input(workDirection.extend({ kindId: idSchema.optional() }))
    .output(challengeOutput)
    .mutation(({ ctx, input }) => startWorkChallenge(ctx, input)),
  workByFace: employee
    .meta(at('POST', '/workplaces/{workplaceId}/clock/{direction}', 'Clock in or out of work by face'))
    .input(workForm)
    .output(o.faceWorkOutput)
    .mutation(({ ctx, input }) => clockWorkByFace(ctx, input)),
  workByCode: employee
    .meta(
      at(
        'POST',
        '/workplaces/{workplaceId}/clock/{direction}/by-code',
        'Clock in or out of work by the code that the kiosk shows',
      ),
    )
    .input(
      workDirection.extend({
        code: sessionCodeSchema,
        kindId: idSchema.optional(),
        position: positionSchema.optional(),
        workedThrough: z.boolean().optional(),
      }),
    )
    .output(o.workOutput)
    .mutation(({ ctx, input }) => clockWorkByCode(ctx, input)),
})
