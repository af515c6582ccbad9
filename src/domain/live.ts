import { z } from 'zod'

/**
 * What open screens are told. A record travels whole, so that a board can show it without asking again;
 * instants are ISO strings because events are kept as JSON.
 */
const boardRecordSchema = z.object({
  status: z.enum(['PRESENT', 'LATE', 'ABSENT', 'EXCUSED']),
  method: z.enum(['FACE', 'HAND', 'SESSION_END']),
  clockedInAt: z.iso.datetime().nullable(),
  clockedOutAt: z.iso.datetime().nullable(),
  note: z.string().nullable(),
})
export type BoardRecord = z.infer<typeof boardRecordSchema>

export const liveEventSchema = z.discriminatedUnion('type', [
  /** Topics `session:<id>` and `student:<id>`. */
  z.object({ type: z.literal('attendance.changed'), studentId: z.uuid(), record: boardRecordSchema }),
  /** Topic `session:<id>`: somebody joined or left the class, or their photos came or went. */
  z.object({ type: z.literal('roster.changed') }),
  /** Topics `session:<id>` and `class:<id>`. */
  z.object({
    type: z.literal('session.changed'),
    sessionId: z.uuid(),
    state: z.enum(['SCHEDULED', 'OPEN', 'CLOSED']),
  }),
])
export type LiveEventPayload = z.infer<typeof liveEventSchema>

export type Topic = `session:${string}` | `class:${string}` | `student:${string}`

export const sessionTopic = (sessionId: string): Topic => `session:${sessionId}`
export const classTopic = (classId: string): Topic => `class:${classId}`
/** What happens to one student's own records, which nobody else's page is told of. */
export const studentTopic = (studentId: string): Topic => `student:${studentId}`
