import { z } from 'zod'
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
  .refine((code) => /^[A-Z0-9]{6}$/.test(code), 'A code has 6 characters.')

/** Minutes after the start within which a clock-in still counts as on time. */
export const lateRuleSchema = z
  .number('Give a number of minutes.')
  .int('Whole minutes only.')
  .min(0, 'Not below 0.')
  .max(240, 'At most 240 minutes.')

/** How a clock-in by face must show that somebody alive stands there: by movements, in the picture itself, not at all. */
export const livenessPolicies = ['CHALLENGE', 'PAD', 'OFF'] as const
export type LivenessPolicy = (typeof livenessPolicies)[number]

export const classSchema = z.strictObject({
  name: name(80, 'Give the class a name.'),
  timeZone: z.string().max(64).refine(isTimeZone, 'Choose a time zone from the list.'),
  lateAfterMinutes: lateRuleSchema,
  /** Left out, a new class asks for the challenge, and a class that is changed keeps its policy. */
  liveness: z.enum(livenessPolicies).optional(),
})
export type ClassInput = z.infer<typeof classSchema>
