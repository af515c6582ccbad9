import 'server-only'
import { type CellValue, writeXlsxStream } from 'hucre/xlsx'
import { formatHours } from '@/domain/pay/durations'
import { CSV_MARK, csvRow, textStream } from '../exports/csv'
import { sheetNamed } from '../exports/payroll-file'

/**
 * How a column is written. Days are `YYYY-MM-DD`, times `YYYY-MM-DD HH:MM` by the clock of the place, hours whole
 * minutes, money a decimal number of the main unit.
 */
type Kind = 'text' | 'number' | 'day' | 'time' | 'hours' | 'money'

export interface Column {
  readonly header: string
  readonly as: Kind
}
export type Value = string | number | null
export type Row = readonly Value[]

/** A list as it is seen, page by page. */
export interface ListTable {
  readonly columns: readonly Column[]
  readonly pages: AsyncIterable<readonly Row[]>
}

function text(value: Value, kind: Kind | undefined): string {
  if (value === null) return ''
  return kind === 'hours' ? formatHours(Number(value)) : String(value)
}

async function* lines({ columns, pages }: ListTable): AsyncGenerator<string> {
  yield `${CSV_MARK}${csvRow(columns.map(({ header }) => header))}`
  for await (const page of pages)
    yield page.map((row) => csvRow(row.map((value, at) => text(value, columns[at]?.as)))).join('')
}

/** A list as text; formulas are harmless in it. */
export const listCsv = (table: ListTable) => textStream(lines(table))

const formats: Partial<Record<Kind, string>> = {
  day: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm',
  hours: '[h]:mm',
  money: '#,##0.00###',
}

const DAY_MINUTES = 1440

function cell(value: Value, kind: Kind | undefined): CellValue {
  if (value === null) return null
  if (kind === 'hours') return Number(value) / DAY_MINUTES
  if (kind === 'money' || kind === 'number') return Number(value)
  if (kind === 'day') return new Date(`${value}T00:00:00Z`)
  return kind === 'time' ? new Date(`${String(value).replace(' ', 'T')}:00Z`) : String(value)
}

async function* cells({ columns, pages }: ListTable): AsyncGenerator<CellValue[]> {
  for await (const page of pages)
    for (const row of page) yield row.map((value, at) => cell(value, columns[at]?.as))
}

/** The same as a workbook: numbers, days and hours can be reckoned with, and a text is a text whatever it begins with. */
export function listXlsx(table: ListTable, name: string): ReadableStream<Uint8Array> {
  const columns = table.columns.map(({ header, as }) => ({
    ...{ header, width: Math.min(40, Math.max(as === 'text' ? 18 : 12, header.length + 2)) },
    ...(formats[as] && { numFmt: formats[as] }),
  }))
  return writeXlsxStream(cells(table), { name: sheetNamed(name), columns, freezePane: { rows: 1 } })
}
