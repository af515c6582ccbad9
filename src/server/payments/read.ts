import 'server-only'
import { AppError } from '@/domain/errors'
import type { ListFilters } from '@/domain/lists'
import type { LineKind } from '@/domain/pay/result'
import type { paymentMethods } from '@/domain/payments'
import { dayDate, dayText } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import { wagesSeenBy } from '../context/led-by'
import type { Prisma } from '../db/generated/client'
import { pageAfter, pageOfRows } from '../db/page'
import type { Database } from '../db/prisma'
import { containing } from '../db/search'
import { money } from '../pay-periods/sheet'
import { memberName, memberNamed, nameOf } from '../places/member-name'

const PAGE = 50

interface Page {
  cursor?: string | null | undefined
}

interface Wanted extends ListFilters<'payments'>, Page {
  workplaceId: string
}

const fields = {
  ...{ id: true, employmentId: true, currency: true, grossMinor: true, paidOn: true, method: true },
  ...{ reference: true, createdAt: true },
  period: { select: { from: true, to: true } },
  employment: {
    select: {
      ...{ jobTitle: true, externalNumber: true },
      member: { select: { number: true, ...memberName } },
      workplace: { select: { place: { select: { id: true, name: true, timeZone: true } } } },
    },
  },
} satisfies Prisma.PaymentSelect

type Row = Prisma.PaymentGetPayload<{ select: typeof fields }>

const daysOf = ({ from, to }: Row['period']) => ({ from: dayText(from), to: dayText(to) })

function paymentOf({ id, employmentId, grossMinor, paidOn, method, reference, createdAt, ...row }: Row) {
  const { member, jobTitle, externalNumber, workplace } = row.employment
  return {
    ...{ id, employmentId, reference, createdAt, jobTitle, externalNumber, number: member.number },
    ...{ name: nameOf(member), place: { ...workplace.place, currency: row.currency } },
    ...{ period: daysOf(row.period), paidOn: dayText(paidOn), gross: money(Number(grossMinor), row) },
    method: method as (typeof paymentMethods)[number],
  }
}

const byName = { employment: { member: { user: { name: 'asc' } } } } as const
const orders = {
  NEWEST: [{ createdAt: 'desc' }, { id: 'desc' }],
  OLDEST: [{ createdAt: 'asc' }, { id: 'asc' }],
  NAME: [byName, { createdAt: 'desc' }, { id: 'desc' }],
  AMOUNT: [{ grossMinor: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
} satisfies Record<Wanted['sort'], Prisma.PaymentOrderByWithRelationInput[]>

interface Paging extends Page {
  sort?: Wanted['sort']
  size?: number
}

async function pageOf(db: Database, where: Prisma.PaymentWhereInput, paging: Paging) {
  const { sort = 'NEWEST', size = PAGE } = paging
  const rows = await db.payment.findMany({
    ...{ where, select: fields, orderBy: orders[sort] },
    ...pageAfter(paging, size),
  })
  const { page: found, nextCursor } = pageOfRows(rows, size)
  return { items: found.map(paymentOf), nextCursor }
}

/** Where the person sees wages. */
const seen = (ctx: ActorContext): Prisma.PaymentWhereInput => ({
  employment: { workplace: { place: wagesSeenBy(ctx.actor) } },
})
const own = (ctx: ActorContext): Prisma.PaymentWhereInput => ({ employment: { userId: ctx.actor.id } })

function found(ctx: ActorContext, { workplaceId, from, to, search }: Wanted): Prisma.PaymentWhereInput {
  return {
    employment: { workplaceId },
    AND: [
      seen(ctx),
      search
        ? { OR: [{ reference: containing(search) }, { employment: { member: memberNamed(search) } }] }
        : {},
    ],
    paidOn: { ...(from && { gte: dayDate(from) }), ...(to && { lte: dayDate(to) }) },
  }
}

/** A page of what was paid at a workplace, for whoever sees wages there. */
export async function paymentsPage(ctx: ActorContext, input: Wanted, size = PAGE) {
  const place = await ctx.db.place.count({ where: { id: input.workplaceId, ...wagesSeenBy(ctx.actor) } })
  if (place === 0) throw new AppError('request.not_found')
  const { sort, cursor } = input
  return pageOf(ctx.db, found(ctx, input), { sort, cursor, size })
}

async function sumsOf(ctx: ActorContext, input: Wanted) {
  const sums = await ctx.db.payment.groupBy({
    ...{ by: ['currency'], where: found(ctx, input), orderBy: { currency: 'asc' } },
    ...{ _sum: { grossMinor: true }, _count: true },
  })
  return sums.map(({ currency, _sum, _count }) => ({
    ...{ count: _count, gross: money(Number(_sum.grossMinor ?? 0), { currency }) },
  }))
}

/**
 * The same; the first page of what was narrowed down with what all of it comes to in each currency.
 * Adding up everything that was ever paid would take longer with every year.
 */
export async function payments(ctx: ActorContext, input: Wanted) {
  const page = await paymentsPage(ctx, input)
  const narrowed = Boolean(input.from || input.search)
  return { ...page, sums: narrowed && !input.cursor ? await sumsOf(ctx, input) : null }
}

/** What somebody was paid, newest first. */
export const ownPayments = (ctx: ActorContext, input: Page) => pageOf(ctx.db, own(ctx), input)

/** One payment with its lines, and the entries that they come from as they stand now. */
async function opened(db: Database, where: Prisma.PaymentWhereInput) {
  const row = await db.payment.findFirst({
    where,
    select: {
      ...fields,
      lines: {
        orderBy: { position: 'asc' },
        include: { ofPeriod: { select: { from: true, to: true } } },
      },
      stretches: {
        orderBy: { startedAt: 'asc' },
        select: { timeEntryId: true, startedAt: true, endedAt: true },
      },
    },
  })
  if (!row) throw new AppError('request.not_found')
  return {
    ...paymentOf(row),
    lines: row.lines.map((line) => ({
      ...{ entryId: line.timeEntryId, day: dayText(line.day), kind: line.kind as LineKind, name: line.name },
      ...{ minutes: line.minutes, factor: line.factor, amount: money(Number(line.amountMinor), row) },
      rate: line.rateMinor === null ? null : money(Number(line.rateMinor), row),
      ofPeriod: line.ofPeriod && daysOf(line.ofPeriod),
    })),
    stretches: row.stretches.map(({ timeEntryId: entryId, ...stretch }) => ({ entryId, ...stretch })),
  }
}

interface One {
  paymentId: string
}

/** A payment where the person sees wages. */
export const payment = (ctx: ActorContext, { paymentId: id }: One) => opened(ctx.db, { id, ...seen(ctx) })

/** A payment of somebody's own. */
export const ownPayment = (ctx: ActorContext, { paymentId: id }: One) => opened(ctx.db, { id, ...own(ctx) })
