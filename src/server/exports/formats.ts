import 'server-only'
import { AppError } from '@/domain/errors'
import { type PayrollFormat, payrollFormatSchema } from '@/domain/payroll/format'
import { payrollPresets } from '@/domain/payroll/presets'
import type { ActorContext } from '../context/context'
import { isUniqueViolation } from '../db/errors'
import { transact } from '../live/publish'
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

/** Keeps a format, a new one or in place of another. */
export function saveFormat(
  ctx: ActorContext,
  input: OfWorkplace & { formatId?: string | undefined; format: PayrollFormat },
): Promise<{ id: string }> {
  const { formatId: id, format } = input
  return transact(ctx, async (ctx) => {
    const { id: workplaceId } = await lockRight(ctx, input, 'pay')
    const data = { name: format.name, format }
    if (id) {
      const { count } = await ctx.tx.payrollFormat.updateMany({ where: { id, workplaceId }, data })
      if (count === 0) throw new AppError('request.not_found')
      return { id }
    }
    if ((await ctx.tx.payrollFormat.count({ where: { workplaceId } })) >= MOST)
      throw new AppError('exports.too_many_formats', { max: MOST })
    return ctx.tx.payrollFormat.create({
      data: { ...data, workplaceId, createdAt: ctx.now },
      select: { id: true },
    })
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) throw new AppError('exports.format_name_taken', { name: format.name })
    throw error
  })
}

/** Takes a format away; what was exported in it keeps it. */
export function removeFormat(ctx: ActorContext, input: OfWorkplace & { formatId: string }): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { id: workplaceId } = await lockRight(ctx, input, 'pay')
    const { count } = await ctx.tx.payrollFormat.deleteMany({ where: { id: input.formatId, workplaceId } })
    if (count === 0) throw new AppError('request.not_found')
  })
}
