import 'server-only'
import { z } from 'zod'
import { livenessPolicies } from '@/domain/classes'
import { correctionStates } from '@/domain/corrections'
import { wantedEntrySchema } from '@/domain/corrections-schema'
import { boardStandings, entryMethods } from '@/domain/time-entries'
import { faceCheckOutput, pageOf, placeNameOutput } from '../trpc/outputs'

const pause = z.object({ startedAt: z.date(), endedAt: z.date().nullable() })

/** Time that somebody worked. */
export const entryOutput = z.object({
  id: z.uuid(),
  startedAt: z.date(),
  endedAt: z.date().nullable(),
  breaks: z.array(pause),
  kind: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  inMethod: z.enum(entryMethods),
  outMethod: z.enum(entryMethods).nullable(),
  /** Whether a device was at a site of the workplace. */
  inSite: z.enum(['INSIDE', 'OUTSIDE']).nullable(),
  outSite: z.enum(['INSIDE', 'OUTSIDE']).nullable(),
  /** Nobody clocked out: what came after `undisputedUntil` waits for a decision. */
  flag: z.enum(['FORGOTTEN_OUT']).nullable(),
  undisputedUntil: z.date().nullable(),
  workedThrough: z.boolean(),
})

const workKind = z.object({ id: z.uuid(), name: z.string() })

/** Where somebody works, and where they stand there now. */
const ownWorkplace = placeNameOutput.extend({
  liveness: z.enum(livenessPolicies),
  faceClocking: z.boolean(),
  /** To be said at clock-in where there are several. */
  kinds: z.array(workKind),
  /** Whether there are sites, so that where a device is can be told. */
  hasSites: z.boolean(),
  employed: z.boolean(),
  /** What they are in the middle of. */
  open: entryOutput.nullable(),
  minutesToday: z.int(),
  /** From when on a break is taken off at clock-out, unless they say that they worked through; null for never. */
  workedThroughFrom: z.date().nullable(),
  /** Entries that ended by themselves, about which they are asked. */
  forgotten: z.array(entryOutput),
})

/** Somebody's work today, and the event from which it can be followed. */
export const todayOutput = z.object({
  workplaces: z.array(ownWorkplace),
  now: z.date(),
  viewerId: z.uuid(),
  lastEventId: z.string(),
})

const dayTotal = z.object({ day: z.iso.date(), minutes: z.int() })

/** A week of somebody's, by the clock of the workplace. */
export const weekOutput = z.object({
  workplace: placeNameOutput,
  from: z.iso.date(),
  to: z.iso.date(),
  days: z.array(dayTotal),
  minutes: z.int(),
  entries: z.array(entryOutput),
  /** Whether breaks that were not taken are taken off, so that somebody may have worked through one. */
  deducts: z.boolean(),
  now: z.date(),
})

/** The same for whoever leads the workplace. */
export const personWeekOutput = weekOutput.extend({
  name: z.string(),
  kinds: z.array(workKind),
  /** Whether the reader decides about hours there. */
  decides: z.boolean(),
})

/** Entries of everybody at a workplace; `minutes` without breaks, of what is open until now. */
export const entriesOutput = pageOf(
  entryOutput.extend({
    ...{ userId: z.uuid(), name: z.string(), number: z.int(), jobTitle: z.string().nullable() },
    minutes: z.int(),
  }),
).extend({ now: z.date() })

const keptEntry = z.object({
  startedAt: z.date(),
  endedAt: z.date().nullable(),
  breaks: z.array(pause),
  kind: z.string().nullable(),
  removed: z.boolean(),
})

/** Who changed an entry, newest first, and its face checks. */
export const historyOutput = z.object({
  changes: z.array(
    z.object({
      id: z.string(),
      at: z.date(),
      /** Null where it came about by itself, and where the account is gone. */
      actor: z.object({ name: z.string() }).nullable(),
      method: z.enum(entryMethods),
      before: keptEntry.nullable(),
      after: keptEntry,
      reason: z.string().nullable(),
    }),
  ),
  /** Those made for it, newest first; null where the reader does not decide about it. */
  faceChecks: z.array(faceCheckOutput).nullable(),
  evidenceDays: z.number(),
})

/** Attempts to be recognised, newest first, and for how many days their snapshots are kept. */
export const faceChecksOutput = z.object({
  faceChecks: z.array(faceCheckOutput),
  evidenceDays: z.number(),
})

/** What somebody wants changed of their hours, or what a leader changed. */
export const correctionOutput = z.object({
  id: z.uuid(),
  state: z.enum(correctionStates),
  /** Whether the person asked for it themselves. */
  own: z.boolean(),
  userId: z.uuid(),
  workplaceId: z.uuid(),
  timeEntryId: z.uuid().nullable(),
  wanted: wantedEntrySchema.nullable(),
  before: wantedEntrySchema.nullable(),
  reason: z.string(),
  answer: z.string().nullable(),
  createdAt: z.date(),
  decidedAt: z.date().nullable(),
})

export const waitingOutput = correctionOutput.extend({ name: z.string() })

/** Who of a workplace stands where at this moment. */
export const boardOutput = z.object({
  workplace: placeNameOutput,
  people: z.array(
    z.object({
      employmentId: z.uuid(),
      userId: z.uuid(),
      name: z.string(),
      number: z.int(),
      jobTitle: z.string().nullable(),
      /** Overdue is whoever has been in for longer than an exception lets pass, on a break or not. */
      standing: z.enum(boardStandings),
      /** Since when they are in, or on their break. */
      since: z.date().nullable(),
      leftAt: z.date().nullable(),
      kind: z.string().nullable(),
      minutesToday: z.int(),
      /** Entries of theirs that ended by themselves and wait for a decision. */
      forgotten: z.int(),
    }),
  ),
  now: z.date(),
  viewerId: z.uuid(),
  lastEventId: z.string(),
})
