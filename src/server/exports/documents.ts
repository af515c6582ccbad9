import 'server-only'
import { AppError } from '@/domain/errors'
import type { ReaderLocale } from '@/domain/locale'
import type { ActorContext } from '../context/context'
import { approvedBy } from '../context/led-by'
import { ownPayment, payment as seenPayment } from '../payments/read'
import { recordPdf } from './record-pdf'
import { recordedMonth } from './recorded'
import { statementPdf } from './statement-pdf'
import { exportWords } from './words'

/** The statement of a payment: for whom it was, and whoever sees wages there. */
export async function statementOf(
  ctx: ActorContext,
  { paymentId, reader }: { paymentId: string; reader: ReaderLocale },
): Promise<Buffer> {
  const payment = await ownPayment(ctx, { paymentId }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'request.not_found')
      return seenPayment(ctx, { paymentId })
    throw error
  })
  const { place, period, name, externalNumber, jobTitle, paidOn, method, reference, createdAt } = payment
  const { country } = await ctx.db.workplace.findUniqueOrThrow({ where: { id: place.id } })
  const { range } = exportWords(reader)
  return statementPdf({
    ...{ reader, period, currency: place.currency, madeAt: createdAt },
    employer: { name: place.name, country, timeZone: place.timeZone },
    person: { name, externalNumber, jobTitle },
    payment: { paidOn, method, reference },
    lines: payment.lines.map(({ entryId, rate, amount, ofPeriod, ...line }) => ({
      ...{ ...line, entry: entryId, rate: rate?.amount ?? null, amount: amount.amount },
      name: ofPeriod ? range(ofPeriod.from, ofPeriod.to) : line.name,
    })),
  })
}

interface RecordInput {
  employmentId: string
  /** `YYYY-MM` */
  month: string
  reader: ReaderLocale
}

/** The record of a month's hours: for whose they are, and whoever decides about hours there. */
export async function recordOf(
  ctx: ActorContext,
  { employmentId, month, reader }: RecordInput,
): Promise<Buffer> {
  const recorded = await recordedMonth(ctx.db, month, {
    id: employmentId,
    OR: [{ userId: ctx.actor.id }, { workplace: { place: approvedBy(ctx.actor) } }],
  })
  return recordPdf({ ...recorded, reader, madeAt: ctx.clock() })
}
