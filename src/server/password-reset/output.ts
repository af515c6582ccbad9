import 'server-only'
import { z } from 'zod'

export const usableOutput = z.strictObject({ usable: z.boolean() })

/** Told this once; null where a mail was sent instead. */
export const linkOutput = z.strictObject({ path: z.string().nullable() })

export const waitingOutput = z.array(
  z.strictObject({
    person: z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() }),
    askedAt: z.date(),
  }),
)
