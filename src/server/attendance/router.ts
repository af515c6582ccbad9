import 'server-only'
import { z } from 'zod'
import { sessionCodeSchema } from '@/domain/session-code'
import { markSchema } from '@/domain/sessions'
import { challengeFields, framesOf, isBurstOrChallenge } from '../trpc/challenge-form'
import { formInput, once } from '../trpc/form-input'
import { eventId, pageFields, sessionInput } from '../trpc/inputs'
import { procedureFor, router } from '../trpc/procedure'
import { clockByFace } from './clock'
import { clockByCode } from './clock-by-code'
import { startClockChallenge } from './clock-challenge'
import { mark, ownRecordHistory, recordHistory } from './hand'
import { ownRecords, ownTotals, today, todayEvents } from './own'

const teacher = procedureFor('TEACHER')
const student = procedureFor('STUDENT')

const recordInput = sessionInput.extend({ studentId: z.uuid() })

/** A ticket holds one vector, whatever the recogniser. */
const MAX_TICKET = 64 * 1024

/** What clocking in and out by face sends. */
const clockForm = formInput({
  sessionId: once(z.uuid()),
  direction: once(z.enum(['in', 'out'])),
  /** The session's code, where the face alone does not decide. */
  code: once(sessionCodeSchema).optional(),
  /** Given with the answer `more`, to be sent with the pictures that were asked for. */
  ticket: once(z.string().min(1).max(MAX_TICKET)).optional(),
  ...challengeFields,
})
  .refine(isBurstOrChallenge, 'Each frame of a challenge needs its time, and a burst has at most three.')
  .refine(({ ticket, challengeId }) => !ticket || !challengeId, 'More pictures answer no challenge.')
  .transform(({ sessionId, direction, code, ticket, ...rest }) => ({
    ...{ sessionId, direction, code, ticket },
    ...framesOf(rest),
  }))

export const attendanceRouter = router({
  startChallenge: student
    .input(sessionInput.extend({ direction: z.enum(['in', 'out']) }))
    .mutation(({ ctx, input }) => startClockChallenge(ctx, input)),
  clock: student.input(clockForm).mutation(({ ctx, input }) => clockByFace(ctx, input)),
  clockByCode: student
    .input(sessionInput.extend({ direction: z.enum(['in', 'out']), code: sessionCodeSchema }))
    .mutation(({ ctx, input }) => clockByCode(ctx, input)),
  today: student.query(({ ctx }) => today(ctx)),
  onToday: student
    .input(z.strictObject({ lastEventId: eventId }))
    .subscription(({ ctx, input, signal }) => todayEvents(ctx, input, signal)),
  ownRecords: student
    .input(z.strictObject({ classId: z.uuid().optional(), ...pageFields }))
    .query(({ ctx, input }) => ownRecords(ctx, input)),
  ownTotals: student.query(({ ctx }) => ownTotals(ctx)),
  ownRecordHistory: student.input(sessionInput).query(({ ctx, input }) => ownRecordHistory(ctx, input)),

  mark: teacher.input(recordInput.extend(markSchema.shape)).mutation(({ ctx, input }) => mark(ctx, input)),
  recordHistory: teacher.input(recordInput).query(({ ctx, input }) => recordHistory(ctx, input)),
})
