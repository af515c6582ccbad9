import { livenessPolicies } from './classes'
import { countries } from './countries'
import { fieldError } from './field-errors'
import { isCurrency } from './money'
import { presetIds } from './pay/presets'
import { payCycles } from './pay-periods'
import { daySchema } from './sessions-schema'
import { name } from './text'
import { isTimeZone } from './time'
import { weekdays } from './weeks'
import { outsideSitesPolicies } from './workplaces'
import { z } from './zod'

const workplaceName = name(80, fieldError('workplace_name_missing'))

const timeZone = z.string().max(64).refine(isTimeZone, fieldError('time_zone_unknown'))

const longestShiftMinutes = z
  .int(fieldError('minutes_whole'))
  .min(60, fieldError('too_low', { min: 60 }))
  .max(2880, fieldError('too_high_minutes', { max: 2880 }))

const pay = {
  currency: z
    .string()
    .refine(isCurrency, fieldError('currency_unknown'))
    .meta({ examples: ['EUR'] }),
  weekStart: z.enum(weekdays),
  payCycle: z.enum(payCycles),
  /**
   * The first day of a pay period, from which weekly and two-weekly ones are counted; those of months begin on the 1st,
   * and on the 16th, and need none.
   */
  firstPeriod: daySchema,
}

/** Making a workplace; what is left out follows the usage of its country. */
export const newWorkplaceSchema = z.strictObject({
  name: workplaceName,
  timeZone,
  country: z
    .string()
    .refine((code) => countries.includes(code), fieldError('country_unknown'))
    .meta({ examples: ['DE'] }),
  preset: z.enum(presetIds).optional(),
  ...z.object(pay).partial().shape,
})
export type NewWorkplaceInput = z.infer<typeof newWorkplaceSchema>

/** What can be changed of a workplace; what is left out stays. Country, currency and weeks are what pay rests on. */
export const workplaceChangesSchema = z.strictObject({
  name: workplaceName.optional(),
  timeZone: timeZone.optional(),
  liveness: z.enum(livenessPolicies).optional(),
  faceClocking: z.boolean().optional(),
  outsideSites: z.enum(outsideSitesPolicies).optional(),
  longestShiftMinutes: longestShiftMinutes.optional(),
})
export type WorkplaceChanges = z.infer<typeof workplaceChangesSchema>

export const workKindNameSchema = name(40, fieldError('required'))

export const siteSchema = z.strictObject({
  name: name(60, fieldError('required')),
  latitude: z.number(fieldError('number_missing')).min(-90).max(90),
  longitude: z.number(fieldError('number_missing')).min(-180).max(180),
  radius: z
    .int(fieldError('number_missing'))
    .min(20, fieldError('too_low', { min: 20 }))
    .max(50_000)
    .meta({ examples: [150] }),
})

export const holidaySchema = z.strictObject({ day: daySchema, name: name(80, fieldError('required')) })

/** What somebody who assists at a workplace may do with hours and pay. Whoever pays sees what. */
export const leaderRightsSchema = z
  .strictObject({ mayApprove: z.boolean(), seesWages: z.boolean(), mayPay: z.boolean() })
  .refine(({ seesWages, mayPay }) => seesWages || !mayPay, {
    path: ['seesWages'],
    message: fieldError('wages_needed'),
  })
export type LeaderRights = z.infer<typeof leaderRightsSchema>
