import 'server-only'
import { z } from 'zod'

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
