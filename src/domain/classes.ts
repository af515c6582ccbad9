import { z } from 'zod'
import { fieldError } from './field-errors'
import { name } from './text'
import { isTimeZone } from './time'

/** Join codes use no character that is mistaken for another (no 0 O, 1 I L). */
export const joinCodeAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const joinCodeLength = 6

/** So many students a class can have: a list that long can still be read whole. */
export const MAX_STUDENTS = 1000

/**
 * A join code from random numbers.
 * @param randomInt gives an integer from 0 up to, not including, its argument; must be unpredictable.
 */
export function makeJoinCode(randomInt: (max: number) => number): string {
  return Array.from({ length: joinCodeLength }, () =>
    joinCodeAlphabet.charAt(randomInt(joinCodeAlphabet.length)),
  ).join('')
}

/** What a person typed or scanned, as a code: capital letters, without spaces and dashes. */
export function normaliseJoinCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '')
}

export const joinCodeSchema = z
  .string()
  .max(40)
  .transform(normaliseJoinCode)
  .refine((code) => /^[A-Z0-9]{6}$/.test(code), fieldError('join_code_length', { length: joinCodeLength }))

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

/** How a clock-in by face must show that somebody alive stands there: by movements, in the picture itself, not at all. */
export const livenessPolicies = ['CHALLENGE', 'PAD', 'OFF'] as const
export type LivenessPolicy = (typeof livenessPolicies)[number]

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
