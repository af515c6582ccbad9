import 'server-only'
import { z } from 'zod'
import { teamProblems } from '@/domain/employments'
import { faceOffHereOutput, faceOffOutput, pageOf } from '../trpc/outputs'

const terms = z.object({
  id: z.uuid(),
  startedOn: z.iso.date(),
  endedOn: z.iso.date().nullable(),
  jobTitle: z.string().nullable(),
  externalNumber: z.string().nullable(),
  contractMinutes: z.int().nullable(),
  concurrent: z.boolean(),
})

export const teamOutput = pageOf(
  terms.extend({
    ...{ userId: z.uuid(), name: z.string(), number: z.int() },
    /** Null once they have left. */
    email: z.string().nullable(),
    ...{ enrolled: z.boolean(), hasPin: z.boolean(), faceOff: faceOffOutput.nullable() },
    /** Whether a leader has switched it off at this workplace alone. */
    faceOffHere: z.boolean(),
  }),
)

const workplace = z.object({
  ...{ id: z.uuid(), name: z.string(), timeZone: z.string(), currency: z.string() },
})

export const employmentOutput = terms.extend({
  ...{ userId: z.uuid(), name: z.string(), number: z.int() },
  /** Null once they have left. */
  email: z.string().nullable(),
  faceOff: faceOffOutput.nullable(),
  faceOffHere: faceOffHereOutput.nullable(),
  /** Whether they have left: nothing of the employment goes on. */
  left: z.boolean(),
  seesWages: z.boolean(),
  /** Whether whoever asks decides about hours here, and so may have the record of them. */
  mayApprove: z.boolean(),
  workplace,
  pin: z.object({ setAt: z.date(), locked: z.boolean() }).nullable(),
  kinds: z.array(z.object({ id: z.uuid(), name: z.string() })),
  others: z.array(z.object({ id: z.uuid(), startedOn: z.iso.date(), endedOn: z.iso.date().nullable() })),
})

const rate = z.object({
  id: z.uuid(),
  from: z.iso.date(),
  /** Null is for every kind of work without a rate of its own. */
  kindId: z.uuid().nullable(),
  kind: z.string().nullable(),
  minorPerHour: z.int(),
})

/** Every rate there ever was; `supersededAt` is when a correction took its place. */
export const ratesOutput = z.object({
  currency: z.string(),
  rates: z.array(rate.extend({ createdAt: z.date(), supersededAt: z.date().nullable() })),
})

export const teamLinesOutput = z.array(
  z.object({
    ...{ line: z.int(), name: z.string(), email: z.string() },
    ...{ jobTitle: z.string().nullable(), externalNumber: z.string().nullable() },
    minorPerHour: z.int().nullable(),
    problem: z.enum(teamProblems).nullable(),
  }),
)

export const invitedOutput = z.object({ invited: z.int() })

export const linkOutput = z.object({ id: z.uuid(), link: z.string() })

export const invitationsOutput = z.array(
  z.object({
    ...{ id: z.uuid(), email: z.string().nullable(), name: z.string().nullable() },
    ...{ startedOn: z.iso.date(), jobTitle: z.string().nullable(), minorPerHour: z.int().nullable() },
    ...{ createdAt: z.date(), expiresAt: z.date() },
  }),
)

/** As whoever is asked sees it. */
export const askedOutput = z.object({
  ...{ id: z.uuid(), workplace: z.string(), by: z.string(), currency: z.string() },
  ...{ startedOn: z.iso.date(), jobTitle: z.string().nullable() },
  ...{ contractMinutes: z.int().nullable(), minorPerHour: z.int().nullable() },
})

export const hiredOutput = z.object({ employmentId: z.uuid() })

export const toJoinOutput = z.object({ name: z.string(), by: z.string(), joined: z.boolean() })

export const ownOutput = z.array(
  terms.extend({
    ...{ workplace, number: z.int(), left: z.boolean(), by: z.string() },
    pin: z.object({ locked: z.boolean() }).nullable(),
    rates: z.array(rate),
  }),
)
