import { z } from 'zod'
import { attendanceStatuses } from './attendance'
import { lateRuleSchema } from './classes'
import { fieldError } from './field-errors'
import { text } from './text'

export const sessionStates = ['SCHEDULED', 'OPEN', 'CLOSED'] as const
export type SessionState = (typeof sessionStates)[number]

/** Years that clocks, calendars and the database all know. */
const isOfOurTime = (time: string) => time >= '2000' && time < '2100'
const ofAnotherTime = fieldError('year_out_of_range', { from: 2000, to: 2099 })

/** A calendar day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date().refine(isOfOurTime, ofAnotherTime)

/** A wall-clock time in the class's time zone, as a date-and-time field gives it: `YYYY-MM-DDTHH:mm`. */
const localTimeSchema = z.iso
  .datetime({ local: true, precision: -1, error: fieldError('time_missing') })
  .refine(isOfOurTime, ofAnotherTime)

export const sessionSettingsSchema = z.strictObject({
  title: text(80).optional(),
  plannedStart: localTimeSchema.optional(),
  plannedEnd: localTimeSchema.optional(),
  lateAfterMinutes: lateRuleSchema.optional(),
})
export type SessionSettings = z.infer<typeof sessionSettingsSchema>

export const markSchema = z.strictObject({
  status: z.enum(attendanceStatuses),
  note: text(300).optional(),
})
