import { z } from 'zod'
import { fieldError } from './field-errors'
import { monthSchema, monthsBetween } from './records'
import { name } from './text'

/** So many days an inspector's access lasts if nothing is said, and at most. */
export const INSPECTION_DAYS = 7
export const MOST_INSPECTION_DAYS = 30
/** So many that are good at a time at one workplace. */
export const MOST_INSPECTIONS = 20
/** The records of so many months at most are opened at once: the longest that any are kept, and the year that runs. */
export const MOST_MONTHS = 84

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
