import 'server-only'
import { z } from 'zod'
import { statusOutput } from '../trpc/outputs'

/** What came of it; where nothing had to change, what stands. */
export const clockOutput = z.object({
  kind: z.enum(['clocked_in', 'returned', 'already_in', 'clocked_out', 'already_out']),
  status: statusOutput,
  clockedInAt: z.date().nullable(),
  clockedOutAt: z.date().nullable(),
})

/** Three more pictures are to be sent at once, with this ticket. */
const moreNeeded = z.object({ kind: z.literal('more'), ticket: z.string() })

export const faceClockOutput = z.discriminatedUnion('kind', [clockOutput, moreNeeded])

/** What came of clocking at work; where nothing had to change, what stands. */
export const workOutput = z.object({
  kind: z.enum(['clocked_in', 'already_in', 'clocked_out', 'already_out']),
  entryId: z.uuid(),
  clockedInAt: z.date(),
  clockedOutAt: z.date().nullable(),
  /** By the clock of the workplace. */
  minutesToday: z.int(),
})

export const faceWorkOutput = z.discriminatedUnion('kind', [workOutput, moreNeeded])
