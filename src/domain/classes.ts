import { fieldError } from './field-errors'

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

/** Whether this has the form of a code; letters that are mistaken for others may be in it, and lead nowhere. */
export const isJoinCode = (code: string) => /^[A-Z0-9]{6}$/.test(code)
export const noJoinCode = fieldError('join_code_length', { length: joinCodeLength })

/** What a person typed or scanned, as a code: capital letters, without spaces and dashes. */
export function normaliseJoinCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '')
}

/** How a clock-in by face must show that somebody alive stands there: by movements, in the picture itself, not at all. */
export const livenessPolicies = ['CHALLENGE', 'PAD', 'OFF'] as const
export type LivenessPolicy = (typeof livenessPolicies)[number]
