import { fieldError } from './field-errors'
import { INSPECTION_DAYS, MOST_INSPECTION_DAYS, MOST_MONTHS } from './inspections'
import { monthsBetween } from './months'
import { monthSchema } from './records-schema'
import { name } from './text'
import { z } from './zod'

const inRange = (months: number) => months >= 1 && months <= MOST_MONTHS

const days = z.int(fieldError('required')).min(1).max(MOST_INSPECTION_DAYS)

/** An access for an inspector: for whom, to which months, for how long, and whether it shows wages. */
export const newInspectionSchema = z
  .strictObject({
    name: name(80, fieldError('name_missing')),
    from: monthSchema,
    to: monthSchema,
    days: days.default(INSPECTION_DAYS),
    wages: z.boolean().default(false),
  })
  .refine(({ from, to }) => inRange(monthsBetween(from, to).length), {
    path: ['to'],
    message: fieldError('month_range', { max: MOST_MONTHS }),
  })
export type NewInspection = z.output<typeof newInspectionSchema>
