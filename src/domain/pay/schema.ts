import { z } from 'zod'
import { currencyCodes } from '../money'
import { inPlainEnglish } from '../plain-errors'
import { isTimeZone } from '../time'
import { isWritable } from '../writable'
import { PayRefusal } from './refusal'
import { weekdays } from './weekdays'

const MOST = { entries: 50_000, list: 1000, hourly: 100_000_000_000, minutes: 100_000, text: 200 }

const ofOurTime = (text: string) => text >= '1970' && text < '2200'
const notOurTime = { error: 'is not between 1970 and 2199' }
const day = z.iso.date({ error: 'is not a day like 2026-03-01' }).refine(ofOurTime, notOurTime)
const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })], {
    error: 'is not an instant with its offset, like 2026-03-07T22:00:00-08:00',
  })
  .refine(ofOurTime, notOurTime)
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'is not a time of day like 22:00' })
const share = z.string().regex(/^\d{1,4}(\.\d{1,8})?$/, { error: 'is not a decimal in quotes, like "0.25"' })
const factor = share.refine((text) => Number(text) >= 1, {
  error: 'is not a factor of at least 1, like "1.5"',
})
const money = z.int().min(-MOST.hourly).max(MOST.hourly)
const wage = z.int().min(0).max(MOST.hourly)
const minutes = z.int().min(0).max(MOST.minutes)
const text = z
  .string()
  .min(1)
  .max(MOST.text)
  .refine(isWritable, { error: 'holds a character that cannot be kept' })
const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(MOST.list)

const rounding = z.strictObject({
  minutes: z
    .int()
    .min(1)
    .max(60)
    .refine((step) => 60 % step === 0, { error: 'does not divide an hour' }),
  of: z.enum(['punch', 'day']),
  mode: z.enum(['nearest', 'employee', 'down', 'up']),
})

const breakRule = z.strictObject({
  afterMinutes: minutes.optional(),
  minutes: minutes.optional(),
  paid: z.boolean().optional(),
  paidUpTo: minutes.optional(),
  minPiece: minutes.optional(),
})

const tier = z.strictObject({ afterMinutes: minutes, factor })

const overtime = z.strictObject({
  daily: listOf(tier).optional(),
  weekly: listOf(tier).optional(),
  seventhDay: listOf(tier).optional(),
  base: z.enum(['own', 'weighted']).optional(),
})

/** What the calculation itself calls a premium: what a week’s average adds. */
const OWN_PREMIUM = 'weighted'

/** Whether a premium has the name that is the calculation's own. */
export const hasOwnName = (name: string) => name.trim().toLowerCase() === OWN_PREMIUM

const premium = z
  .strictObject({
    name: text.refine((name) => !hasOwnName(name), {
      error: '"weighted" is what the calculation calls the addition of a week’s average',
    }),
    from: timeOfDay.optional(),
    to: timeOfDay.optional(),
    days: z.array(z.enum(weekdays)).min(1).max(7).optional(),
    holidays: z.boolean().optional(),
    factor: share.optional(),
    amount: wage.optional(),
    inRegularRate: z.boolean().optional(),
    credited: z.boolean().optional(),
  })
  .refine((given) => (given.factor === undefined) !== (given.amount === undefined), {
    error: 'needs either a factor or an amount',
  })

const limits = z.strictObject({
  restMinutes: minutes.optional(),
  dayMinutes: minutes.optional(),
  weekMinutes: minutes.optional(),
})

/** One version of the rules. */
export const ruleSet = z.strictObject({
  from: day,
  dayStart: timeOfDay.optional(),
  weekStart: timeOfDay.optional(),
  shiftDay: z.enum(['split', 'start', 'end', 'most']).optional(),
  rounding: rounding.optional(),
  breaks: listOf(breakRule).optional(),
  overtime: overtime.optional(),
  premiums: listOf(premium).optional(),
  stacking: z.enum(['add', 'highest']).optional(),
  limits: limits.optional(),
})

const entry = z.strictObject({
  id: text,
  in: instant,
  out: instant.nullish(),
  kind: text.nullish(),
  breaks: listOf(z.strictObject({ start: instant, end: instant, paid: z.boolean().optional() })).optional(),
  flagged: z.boolean().optional(),
  noBreakDeduction: z.boolean().optional(),
})

/** What `pay calculate` reads: money in minor units of the currency, lengths in minutes, factors as decimals. */
export const payInput = z.strictObject({
  timeZone: z.string().refine(isTimeZone, { error: 'is not a time zone like Europe/Berlin' }),
  currency: z.enum(currencyCodes, { error: 'is not a currency of ISO 4217 like EUR' }),
  weekStart: z.enum(weekdays).optional(),
  period: z
    .strictObject({ from: day, to: day })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: 'is before the period begins' }),
  holidays: listOf(day).optional(),
  rules: listOf(ruleSet).optional(),
  rates: listOf(z.strictObject({ from: day, kind: text.optional(), hourly: wage })),
  entries: z.array(entry).max(MOST.entries),
  extras: listOf(z.strictObject({ day, name: text, minutes: minutes.optional(), amount: money })).optional(),
})
export type PayInput = z.infer<typeof payInput>
export type PayRules = z.infer<typeof ruleSet>
export type PayPremium = z.infer<typeof premium>

/** The input as a JSON Schema. */
export const payJsonSchema = () => z.toJSONSchema(payInput, { io: 'input' })

/** An unknown value as an input, or a refusal that names the place. */
export function readPayInput(value: unknown): PayInput {
  const read = payInput.safeParse(value, inPlainEnglish)
  if (read.success) return read.data
  const [issue] = read.error.issues
  if (issue?.code !== 'unrecognized_keys')
    throw new PayRefusal(placeOf(issue?.path ?? []), issue?.message ?? '')
  throw new PayRefusal(placeOf([...issue.path, issue.keys[0] ?? '']), 'is not known here')
}

function placeOf(path: readonly PropertyKey[]): string {
  const parts = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
  return parts.join('').replace(/^\./, '') || 'the input'
}
