import 'server-only'
import { z } from 'zod'
import { clockOutput } from '../trpc/outputs'

const person = z.object({ id: z.uuid(), name: z.string() })

/** Who a face is, how sure that is, and what was done about it. */
export const identifiedOutput = z.object({
  /** `SURE`: this one person. `UNSURE`: perhaps this one, or one of the others. `NONE`: nobody who can be named. */
  band: z.enum(['SURE', 'UNSURE', 'NONE']),
  person: person.nullable(),
  others: z.array(person),
  /** What came of the clock-in, or what stands; null where nobody was to be marked. */
  clocked: clockOutput.nullable(),
  /** The code of the error that kept a person who is sure from being marked. */
  reason: z.string().nullable(),
})
export type Identified = z.infer<typeof identifiedOutput>
