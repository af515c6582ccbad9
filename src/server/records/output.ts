import 'server-only'
import { z } from 'zod'

export const keptOutput = z.object({
  years: z.int(),
  /** Where that stands; null where the country's law is not known here. */
  source: z.object({ citation: z.string(), url: z.string() }).nullable(),
  /** What was worked before this day may be erased. */
  before: z.iso.date(),
  past: z.object({ entries: z.int(), payments: z.int(), people: z.int() }),
  /** The first day of which there are records, and when they may be erased at the earliest. */
  earliest: z.object({ day: z.iso.date(), erasableOn: z.iso.date() }).nullable(),
})

export const erasedOutput = z.object({
  entries: z.int(),
  payments: z.int(),
  exports: z.int(),
  employments: z.int(),
})
