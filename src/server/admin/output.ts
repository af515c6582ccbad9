import 'server-only'
import { z } from 'zod'
import { deedSchema } from '@/domain/administration-schema'
import { roleSchema } from '@/domain/roles-schema'
import { pageOf } from '../trpc/outputs'

/** What the installation runs with and how much it holds. */
export const statusOutput = z.object({
  version: z.string(),
  recogniser: z.string().nullable(),
  own: z.object({ name: z.string(), licence: z.string() }).nullable(),
  pad: z.boolean(),
  problem: z.string().nullable(),
  accounts: z.object({ all: z.int(), teachers: z.int(), students: z.int(), disabled: z.int() }),
  classes: z.object({ current: z.int(), archived: z.int() }),
  openSessions: z.int(),
  kept: z.object({ photos: z.int(), templates: z.int(), evidence: z.int() }),
  photosKept: z.boolean(),
  evidenceDays: z.number(),
})

/** How far reading kept photos anew has come, since another recogniser is in use. */
export const renewalOutput = z.object({
  /** Kept photos that this recogniser did not see when they were taken, and those of them that it has read. */
  total: z.int(),
  done: z.int(),
  /** Those of the read ones in which it found no face. */
  faceless: z.int(),
  /** Whether the rest is being read at this time. */
  running: z.boolean(),
  /** People who agreed and had photos enough, and whom this recogniser cannot know until they enrol again. */
  toEnrolAgain: z.int(),
})
export type RenewalStatus = z.infer<typeof renewalOutput>

/** How many things wait for an administrator, and whether faces can be recognised at all. */
export const needsOutput = z.strictObject({
  requests: z.int(),
  /** Who cannot sign in for want of a password. */
  forgotten: z.int(),
  duplicates: z.int(),
  /** Places whose owner can get to them no more. */
  places: z.int(),
  recogniser: z.boolean(),
})

const named = z.strictObject({ id: z.uuid(), name: z.string() })

export const placeOutput = named.extend({
  kind: z.enum(['CLASS', 'WORKPLACE']),
  createdAt: z.date(),
  archivedAt: z.date().nullable(),
  people: z.int(),
  /** Owners first; `able`: the account counts and has the role. */
  leaders: z.array(named.extend({ role: z.enum(['OWNER', 'ASSISTANT']), able: z.boolean() })),
})

export const placesOutput = pageOf(placeOutput)

/** What was done, to whom or to what; `by` is null where it was done at the machine itself, or the account is gone. */
export const historyOutput = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      at: z.date(),
      deed: deedSchema,
      added: z.array(roleSchema),
      removed: z.array(roleSchema),
      by: named.nullable(),
      person: named.nullable(),
      place: named.nullable(),
      reason: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
})
