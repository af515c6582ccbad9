import { decimalMoney } from '../money'
import { decimalHours } from '../pay/durations'
import type { PayLine } from '../pay/result'
import type { PayrollCell, PayrollData, PayrollPerson, PayrollProblem, PayrollTable } from './data'
import { ofWageType, type PayrollField } from './format'
import type { PayrollColumn, PayrollFormat, WageType } from './format-schema'
import { counts, isCovered, sorting } from './measures'
import { wageTypeOf } from './wage-types'

/** Lines of one person that make one row. */
interface Row {
  readonly data: PayrollData
  readonly person: PayrollPerson
  readonly lines: readonly PayLine[]
  readonly title: string | null
  readonly wageType: WageType | null
}

/**
 * The rows of an export, or why there can be none: every person and every line that lacks something is named. Blanks stand
 * for zeros, which some programs take for an order to pay nothing.
 */
export function payrollTable(
  data: PayrollData,
  format: PayrollFormat,
): { table: PayrollTable } | { problems: PayrollProblem[] } {
  const people = data.people.map((person) => ({ ...person, lines: person.lines.filter(isPaid) }))
  const problems = distinct(people.flatMap((person) => problemsOf(person, format)))
  if (problems.length) return { problems }
  const rows = people.flatMap((person) => rowsOf({ ...data, people }, person, format))
  const cells = rows.map((row) => format.columns.map((column) => cellOf(row, column, format)))
  const measures = format.columns.map(({ field }) => ['hours', 'amount', 'value'].includes(field))
  return {
    table: {
      header: format.columns.map(({ header }) => header),
      rows: cells.filter((row) => row.some((cell, i) => cell !== null && measures[i])),
    },
  }
}

const isPaid = ({ kind, minutes, amount }: PayLine) => kind !== 'break' && (minutes !== 0 || amount !== 0)

const distinct = (problems: PayrollProblem[]) => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

const uses = ({ columns }: PayrollFormat, ...fields: PayrollField[]) =>
  columns.some(({ field }) => fields.includes(field))

function problemsOf(
  { name, employmentId, externalNumber, lines }: PayrollPerson,
  format: PayrollFormat,
): PayrollProblem[] {
  if (lines.length === 0) return []
  const whom = { person: name, employmentId }
  const problems: PayrollProblem[] = []
  if (uses(format, 'number')) {
    if (!externalNumber) problems.push({ code: 'number_missing', ...whom })
    else if (format.lodas && !/^(?!0+$)\d{1,5}$/.test(externalNumber))
      problems.push({ code: 'number_unfit', ...whom, number: externalNumber })
  }
  for (const line of lines) {
    const { kind, name, factor } = line
    const words = { kind, name, factor }
    if (!isCovered(line, lines, format)) problems.push({ code: 'column_missing', ...words })
    else if (uses(format, ...ofWageType) && !wageTypeOf(line, format.wageTypes))
      problems.push({ code: 'wage_type_missing', ...words })
  }
  return problems
}

function rowsOf(data: PayrollData, person: PayrollPerson, format: PayrollFormat): Row[] {
  const [rows, fields] = [new Map<string, Row>(), sorting(format)]
  const titles = titlesOf(person)
  for (const line of person.lines) {
    const title = (line.entry && titles.get(`${line.entry} ${line.day}`)) || person.jobTitle
    const wageType = wageTypeOf(line, format.wageTypes)
    const row: Row = { data, person, title, wageType, lines: [line] }
    const key = JSON.stringify(fields.map((field) => ownCell(row, field)))
    const known = rows.get(key)
    rows.set(key, known ? { ...known, lines: [...known.lines, line] } : row)
  }
  return [...rows.values()]
}

/** The kind of work of each entry on each day, which its premiums do not say. */
const titlesOf = ({ lines }: PayrollPerson) =>
  new Map(
    lines
      .filter(({ kind }) => kind === 'regular' || kind === 'overtime')
      .map(({ entry, day, name }) => [`${entry} ${day}`, name]),
  )

function cellOf(row: Row, column: PayrollColumn, format: PayrollFormat): PayrollCell {
  const { field } = column
  if (field === 'text') return words(column.text)
  const counted = row.lines.filter((line) => counts(line, column, format))
  if (field === 'hours') return hours(counted)
  if (field === 'amount') return money(counted, row.data)
  if (field === 'value')
    return row.wageType?.carries === 'hours' ? hours(row.lines) : money(row.lines, row.data)
  return ownCell(row, field)
}

const total = (lines: readonly PayLine[], of: 'minutes' | 'amount') =>
  lines.reduce((all, line) => all + line[of], 0)

function hours(lines: readonly PayLine[]): PayrollCell {
  const decimal = decimalHours(total(lines, 'minutes'))
  return Number(decimal) === 0 ? null : { is: 'number', decimal }
}

function money(lines: readonly PayLine[], { currency }: PayrollData): PayrollCell {
  const amount = total(lines, 'amount')
  return amount === 0 ? null : { is: 'number', decimal: decimalMoney(amount, currency) }
}

const words = (text: string | null | undefined): PayrollCell => (text ? { is: 'text', text } : null)

/** The last word of a name, and what stands before it; a single word is a last name. */
function nameParts(name: string): { first: string; last: string } {
  const all = name.trim().split(/\s+/)
  return { first: all.slice(0, -1).join(' '), last: all.at(-1) ?? '' }
}

const ownCells: Partial<Record<PayrollField, (row: Row, line: PayLine | undefined) => PayrollCell>> = {
  number: ({ person }) => words(person.externalNumber),
  name: ({ person }) => words(person.name),
  firstName: ({ person }) => words(nameParts(person.name).first),
  lastName: ({ person }) => words(nameParts(person.name).last),
  workplace: ({ data }) => words(data.workplace),
  currency: ({ data }) => words(data.currency),
  from: ({ data }) => ({ is: 'day', day: data.period.from }),
  to: ({ data }) => ({ is: 'day', day: data.period.to }),
  month: ({ data }) => ({ is: 'day', day: `${data.period.to.slice(0, 8)}01` }),
  title: ({ title }) => words(title),
  wageType: ({ wageType }) => words(wageType?.wageType),
  bookingKey: ({ wageType }) => words(wageType?.bookingKey ?? (wageType?.carries === 'hours' ? '1' : '2')),
  day: (_, line) => (line ? { is: 'day', day: line.day } : null),
  kind: (_, line) => words(line?.kind),
  label: (_, line) => words(line?.name),
  factor: (_, line) => (line?.factor ? { is: 'number', decimal: line.factor } : null),
  rate: ({ data }, line) =>
    line?.rate ? { is: 'number', decimal: decimalMoney(line.rate, data.currency) } : null,
}

const ownCell = (row: Row, field: PayrollField): PayrollCell => ownCells[field]?.(row, row.lines[0]) ?? null
