import 'server-only'
import { z } from 'zod'
import { clockOutput } from '../trpc/outputs'

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
