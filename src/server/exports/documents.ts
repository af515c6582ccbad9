import 'server-only'
import { Temporal } from 'temporal-polyfill'
import { AppError } from '@/domain/errors'
import type { ReaderLocale } from '@/domain/locale'
import { startOfDay } from '@/domain/time'
import type { ActorContext } from '../context/context'
import { approvedBy } from '../context/led-by'
import type { Prisma } from '../db/generated/client'
import type { CorrectionState } from '../db/generated/enums'
import { ownPayment, payment as seenPayment } from '../payments/read'
import { recordPdf } from './record-pdf'
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

/** Corrections that have changed an entry. */
const changed: CorrectionState[] = ['GRANTED', 'APPLIED', 'AGREED', 'DISPUTED', 'SETTLED']

const recordFields = {
  ...{ jobTitle: true, externalNumber: true },
  member: { select: { user: { select: { name: true } } } },
  workplace: { select: { country: true, place: { select: { name: true, timeZone: true } } } },
} satisfies Prisma.EmploymentSelect

/** The record of a month's hours: for whose they are, and whoever decides about hours there. */
export async function recordOf(
  ctx: ActorContext,
  { employmentId, month, reader }: RecordInput,
): Promise<Buffer> {
  const employment = await ctx.db.employment.findFirst({
    where: {
      id: employmentId,
      OR: [{ userId: ctx.actor.id }, { workplace: { place: approvedBy(ctx.actor) } }],
    },
    select: recordFields,
  })
  if (!employment) throw new AppError('request.not_found')
  const { workplace, member, jobTitle, externalNumber } = employment
  const { name, timeZone } = workplace.place
  const first = Temporal.PlainYearMonth.from(month)
  const [from, to] = [`${month}-01`, first.toPlainDate({ day: first.daysInMonth }).toString()]
  const entries = await ctx.db.timeEntry.findMany({
    where: {
      ...{ employmentId, removedAt: null },
      startedAt: { gte: startOfDay(from, timeZone), lt: startOfDay(to, timeZone, 1) },
    },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    include: {
      breaks: { orderBy: { startedAt: 'asc' } },
      corrections: { where: { state: { in: changed } }, select: { id: true }, take: 1 },
    },
  })
  return recordPdf({
    ...{ reader, period: { from, to }, madeAt: ctx.clock() },
    employer: { name, country: workplace.country, timeZone },
    person: { name: member.user.name, externalNumber, jobTitle },
    entries: entries.map(({ startedAt, endedAt, breaks, flag, corrections, inMethod, outMethod }) => ({
      ...{ startedAt, endedAt, breaks },
      remark: remarkOf({ flag, corrected: corrections.length > 0, methods: [inMethod, outMethod] }),
    })),
  })
}

interface Marks {
  flag: string | null
  corrected: boolean
  methods: (string | null)[]
}

function remarkOf({ flag, corrected, methods }: Marks) {
  if (flag) return 'FORGOTTEN'
  if (corrected || methods.includes('CORRECTION')) return 'CORRECTED'
  return methods.includes('HAND') ? 'HAND' : null
}
