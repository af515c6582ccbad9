import 'server-only'
import type { ReaderLocale } from '@/domain/locale'
import { paperOf } from '@/domain/payroll/statement'
import { dayOf } from '@/domain/time'
import { isolated } from './pdf/runs'
import { Sheet } from './pdf/sheet'
import type { ExportWords } from './words'

/** Of whom a document is, for which days, and for which reader. */
export interface DocumentData {
  readonly employer: { readonly name: string; readonly country: string; readonly timeZone: string }
  readonly person: {
    readonly name: string
    readonly externalNumber: string | null
    readonly jobTitle: string | null
  }
  /** The first and the last day. */
  readonly period: { readonly from: string; readonly to: string }
  readonly reader: ReaderLocale
  readonly madeAt: Date
}

type Fact = [label: string, value: string | null]

/** A sheet with its title, and who and when it is about. */
export function beginDocument(
  { employer, person, period, reader, madeAt }: DocumentData,
  words: ExportWords,
  title: string,
  more: readonly Fact[] = [],
): Sheet {
  const { t } = words
  const paper = paperOf(employer.country)
  const sheet = new Sheet({ paper, title, author: employer.name, language: reader.format, madeAt })
  writeLines(sheet, title, { size: 17, weight: 'bold' }, 24)
  sheet.y += 6
  const facts: Fact[] = [
    [t('employer'), employer.name],
    [t('employee'), person.name],
    [t('number'), person.externalNumber],
    [t('jobTitle'), person.jobTitle],
    [t('period'), words.range(period.from, period.to)],
    ...more,
  ]
  for (const [label, value] of facts) if (value) writeFact(sheet, label, value)
  sheet.y += 14
  return sheet
}

const labelWidth = 180

export function writeFact(sheet: Sheet, label: string, value: string) {
  const labels = sheet.wrap(label, labelWidth - 10, { size: 9.5 })
  const values = sheet.wrap(value, sheet.width - labelWidth, { size: 9.5 })
  const height = Math.max(labels.length, values.length) * 15
  sheet.room(height)
  for (const [i, line] of labels.entries())
    sheet.put(line, 0, sheet.y + i * 15, { size: 9.5, colour: '#5a5a66' })
  for (const [i, line] of values.entries()) sheet.put(line, labelWidth, sheet.y + i * 15, { size: 9.5 })
  sheet.y += height
}

export function writeLines(
  sheet: Sheet,
  text: string,
  style: { size: number; weight?: 'sans' | 'bold'; colour?: string },
  lineHeight: number,
) {
  for (const line of sheet.wrap(text, sheet.width, style)) {
    sheet.room(lineHeight)
    sheet.put(line, 0, sheet.y, style)
    sheet.y += lineHeight
  }
}

/** Notes at its end, and at the foot of each page what it belongs to. */
export function endDocument(
  sheet: Sheet,
  { person, period, madeAt, employer }: DocumentData,
  words: ExportWords,
  title: string,
  notes: readonly string[],
): Promise<Buffer> {
  const { t } = words
  const made = t('madeAt', { day: words.longDay(dayOf(madeAt, employer.timeZone)) })
  sheet.y += 12
  for (const note of [...notes, made]) writeLines(sheet, note, { size: 8.5, colour: '#3c3c46' }, 13)
  const range = words.range(period.from, period.to)
  return sheet.finish((page, pages) => t('foot', { title, name: isolated(person.name), range, page, pages }))
}
