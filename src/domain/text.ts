import { fieldError } from './field-errors'
import { turning, unwritable } from './writable'
import { z } from './zod'

/** A name on one line, with at least one character that can be seen. */
export function name(max: number, missing: string) {
  return text(max)
    .min(1, missing)
    .refine((value) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(value), missing)
    .refine((value) => !/[\n\r\t]/.test(value) && !turning.test(value), fieldError('character_in_name'))
}

/** A text that a person typed, trimmed: at most `max` characters, nothing that cannot be stored. */
export function text(max: number) {
  return z
    .string()
    .trim()
    .max(max, fieldError('too_long', { max }))
    .refine((value) => !unwritable.test(value), fieldError('character_unwritable'))
}
