import 'server-only'
import { z } from 'zod'
import { attendanceMethods, attendanceStatuses } from '@/domain/attendance'
import { challengeSteps } from '@/domain/face/challenge-steps'
import { sessionStates } from '@/domain/sessions'

/** Answers of procedures of several nouns. What a schema does not name does not go out. */

/** Money in minor units of its currency (ISO 4217). */
export const moneyOutput = z.object({ amount: z.int(), currency: z.string() })

/** It was done, and there is no more to say. */
export const nothing = z.void()
export const madeOutput = z.object({ id: z.uuid() })

/** The path of a link to hand to somebody, told this once; null where a mail was sent instead. */
export const handedLinkOutput = z.strictObject({ path: z.string().nullable() })

/** A page of a list; `nextCursor` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.uuid().nullable() })
}

export const statusOutput = z.enum(attendanceStatuses)

/** What stands of somebody in a session. */
export const recordOutput = z.object({
  status: statusOutput,
  method: z.enum(attendanceMethods),
  clockedInAt: z.date().nullable(),
  clockedOutAt: z.date().nullable(),
  note: z.string().nullable(),
})

/** How many records there are of each kind; `rate` is the share attended of those that count, null where none does. */
export const totalsOutput = z.object({
  present: z.int(),
  late: z.int(),
  absent: z.int(),
  excused: z.int(),
  rate: z.number().nullable(),
})

/** How many people of a session stand where; `LEFT` have clocked out while it goes on, `WAITING` have no record yet. */
export const standingsOutput = z.object({
  PRESENT: z.int(),
  LATE: z.int(),
  LEFT: z.int(),
  ABSENT: z.int(),
  EXCUSED: z.int(),
  WAITING: z.int(),
})

/** A place by its name; times that belong to it are told in its time zone. */
export const placeNameOutput = z.object({ id: z.uuid(), name: z.string(), timeZone: z.string() })

export const sessionOutput = z.object({
  id: z.uuid(),
  classId: z.uuid(),
  title: z.string().nullable(),
  state: z.enum(sessionStates),
  plannedStart: z.date().nullable(),
  plannedEnd: z.date().nullable(),
  lateAfterMinutes: z.int(),
  openedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  /** Nobody ended it in time. */
  endedByItself: z.boolean(),
  /** And nobody was marked or clocked in it, so that nobody is absent and it counts nowhere. */
  notTaken: z.boolean(),
  createdAt: z.date(),
})

/** What was erased of somebody. */
export const erasedOutput = z.object({ photos: z.int(), templates: z.int(), evidence: z.int() })

/** An attempt to be recognised, without what was measured. */
export const faceCheckOutput = z.object({
  id: z.uuid(),
  at: z.date(),
  purpose: z.enum(['CLOCK_IN', 'CLOCK_OUT', 'SIGN_IN', 'ROLL_CALL']),
  outcome: z.enum(['MATCHED', 'NOT_MATCHED', 'NOT_LIVE', 'CHALLENGE_FAILED', 'UNUSABLE']),
  band: z.enum(['SURE', 'LIKELY', 'UNKNOWN']).nullable(),
  /** The code of the error that refused it. */
  reason: z.string().nullable(),
  model: z.string(),
  hasEvidence: z.boolean(),
})

/** Why somebody takes part without their face. */
export const faceOffOutput = z.enum(['OWN_WISH', 'STAFF', 'EMPLOYER', 'TOO_MANY_MISSES'])

/** That somebody's face is off at one place, since when and who decided so. */
export const faceOffHereOutput = z.object({ since: z.date(), by: z.string().nullable() })

/** The movements that are asked for, by the server's clock. */
export const challengeOutput = z.object({
  id: z.uuid(),
  steps: z.array(z.enum(challengeSteps)),
  expiresAt: z.date(),
  now: z.date(),
})

/** What came of clocking in or out; where nothing had to change, what stands. */
export const clockOutput = z.object({
  kind: z.enum(['clocked_in', 'returned', 'already_in', 'clocked_out', 'already_out']),
  status: statusOutput,
  clockedInAt: z.date().nullable(),
  clockedOutAt: z.date().nullable(),
})
