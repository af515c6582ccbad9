import { fieldError } from './field-errors'
import { kioskModes } from './kiosks'
import { name } from './text'
import { z } from './zod'

export const kioskNameSchema = name(40, fieldError('kiosk_name_missing'))

/** What is filled in for a new kiosk; its language is chosen from a list that says what each choice means. */
export const kioskFormSchema = z.object({
  name: kioskNameSchema,
  mode: z.enum(kioskModes),
  language: z.string(),
})

/** A student's number in a class, as typed on the kiosk. */
export const studentNumberSchema = z.coerce.number().int().min(1).max(99_999)

/** A PIN as it is typed at a kiosk; `employments` says which ones may be set. */
export const typedPinSchema = z.string().regex(/^\d{4,8}$/, fieldError('pin_length', { min: 4, max: 8 }))
