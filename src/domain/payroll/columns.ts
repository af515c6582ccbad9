import type { PayrollField } from './format'
import type { PayrollColumn } from './format-schema'

/** A column that holds something else: what only some fields have stays where the new one has it too. */
export function withField(column: PayrollColumn, field: PayrollField): PayrollColumn {
  const { header, of, text } = column
  const limited = field === 'hours' || field === 'amount'
  return {
    ...{ header, field },
    ...(limited && of && { of }),
    ...(field === 'text' && text !== undefined && { text }),
  }
}
