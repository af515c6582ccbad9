import { isJoinCode, livenessPolicies, noJoinCode, normaliseJoinCode } from './classes'
import { fieldError } from './field-errors'
import { name } from './text'
import { isTimeZone } from './time'
import { z } from './zod'

export const joinCodeSchema = z.string().max(40).transform(normaliseJoinCode).refine(isJoinCode, noJoinCode)

/** Minutes after the start within which a clock-in still counts as on time. */
export const lateRuleSchema = z
  .number(fieldError('minutes_missing'))
  .int(fieldError('minutes_whole'))
  .min(0, fieldError('too_low', { min: 0 }))
  .max(240, fieldError('too_high_minutes', { max: 240 }))

/** Hours after which a session that nobody ends ends by itself. */
const endsAfterSchema = z
  .number(fieldError('number_missing'))
  .int(fieldError('hours_whole'))
  .min(1, fieldError('too_low', { min: 1 }))
  .max(24, fieldError('too_high_hours', { max: 24 }))

export const classSchema = z.strictObject({
  name: name(80, fieldError('class_name_missing')),
  timeZone: z.string().max(64).refine(isTimeZone, fieldError('time_zone_unknown')),
  lateAfterMinutes: lateRuleSchema,
  /** Left out, a new class has 2 and 12, and a class that is changed keeps its own. */
  endsAfterPlannedHours: endsAfterSchema.optional(),
  endsAfterHours: endsAfterSchema.optional(),
  /** Left out, a new class asks for the challenge, and a class that is changed keeps its policy. */
  liveness: z.enum(livenessPolicies).optional(),
  /** Whether students may leave by themselves; left out, they may, and a class that is changed keeps it. */
  mayLeave: z.boolean().optional(),
})
export type ClassInput = z.infer<typeof classSchema>
