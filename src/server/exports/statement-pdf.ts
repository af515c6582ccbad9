import 'server-only'
import { formatMoney } from '@/domain/money'
import { formatHours } from '@/domain/pay/durations'
import type { PayLine } from '@/domain/pay/result'
import type { paymentMethods } from '@/domain/payments'
import { type StatementRow, statementDays, statementRows, statementTotals } from '@/domain/payroll/statement'
import { beginDocument, type DocumentData, endDocument, writeFact, writeLines } from './document'
import { isolated } from './pdf/runs'
import { drawTable } from './pdf/table'
import { type ExportWords, exportWords } from './words'

export interface StatementData extends DocumentData {
  readonly currency: string
  readonly lines: readonly PayLine[]
  /** When and how it was paid, and under which reference; null makes it a draft. */
  readonly payment: {
    readonly paidOn: string
    readonly method: (typeof paymentMethods)[number]
    readonly reference: string | null
  } | null
}

/** The statement of hours and gross pay: every rate with its hours, premiums, extras and adjustments, and their sum. */
export function statementPdf(data: StatementData): Promise<Buffer> {
  const words = exportWords(data.reader)
  const { t } = words
  const title = data.payment ? t('statement.title') : t('statement.draftTitle')
  const totals = statementTotals(data.lines)
  const sheet = beginDocument(data, words, title, [[t('statement.paid'), paidWords(data, words)]])
  const money = (amount: number) => formatMoney(amount, data.currency, data.reader.format)
  drawTable(
    sheet,
    [
      { title: t('statement.what'), share: 0.4 },
      { title: t('hours'), share: 0.12, align: 'right' },
      { title: t('statement.rate'), share: 0.18, align: 'right' },
      { title: t('statement.factor'), share: 0.1, align: 'right' },
      { title: t('statement.amount'), share: 0.2, align: 'right' },
    ],
    [
      ...statementRows(data.lines).map((row) => ({ cells: cellsOf(row, words, money) })),
      { cells: [t('statement.gross'), '', '', '', money(totals.gross)], bold: true },
    ],
  )
  sheet.y += 14
  writeFact(
    sheet,
    data.payment ? t('statement.worked') : t('statement.toPay'),
    formatHours(totals.paidMinutes),
  )
  if (totals.overtimeMinutes) writeFact(sheet, t('statement.overtime'), formatHours(totals.overtimeMinutes))
  sheet.y += 14
  sheet.room(80)
  writeLines(sheet, t('statement.byDay'), { size: 11, weight: 'bold' }, 18)
  drawTable(
    sheet,
    [
      { title: t('day'), share: 0.52 },
      { title: t('hours'), share: 0.24, align: 'right' },
      { title: t('statement.amount'), share: 0.24, align: 'right' },
    ],
    statementDays(data.lines).map(({ day, minutes, amount }) => ({
      cells: [words.shortDay(day), hours(minutes), money(amount)],
    })),
  )
  const notes = data.payment ? [] : [t('statement.draftNote')]
  return endDocument(sheet, data, words, title, [...notes, t('statement.notNet')])
}

const hours = (minutes: number) => (minutes === 0 ? '' : formatHours(minutes))

function cellsOf(row: StatementRow, words: ExportWords, money: (amount: number) => string): string[] {
  const rate = row.rate === null ? '' : money(row.rate)
  return [words.purpose(row), hours(row.minutes), rate, words.factor(row), money(row.amount)]
}

function paidWords({ payment }: StatementData, { t, longDay }: ExportWords): string {
  if (!payment) return t('statement.notPaid')
  const { paidOn, reference } = payment
  const facts = { day: longDay(paidOn), method: t(`statement.methods.${payment.method}`) }
  return reference === null
    ? t('statement.paidOn', facts)
    : t('statement.paidWith', { ...facts, reference: isolated(reference) })
}
