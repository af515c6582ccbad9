import 'server-only'
import { z } from 'zod'
import { sessionActs } from '@/domain/sessions'
import {
  faceOffOutput,
  pageOf,
  placeNameOutput,
  recordOutput,
  sessionOutput,
  standingsOutput,
  totalsOutput,
} from '../trpc/outputs'

export const plannedOutput = z.array(sessionOutput)

const counted = { counts: standingsOutput, totals: totalsOutput }

export const ofClassOutput = pageOf(sessionOutput.extend(counted))

/** One session with its class and how many stand where. */
export const byIdOutput = sessionOutput.extend({ schoolClass: placeNameOutput, ...counted })

/** Everybody whom a session shows, with their records, and the event from which it can be followed. */
export const boardOutput = z.object({
  session: sessionOutput,
  schoolClass: placeNameOutput.extend({ joinCode: z.string() }),
  students: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      enrolled: z.boolean(),
      faceOff: faceOffOutput.nullable(),
      /** Whether a leader has switched it off in this class alone. */
      faceOffHere: z.boolean(),
      record: recordOutput.nullable(),
      /** When they joined or left the class while the session was open. */
      joinedAt: z.date().nullable(),
      leftAt: z.date().nullable(),
    }),
  ),
  rollCall: z.boolean(),
  /** Somebody guesses at the code, which is longer since. */
  codeGuessed: z.boolean(),
  now: z.date(),
  viewerId: z.uuid(),
  lastEventId: z.string(),
})

export const codeOutput = z.object({ code: z.string(), validUntil: z.date(), now: z.date() })

/** With its class, and how many belonged to it. */
export const notTakenOutput = z.array(
  sessionOutput.extend({ schoolClass: placeNameOutput, students: z.int() }),
)

/** By nobody where it came about by itself, or where the account is gone. */
export const sessionHistoryOutput = z.array(
  z.object({
    id: z.string(),
    at: z.date(),
    actor: z.object({ name: z.string() }).nullable(),
    act: z.enum(sessionActs),
    reason: z.string().nullable(),
    /** Of a roll call: how many photos it had, whom it marked, and who was here or excused already. */
    rollCall: z.object({ photos: z.int(), marked: z.int(), unchanged: z.int() }).nullable(),
  }),
)

/** Who deleted sessions of a class, and why. */
export const deletedOutput = z.array(
  z.object({
    id: z.string(),
    at: z.date(),
    actor: z.object({ name: z.string() }).nullable(),
    reason: z.string().nullable(),
  }),
)

/** How many are absent for want of a record. */
export const closingOutput = z.object({ absent: z.int() })
