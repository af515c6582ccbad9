import type { z } from 'zod'

/** What can be wrong with one field of a form, by code: the sentences stand in the catalogue `fields`. */
export const fieldErrorCodes = [
  'invalid',
  'unknown',
  'too_long',
  'too_short',
  'name_missing',
  'class_name_missing',
  'workplace_name_missing',
  'country_unknown',
  'currency_unknown',
  'wages_needed',
  'critical_told_both',
  'always_critical',
  'required',
  'number_missing',
  'reason_missing',
  'note_missing',
  'pin_length',
  'pin_trivial',
  'amount_unclear',
  'kiosk_name_missing',
  'token_name_missing',
  'scope_missing',
  'email_missing',
  'email_invalid',
  'password_missing',
  'role_missing',
  'character_in_name',
  'character_unwritable',
  'join_code_length',
  'session_code_length',
  'minutes_missing',
  'minutes_whole',
  'too_low',
  'too_high_minutes',
  'hours_whole',
  'too_high_hours',
  'time_zone_unknown',
  'time_missing',
  'year_out_of_range',
  'file_too_large',
  'month_range',
  'steps_rise',
  'factor_unclear',
  'percent_unclear',
  'duration_unclear',
  'name_twice',
  'premium_name_taken',
  'credited_too_little',
  'credited_in_rate',
  'regular_rate_needed',
  'rounding_takes',
] as const
export type FieldErrorCode = (typeof fieldErrorCodes)[number]

export interface FieldError {
  code: FieldErrorCode
  params: Record<string, number>
}

const prefix = 'field.'

/** A field's error as the message of a zod issue: `field.too_long?max=80`. */
export function fieldError(code: FieldErrorCode, params: Record<string, number> = {}): string {
  const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]))
  return query.size > 0 ? `${prefix}${code}?${query}` : `${prefix}${code}`
}

/** Reads a message of `fieldError` back; null for any other text. */
export function readFieldError(message: string): FieldError | null {
  if (!message.startsWith(prefix)) return null
  const [code, query] = message.slice(prefix.length).split('?')
  const known = fieldErrorCodes.find((each) => each === code)
  if (!known) return null
  const params = [...new URLSearchParams(query)].map(([name, value]) => [name, Number(value)])
  return { code: known, params: Object.fromEntries(params) }
}

interface FieldIssue {
  path: readonly PropertyKey[]
  message: string
}

/** Of so many fields it is told at most that they are wrong: nobody reads more, and whoever asks chooses how many there are. */
export const MOST_FIELDS = 50

/** A name that a field could have: whatever else is sent in its place is not told back. */
const nameForm = /^\w{1,40}$/

/** What an issue says of each field: one of several fields that do not exist is one of each. */
export function fieldsOfIssue(issue: z.core.$ZodIssue): FieldIssue[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MOST_FIELDS).map((key) => ({
      path: nameForm.test(key) ? [...path, key] : path,
      message: fieldError('unknown'),
    }))
  return [{ path, message: readFieldError(issue.message) ? issue.message : fieldError('invalid') }]
}
