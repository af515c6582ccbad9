import { emailSchema } from './account-schema'
import { isTrivialPin, notPinLong, pinForm, trivialPin } from './employments'
import { fieldError } from './field-errors'
import { MOST_WAGE } from './money'
import { daySchema } from './sessions-schema'
import { name, text } from './text'
import { z } from './zod'

const jobTitle = text(80)

const externalNumber = text(40)

const contractMinutes = z
  .int(fieldError('number_missing'))
  .min(0, fieldError('too_low', { min: 0 }))
  .max(10_080)

export const minorPerHourSchema = z.int(fieldError('number_missing')).min(0).max(MOST_WAGE)

/** What is agreed with somebody besides the wage; what is left out is not said. */
export const termsFields = {
  jobTitle: jobTitle.optional(),
  externalNumber: externalNumber.optional(),
  contractMinutes: contractMinutes.optional(),
}

/** Asking one person: by email, or by a link for whoever has it. */
export const workInvitationSchema = z.strictObject({
  email: emailSchema.optional(),
  name: text(80).optional(),
  startedOn: daySchema,
  minorPerHour: minorPerHourSchema.optional(),
  ...termsFields,
})
export type WorkInvitationInput = z.infer<typeof workInvitationSchema>

/** What can be changed of an employment's terms; null takes something away, what is left out stays. */
export const termsChangesSchema = z.strictObject({
  jobTitle: jobTitle.nullable().optional(),
  externalNumber: externalNumber.nullable().optional(),
  contractMinutes: contractMinutes.nullable().optional(),
  /** Whether they may be clocked in elsewhere at the same time. */
  concurrent: z.boolean().optional(),
})
export type TermsChanges = z.infer<typeof termsChangesSchema>

export const reasonSchema = name(300, fieldError('reason_missing'))

export const rateSchema = z.strictObject({
  /** Null is for every kind of work without a rate of its own. */
  kindId: z.uuid().toLowerCase().nullable().default(null),
  from: daySchema,
  minorPerHour: minorPerHourSchema,
  /** Why, where it corrects what was. */
  reason: reasonSchema.optional(),
})
export type RateInput = z.infer<typeof rateSchema>

/** What somebody types at a kiosk after their number. */
export const pinSchema = z
  .string()
  .regex(pinForm, notPinLong)
  .refine((pin) => !isTrivialPin(pin), trivialPin)
  .meta({ examples: ['4093'] })
