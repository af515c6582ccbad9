import { alwaysCritical, audiences, defaults, exceptionCodes, severities } from './exceptions'
import { fieldError } from './field-errors'
import { z } from './zod'

const MOST_GRACE = 1440

export const exceptionSettingSchema = z
  .strictObject({
    code: z.enum(exceptionCodes),
    grace: z
      .int(fieldError('minutes_whole'))
      .min(0, fieldError('too_low', { min: 0 }))
      .max(MOST_GRACE, fieldError('too_high_minutes', { max: MOST_GRACE }))
      .nullable(),
    severity: z.enum(severities),
    told: z.enum(audiences),
  })
  .refine(({ severity, told }) => severity !== 'CRITICAL' || told === 'BOTH', {
    path: ['told'],
    message: fieldError('critical_told_both'),
  })
  .refine(({ code, severity }) => severity === 'CRITICAL' || !alwaysCritical.includes(code), {
    path: ['severity'],
    message: fieldError('always_critical'),
  })
  .refine(({ code, grace }) => (grace === null) === (defaults[code].grace === null), {
    path: ['grace'],
    message: fieldError('number_missing'),
  })

/** What a workplace wants otherwise than usual; what is left out is as usual. */
export const exceptionSettingsSchema = z.array(exceptionSettingSchema).max(exceptionCodes.length)
