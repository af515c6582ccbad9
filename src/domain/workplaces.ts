import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { livenessPolicies } from './classes'
import { countries, usageOf } from './countries'
import { fieldError } from './field-errors'
import { isCurrency } from './money'
import { presetIds } from './pay/presets'
import { type PayCycle, payCycles, payPeriodOf } from './pay-periods'
import { daySchema } from './sessions'
import { name } from './text'
import { isTimeZone } from './time'
import { type Weekday, weekdays } from './weeks'

export const outsideSitesPolicies = ['NOTED', 'REFUSED'] as const

/** So much of each a workplace has at most: lists that are read whole. */
export const MOST_KINDS = 50
export const MOST_SITES = 50
export const MOST_HOLIDAYS = 400

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

interface Beginning {
  payCycle: PayCycle
  weekStart: Weekday
  /** A calendar day of the place. */
  today: string
}

/** The first day of the pay period that a day is in, where nobody says another: of its week, or of its month. */
export function firstPeriodOn({ payCycle, weekStart, today }: Beginning): string {
  const day = Temporal.PlainDate.from(today)
  if (payCycle === 'MONTHLY') return day.with({ day: 1 }).toString()
  if (payCycle === 'SEMI_MONTHLY') return day.with({ day: day.day < 16 ? 1 : 16 }).toString()
  const since = (day.dayOfWeek - 1 - weekdays.indexOf(weekStart) + 7) % 7
  return day.subtract({ days: since }).toString()
}

/** Whether periods are counted from a day that somebody has to name. */
export const countsFromADay = (payCycle: PayCycle) => payCycle === 'WEEKLY' || payCycle === 'TWO_WEEKLY'

/** Whether a pay period can begin on this day. */
export function beginsPeriod(day: string, cycle: PayCycle): boolean {
  return payPeriodOf(day, { cycle, first: day }).from === day
}

/** A workplace as it begins: what was said of it, and else what is usual in its country. */
export function beginningOf(input: NewWorkplaceInput, today: string) {
  const usage = usageOf(input.country)
  const { currency = usage.currency, weekStart = usage.weekStart, payCycle = usage.payCycle } = input
  const { firstPeriod = firstPeriodOn({ payCycle, weekStart, today }) } = input
  return { currency, weekStart, payCycle, firstPeriod, preset: input.preset ?? usage.preset ?? 'none' }
}
