import { z } from 'zod'
import { lateRuleSchema } from './classes'

/** A wall-clock time in the class's time zone, as a date-and-time field gives it: `YYYY-MM-DDTHH:mm`. */
const localTimeSchema = z.iso.datetime({ local: true, precision: -1, error: 'Give date and time.' })

export const sessionSettingsSchema = z.strictObject({
  title: z.string().trim().max(80, 'At most 80 characters.').optional(),
  plannedStart: localTimeSchema.optional(),
  plannedEnd: localTimeSchema.optional(),
  lateAfterMinutes: lateRuleSchema.optional(),
})
export type SessionSettings = z.infer<typeof sessionSettingsSchema>

export const markSchema = z.strictObject({
  status: z.enum(['PRESENT', 'LATE', 'ABSENT', 'EXCUSED']),
  note: z.string().trim().max(300, 'At most 300 characters.').optional(),
})
