import { reasonSchema } from './employments-schema'
import { fieldError } from './field-errors'
import { extraKinds } from './line-names'
import { MOST_WAGE } from './money'
import { daySchema } from './sessions-schema'
import { name } from './text'
import { z } from './zod'

/** Pay without work is at most that of a day. */
const MOST_MINUTES = 1440

/** What an extra is for: one of the known kinds, or words of one's own. */
const extraName = z.union([z.enum(extraKinds), name(60, fieldError('required'))])

/** Pay without work, by hand: minutes at the person's rate of that day, or an amount in minor units. */
export const newExtraSchema = z
  .strictObject({
    day: daySchema,
    name: extraName.meta({ examples: ['missed-meal'] }),
    minutes: z
      .int(fieldError('minutes_whole'))
      .min(1, fieldError('too_low', { min: 1 }))
      .max(MOST_MINUTES, fieldError('too_high_minutes', { max: MOST_MINUTES }))
      .optional()
      .meta({ examples: [60] }),
    amountMinor: z
      .int(fieldError('amount_unclear'))
      .min(1, fieldError('amount_unclear'))
      .max(MOST_WAGE)
      .optional(),
    reason: reasonSchema,
  })
  .refine(({ minutes, amountMinor }) => (minutes === undefined) !== (amountMinor === undefined), {
    path: ['minutes'],
    message: fieldError('required'),
  })
export type NewExtra = z.infer<typeof newExtraSchema>
