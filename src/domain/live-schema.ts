import { attendanceMethods, attendanceStatuses } from './attendance'
import { sessionStates } from './sessions'
import { z } from './zod'

/**
 * What open screens are told. A record travels whole, so that a board can show it without asking again;
 * instants are ISO strings because events are kept as JSON.
 */
const boardRecordSchema = z.object({
  status: z.enum(attendanceStatuses),
  method: z.enum(attendanceMethods),
  clockedInAt: z.iso.datetime().nullable(),
  clockedOutAt: z.iso.datetime().nullable(),
  note: z.string().nullable(),
})
export type BoardRecord = z.infer<typeof boardRecordSchema>

export const liveEventSchema = z.discriminatedUnion('type', [
  /** Topics `session:<id>` and `student:<id>`; null where a record was taken back. */
  z.object({
    type: z.literal('attendance.changed'),
    studentId: z.uuid(),
    record: boardRecordSchema.nullable(),
  }),
  /** Topic `session:<id>` of the open session: somebody joined or left the class, or their photos came or went. */
  z.object({ type: z.literal('roster.changed') }),
  /** Topics `student:<id>` and, where it is at one place, `employee:<id>`: their face was switched off or on again. */
  z.object({ type: z.literal('face.changed') }),
  /** Topic `faces`, for the server alone: somebody's templates, consent or switch changed. */
  z.object({ type: z.literal('faces.changed'), userId: z.uuid() }),
  /** Topics `session:<id>` and `place:<id>`. */
  z.object({ type: z.literal('session.changed'), sessionId: z.uuid(), state: z.enum(sessionStates) }),
  /** Topics `session:<id>` and `place:<id>`: a session that nobody used was deleted. */
  z.object({ type: z.literal('session.cancelled'), sessionId: z.uuid() }),
  /** Topics `workplace:<id>` and `employee:<id>`: what somebody worked has changed, what is asked about it, who signed it, or what was paid. */
  z.object({ type: z.literal('timeEntry.changed'), workplaceId: z.uuid(), userId: z.uuid() }),
  /** Topics `workplace:<id>` and `employee:<id>` of several: the same, where it happened to all of them at once. */
  z.object({ type: z.literal('hours.changed'), workplaceId: z.uuid() }),
  /** Topic `session:<id>`: a roll call of the session was begun, went on or came to an end. */
  z.object({ type: z.literal('rollCall.changed') }),
  /**
   * Topic `user:<id>`: what the person may see has changed. It ends the person's open streams, so that their
   * pages connect again and everything is asked anew; only a stream begun after it tells of it. Topic `sign-in:<id>`:
   * a sign-in has ended, and with it the streams that were opened by it.
   */
  z.object({ type: z.literal('access.changed') }),
])
export type LiveEventPayload = z.infer<typeof liveEventSchema>
