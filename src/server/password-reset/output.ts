import 'server-only'
import { z } from 'zod'

export const usableOutput = z.strictObject({ usable: z.boolean() })

export const waitingOutput = z.array(
  z.strictObject({
    person: z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() }),
    askedAt: z.date(),
  }),
)
