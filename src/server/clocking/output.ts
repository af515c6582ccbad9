import 'server-only'
import { z } from 'zod'
import { clockOutput } from '../trpc/outputs'

/** Three more pictures are to be sent at once, with this ticket. */
const moreNeeded = z.object({ kind: z.literal('more'), ticket: z.string() })

export const faceClockOutput = z.discriminatedUnion('kind', [clockOutput, moreNeeded])
