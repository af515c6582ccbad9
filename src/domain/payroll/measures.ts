import type { PayLine } from '../pay/result'
import { isAddOn, payrollKind } from './data'
import { tellsApart } from './format'
import type { PayrollColumn, PayrollFormat } from './format-schema'

type Wanted = NonNullable<PayrollColumn['of']>[number]

/** Overtime that its week's average pays: straight here, and once more by what it adds. */
const isStraight = ({ kind, factor }: PayLine) => kind === 'overtime' && factor === '1'

/** The factor of a line's hours in all: what overtime adds on an average comes on top of straight pay. */
const wholeFactor = (line: PayLine) => Number(line.factor) + (isAddOn(line) ? 1 : 0)

/** Whether a line is what a column asks for. Hours of overtime on an average count once, by their factor or without one. */
function isOf(line: PayLine, { kind, factor }: Wanted, field: PayrollColumn['field']): boolean {
  if (payrollKind(line) !== kind) return false
  if (factor !== undefined) return wholeFactor(line) === Number(factor)
  return field !== 'hours' || !isAddOn(line)
}

/** Whether rows say what their lines are for: then each counts its own hours, else worked hours count once. */
export const saysKinds = ({ columns }: PayrollFormat) =>
  columns.some(({ field }) => field === 'kind' || field === 'label' || field === 'wageType')

const isTime = ({ kind }: PayLine) => kind === 'regular' || kind === 'overtime' || kind === 'leave'

/** Whether a column counts a line. */
export function counts(line: PayLine, { field, of }: PayrollColumn, format: PayrollFormat): boolean {
  if (of) return of.some((wanted) => isOf(line, wanted, field))
  return field !== 'hours' || saysKinds(format) || isTime(line)
}

/** Whether some column tells payroll what a line pays, its hours or its money. */
export function isCovered(line: PayLine, all: readonly PayLine[], format: PayrollFormat): boolean {
  const measured = format.columns.filter(({ field }) => ['hours', 'amount', 'value'].includes(field))
  if (measured.some((column) => column.field === 'value' || counts(line, column, format))) return true
  return isStraight(line) && all.some((other) => isAddOn(other) && isCovered(other, [], format))
}

/** The columns by which rows are told apart. */
export const sorting = ({ columns }: PayrollFormat) =>
  [...new Set(columns.map(({ field }) => field))].filter((field) => tellsApart.includes(field))
