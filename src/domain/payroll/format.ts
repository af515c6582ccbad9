/** What a column can hold. `title` is the kind of work, else the job title; `value` hours or money, as the wage type says. */
export const payrollFields = [
  'number',
  'name',
  'firstName',
  'lastName',
  'workplace',
  'from',
  'to',
  'month',
  'currency',
  'text',
  'title',
  'day',
  'wageType',
  'bookingKey',
  'kind',
  'label',
  'rate',
  'factor',
  'hours',
  'amount',
  'value',
] as const
export type PayrollField = (typeof payrollFields)[number]

/** Columns that tell lines apart: those that are alike in all of them make one row. */
export const tellsApart: readonly PayrollField[] = payrollFields.slice(
  payrollFields.indexOf('title'),
  payrollFields.indexOf('hours'),
)

/** Columns for which a line needs a wage type. */
export const ofWageType: readonly PayrollField[] = ['wageType', 'bookingKey', 'value']

export const separators = [',', ';', '\t', '|'] as const

export const decimalMarks = ['.', ','] as const

export const encodings = ['utf-8', 'utf-8-bom', 'windows-1252'] as const

export const dateOrders = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY'] as const
export type Encoding = (typeof encodings)[number]
