import 'server-only'
import { parse } from 'csv-parse/sync'
import { emailSchema } from '@/domain/account-schema'
import {
  MOST_LINES,
  type TeamColumn,
  type TeamProblem,
  teamColumnOf,
  teamColumns,
} from '@/domain/employments'
import { AppError } from '@/domain/errors'
import { parseWage } from '@/domain/money'
import { isWritable } from '@/domain/writable'

/** One person of a pasted list, and what keeps them from being added. */
export interface TeamLine {
  line: number
  name: string
  email: string
  jobTitle: string | null
  externalNumber: string | null
  minorPerHour: number | null
  problem: TeamProblem | null
}

interface Cells {
  line: number
  cells: string[]
}

/** Rows as a spreadsheet or a file gives them: whichever of tab, semicolon and comma stands most in the first line. */
function rowsOf(text: string): Cells[] {
  const [first = ''] = text.trimStart().split('\n', 1)
  const count = (sign: string) => first.split(sign).length
  const delimiter = ['\t', ';', ','].sort((a, b) => count(b) - count(a))[0] ?? ','
  const options = {
    delimiter,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
  }
  const rows: Cells[] = []
  const keep = (cells: string[], { lines: line }: { lines: number }) => {
    rows.push({ line, cells })
    return null
  }
  try {
    parse(text, { ...options, on_record: keep })
  } catch {
    throw new AppError('employments.list_unreadable')
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/** Which column is which: as a first line says that names the column of the email, else in the usual order. */
function columnsOf([head, ...rest]: Cells[]): { columns: readonly (TeamColumn | null)[]; people: Cells[] } {
  if (!head?.cells.some((cell) => teamColumnOf(cell) === 'email'))
    return { columns: teamColumns, people: head ? [head, ...rest] : [] }
  return { columns: head.cells.map(teamColumnOf), people: rest }
}

function lineOf({ line, cells }: Cells, columns: readonly (TeamColumn | null)[], currency: string): TeamLine {
  const cell = (column: TeamColumn) => cells[columns.indexOf(column)] ?? ''
  const email = emailSchema.safeParse(cell('email'))
  const rate = cell('rate')
  const minorPerHour = rate ? parseWage(rate, currency) : null
  const name = cell('name')
  const written = [name, cell('jobTitle'), cell('number')]
  const tooLong = name.length > 80 || cell('jobTitle').length > 80 || cell('number').length > 40
  function problemOf(): TeamProblem | null {
    if (!email.success) return 'EMAIL'
    if (tooLong) return 'TOO_LONG'
    if (!written.every(isWritable)) return 'CHARACTER'
    return rate && minorPerHour === null ? 'RATE' : null
  }
  return {
    ...{ line, name, minorPerHour },
    email: email.success ? email.data : cell('email'),
    jobTitle: cell('jobTitle') || null,
    externalNumber: cell('number') || null,
    problem: problemOf(),
  }
}

/** The people of a list, an address twice marked the second time. */
export function readTeamList(text: string, currency: string): TeamLine[] {
  const { columns, people } = columnsOf(rowsOf(text))
  if (people.length === 0) throw new AppError('employments.list_empty')
  if (people.length > MOST_LINES) throw new AppError('employments.list_too_long', { most: MOST_LINES })
  const seen = new Set<string>()
  return people.map((cells) => {
    const line = lineOf(cells, columns, currency)
    const twice = seen.has(line.email)
    seen.add(line.email)
    return twice && !line.problem ? { ...line, problem: 'TWICE' } : line
  })
}
