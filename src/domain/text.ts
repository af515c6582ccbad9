import { z } from 'zod'

/** Control characters (but for line breaks) and halves of surrogate pairs: the database or JSON refuses them. */
const unwritable = /[^\P{Cc}\n\r\t]|\p{Cs}/u

/** Marks that turn the direction of the writing around them: a name with one is shown mirrored on everybody's screen. */
const turning = /[\u202a-\u202e\u2066-\u2069]/u

/** A name on one line, with at least one character that can be seen. */
export function name(max: number, missing: string, tooLong?: string) {
  return text(max, tooLong)
    .min(1, missing)
    .refine((value) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(value), missing)
    .refine(
      (value) => !/[\n\r\t]/.test(value) && !turning.test(value),
      'There is a character in it that a name cannot have.',
    )
}

/** A text that a person typed, trimmed: at most `max` characters, nothing that cannot be stored. */
export function text(max: number, tooLong = `At most ${max} characters.`) {
  return z
    .string()
    .trim()
    .max(max, tooLong)
    .refine((value) => !unwritable.test(value), 'There is a character in it that cannot be stored.')
}
