import 'server-only'
import { z } from 'zod'
import { moneyOutput } from '../trpc/outputs'

export const extrasOutput = z.array(
  z.object({
    id: z.uuid(),
    day: z.iso.date(),
    /** A known kind, or words of whoever added it. */
    name: z.string(),
    minutes: z.int().nullable(),
    /** Null for whoever does not see wages here. */
    amount: moneyOutput.nullable(),
    reason: z.string(),
    by: z.string().nullable(),
    createdAt: z.date(),
  }),
)
