import { z } from 'zod'
import { fieldError } from './field-errors'

/** A session's code is shown for so many seconds; each is accepted for as long again after the next has come. */
export const CODE_SECONDS = 30
export const CODE_DIGITS = 6

/** What was typed, pasted or scanned, as digits without what people put between them. */
export function normaliseSessionCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '')
}

export const sessionCodeSchema = z
  .string()
  .max(40)
  .transform(normaliseSessionCode)
  .refine((code) => /^[0-9]{6}$/.test(code), fieldError('session_code_length', { length: 6 }))
