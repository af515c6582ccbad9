import 'server-only'
import { AppError } from '@/domain/errors'
import { type PayrollFormat, payrollFormatSchema } from '@/domain/payroll/format-schema'
import { payrollPresets } from '@/domain/payroll/presets'
import type { ActorContext } from '../context/context'
import { isUniqueViolation } from '../db/errors'
import { type Transaction, transact } from '../live/publish'
import { lockRight, type PayPlace, seenWorkplace } from '../pay-periods/workplace'

/** A workplace may have so many formats. */
const MOST = 20

interface OfWorkplace {
  workplaceId: string
}

/** The workplace, for whoever pays there. */
export async function paidWorkplace(ctx: ActorContext, input: OfWorkplace): Promise<PayPlace> {
  const { place, rights } = await seenWorkplace(ctx, input)
  if (!rights.pay) throw new AppError('payPeriods.right_missing')
  return place
}

/** The formats of a workplace by name, and those that come with Clockface. */
export async function payrollFormats(ctx: ActorContext, input: OfWorkplace) {
  const place = await paidWorkplace(ctx, input)
  const rows = await ctx.db.payrollFormat.findMany({
    where: { workplaceId: place.id },
    orderBy: { name: 'asc' },
  })
  return {
    presets: [...payrollPresets],
    formats: rows.map(({ id, format }) => ({ id, format: payrollFormatSchema.parse(format) })),
  }
}

const told = ({ columns, wageTypes, encoding }: PayrollFormat, removed = false) => ({
  ...{ columns: columns.map(({ field }) => field), wageTypes: wageTypes.length, encoding, removed },
})

interface Told {
  id: string
  placeId: string
  before: PayrollFormat | null
  after: PayrollFormat
  removed?: boolean
}

const tell = (ctx: ActorContext & Transaction, { id, placeId, before, after, removed }: Told) =>
  ctx.change({
    ...{ subject: 'payroll format', subjectId: id, actorId: ctx.actor.id, placeId },
    ...{ before: before && told(before), after: told(after, removed) },
  })

async function keptFormat(
  ctx: ActorContext & Transaction,
  id: string,
  workplaceId: string,
): Promise<PayrollFormat> {
  const row = await ctx.tx.payrollFormat.findFirst({ where: { id, workplaceId } })
  if (!row) throw new AppError('request.not_found')
  return payrollFormatSchema.parse(row.format)
}

/** Keeps a format, a new one or in place of another. */
export function saveFormat(
  ctx: ActorContext,
  input: OfWorkplace & { formatId?: string | undefined; format: PayrollFormat },
): Promise<{ id: string }> {
  const { formatId, format } = input
  return transact(ctx, async (ctx) => {
    const { id: workplaceId } = await lockRight(ctx, input, 'pay')
    const data = { name: format.name, format }
    const before = formatId ? await keptFormat(ctx, formatId, workplaceId) : null
    if (!formatId && (await ctx.tx.payrollFormat.count({ where: { workplaceId } })) >= MOST)
      throw new AppError('exports.too_many_formats', { max: MOST })
    const select = { id: true }
    const { id } = formatId
      ? await ctx.tx.payrollFormat.update({ where: { id: formatId }, data, select })
      : await ctx.tx.payrollFormat.create({ data: { ...data, workplaceId, createdAt: ctx.now }, select })
    tell(ctx, { id, placeId: workplaceId, before, after: format })
    return { id }
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) throw new AppError('exports.format_name_taken', { name: format.name })
    throw error
  })
}

/** Takes a format away; what was exported in it keeps it. */
export function removeFormat(ctx: ActorContext, input: OfWorkplace & { formatId: string }): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { id: placeId } = await lockRight(ctx, input, 'pay')
    const before = await keptFormat(ctx, input.formatId, placeId)
    await ctx.tx.payrollFormat.delete({ where: { id: input.formatId } })
    tell(ctx, { id: input.formatId, placeId, before, after: before, removed: true })
  })
}
