import { z } from 'zod'

/** Control characters (but for line breaks) and halves of surrogate pairs: the database or JSON refuses them. */
const unwritable = /[^\P{Cc}\n\r\t]|\p{Cs}/u

/** A text that a person typed, trimmed: at most `max` characters, nothing that cannot be stored. */
export function text(max: number, tooLong = `At most ${max} characters.`) {
  return z
    .string()
    .trim()
    .max(max, tooLong)
    .refine((value) => !unwritable.test(value), 'There is a character in it that cannot be stored.')
}
