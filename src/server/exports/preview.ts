import 'server-only'
import type { PayrollData } from '@/domain/payroll/data'
import type { PayrollFormat } from '@/domain/payroll/format-schema'
import { payrollTable } from '@/domain/payroll/table'
import { lodasBeginning, rowsOfText, unwritableTexts } from '@/domain/payroll/text'
import type { ActorContext } from '../context/context'
import { periodOn } from '../pay-periods/periods'
import { paidWorkplace } from './formats'
import { payrollPeople } from './people'

/** So many rows are shown at most. */
const SHOWN = 25

interface Wanted {
  workplaceId: string
  /** Any day of the period. */
  day: string
  format: PayrollFormat
}

/** What an export of the whole period would be, and everything that stands in its way; nothing is kept. */
export async function previewPeriod(ctx: ActorContext, { format, ...input }: Wanted) {
  const place = await paidWorkplace(ctx, input)
  const period = await periodOn(ctx.db, place, input.day)
  const { people, waiting } = await payrollPeople(ctx.db, place, period, ctx.clock())
  const { from, to } = period
  const data = { workplace: place.name, currency: place.currency, period: { from, to }, people }
  return { period: { from, to }, people: people.length, waiting, ...written(data, format) }
}

function written(data: PayrollData, format: PayrollFormat) {
  const answer = payrollTable(data, format)
  if ('problems' in answer) return { beginning: [], rows: [], total: 0, problems: answer.problems }
  const rows = rowsOfText(answer.table, format)
  return {
    beginning: lodasBeginning(format),
    rows: rows.slice(0, SHOWN),
    total: answer.table.rows.length,
    problems: unwritableTexts(answer.table, data, format),
  }
}
