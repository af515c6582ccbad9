import 'server-only'
import { AppError } from '@/domain/errors'
import { idSchema } from '@/domain/id'
import type { ReaderLocale } from '@/domain/locale'
import { daySchema } from '@/domain/sessions-schema'
import type { ActorContext } from '../context/context'
import { recordOf, statementOf } from './documents'
import { draftStatementOf } from './draft-statement'
import { payrollExport } from './payroll'
import { payrollCsv, payrollXlsx } from './payroll-file'

export const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function known(id: string): string {
  const parsed = idSchema.safeParse(id)
  if (!parsed.success) throw new AppError('request.not_found')
  return parsed.data
}

/** An export for payroll as a file: a workbook, or text as its format says. */
export async function payrollFile(ctx: ActorContext, input: { exportId: string; as: string | null }) {
  const { place, period, number, format, table } = await payrollExport(ctx, {
    exportId: known(input.exportId),
  })
  const name = `${place.name} ${period.from} ${period.to} (${number})`
  if (input.as === 'xlsx')
    return { name: `${name}.xlsx`, type: spreadsheet, body: payrollXlsx(table, place.name) }
  const body = payrollCsv(table, format)
  if (format.lodas) return { name: `${name}.txt`, type: 'text/plain', body }
  const charset = format.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8'
  return { name: `${name}.csv`, type: `text/csv; charset=${charset}`, body }
}

const pdf = 'application/pdf'

/** The statement of a payment as a file. */
export async function statementFile(ctx: ActorContext, input: { paymentId: string; reader: ReaderLocale }) {
  const paymentId = known(input.paymentId)
  return { name: `${paymentId}.pdf`, type: pdf, body: await statementOf(ctx, { ...input, paymentId }) }
}

interface OfPeriod {
  employmentId: string
  day: string
  reader: ReaderLocale
}

/** What a period comes to before it is paid, as a file. */
export async function draftStatementFile(ctx: ActorContext, input: OfPeriod) {
  const employmentId = known(input.employmentId)
  const day = daySchema.safeParse(input.day).data
  if (!day) throw new AppError('request.not_found')
  const body = await draftStatementOf(ctx, { ...input, employmentId, day })
  return { name: `${day} ${employmentId}.pdf`, type: pdf, body }
}

interface OfRecord {
  employmentId: string
  month: string
  reader: ReaderLocale
}

/** The record of a month's hours as a file. */
export async function recordFile(ctx: ActorContext, input: OfRecord) {
  if (!/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(input.month)) throw new AppError('request.not_found')
  const employmentId = known(input.employmentId)
  const body = await recordOf(ctx, { ...input, employmentId })
  return { name: `${input.month} ${employmentId}.pdf`, type: pdf, body }
}
