import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { type CellValue, writeXlsxStream } from 'hucre/xlsx'
import type { PayrollCell, PayrollTable } from '@/domain/payroll/data'
import type { PayrollFormat } from '@/domain/payroll/format-schema'
import { encoded, lodasBeginning, rowsOfText, separated } from '@/domain/payroll/text'

/** A payroll export as text, separated and encoded as its format says; formulas are harmless in it. */
export function payrollCsv(table: PayrollTable, format: PayrollFormat): Uint8Array {
  const rows = stringify(rowsOfText(table, format), {
    delimiter: format.separator,
    record_delimiter: '\r\n',
    quoted_match: separated,
  })
  const beginning = lodasBeginning(format).map((line) => `${line}\r\n`)
  return encoded(`${beginning.join('')}${rows}`, format.encoding)
}

/** The same as a workbook: numbers are numbers, days are days, and a text is a text whatever it begins with. */
export function payrollXlsx({ header, rows }: PayrollTable, sheetName: string): ReadableStream<Uint8Array> {
  function* all(): Generator<CellValue[]> {
    for (const row of rows) yield row.map(cellValue)
  }
  const columns = header.map((title) => ({
    header: title,
    width: Math.min(40, Math.max(12, title.length + 2)),
  }))
  return writeXlsxStream(all(), { name: sheetNamed(sheetName), columns, freezePane: { rows: 1 } })
}

function cellValue(cell: PayrollCell): CellValue {
  if (cell === null) return null
  if (cell.is === 'number') return Number(cell.decimal)
  return cell.is === 'day' ? new Date(`${cell.day}T00:00:00Z`) : cell.text
}

/** What may name a sheet: at most 31 characters, none that a formula would read. */
export const sheetNamed = (name: string) =>
  name
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Clockface'
