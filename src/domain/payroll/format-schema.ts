import { fieldError } from '../field-errors'
import { lineKinds } from '../pay/result'
import { name, text } from '../text'
import { z } from '../zod'
import { dateOrders, decimalMarks, encodings, payrollFields, separators } from './format'

const kind = z.enum(lineKinds).exclude(['break'])

const factor = z.string().regex(/^\d{1,3}(\.\d{1,6})?$/)

const columnSchema = z.strictObject({
  header: text(80),
  field: z.enum(payrollFields),
  /** The same words in each row, where the field is `text`. */
  text: text(80).optional(),
  /** Of hours and money: those of these lines alone. */
  of: z
    .array(z.strictObject({ kind, factor: factor.optional() }))
    .min(1)
    .max(20)
    .optional(),
})
export type PayrollColumn = z.infer<typeof columnSchema>

const wageTypeSchema = z.strictObject({
  kind,
  /** Of lines with this name alone: a kind of work, a premium, an extra. */
  name: text(80).optional(),
  factor: factor.optional(),
  wageType: name(40, fieldError('name_missing')),
  carries: z.enum(['hours', 'amount']),
  /** How the payroll program is to book it, where it asks for that. */
  bookingKey: text(10).optional(),
})
export type WageType = z.infer<typeof wageTypeSchema>

/** How hours and pay are written for a payroll program. */
export const payrollFormatSchema = z.strictObject({
  name: name(80, fieldError('name_missing')),
  columns: z.array(columnSchema).min(1).max(60),
  separator: z.enum(separators),
  decimalMark: z.enum(decimalMarks),
  encoding: z.enum(encodings),
  dates: z.enum(dateOrders),
  /** Whether the first row names the columns. */
  header: z.boolean(),
  wageTypes: z.array(wageTypeSchema).max(200),
  /** For DATEV LODAS: the numbers of the tax adviser and of the client there, which its file begins with. */
  lodas: z
    .strictObject({ consultant: z.string().regex(/^\d{1,7}$/), client: z.string().regex(/^\d{1,5}$/) })
    .optional(),
})
export type PayrollFormat = z.infer<typeof payrollFormatSchema>
