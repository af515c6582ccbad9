import { z } from 'zod'
import { fieldError } from './field-errors'

/** Control characters (but for line breaks) and halves of surrogate pairs: the database or JSON refuses them. */
const unwritable = /[^\P{Cc}\n\r\t]|\p{Cs}/u

/** Marks that turn the direction of the writing around them: a name with one is shown mirrored on everybody's screen. */
const turning = /[\u202a-\u202e\u2066-\u2069]/u

/** Whether a text can be kept as it stands, and read as it was written. */
export const isWritable = (value: string) => !unwritable.test(value) && !turning.test(value)

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
