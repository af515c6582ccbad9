import { attendanceStatuses } from './attendance'
import { lateRuleSchema } from './classes-schema'
import { fieldError } from './field-errors'
import { idSchema } from './id'
import { text } from './text'
import { isOfOurTime } from './time'
import { z } from './zod'

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

/** What stood when somebody chose a mark that is sent later: it counts only while that still stands. */
export const seenSchema = z.enum([...attendanceStatuses, 'LEFT', 'WAITING'])

export const markSchema = z.strictObject({
  status: z.enum(attendanceStatuses),
  note: text(300).optional(),
  /** In an open session, whether they have left by now; left out, that stays as it is. */
  left: z.boolean().optional(),
  seen: seenSchema.optional(),
})

/** So many students are marked at once at most. */
const MOST_MARKED = 1000

export const manyStudents = z.array(idSchema).min(1).max(MOST_MARKED)

/** One status for many students; their notes stay as they are. */
export const markManySchema = z.strictObject({
  studentIds: manyStudents,
  status: z.enum(attendanceStatuses),
  /** Only those of them who have no record at that moment: whoever clocks in meanwhile stays as they are. */
  onlyUnmarked: z.boolean().default(false),
})

/** Why a session is opened again, or deleted: kept with its history, or that of its class. */
export const sessionReasonSchema = z.strictObject({ reason: text(300).optional() })
