import 'server-only'
import { AppError } from '@/domain/errors'
import type { PayrollData, PayrollTable } from '@/domain/payroll/data'
import { peopleBeyond } from '@/domain/payroll/differences'
import { type PayrollFormat, payrollFormatSchema } from '@/domain/payroll/format-schema'
import { type FrozenPerson, frozenPeopleSchema } from '@/domain/payroll/frozen'
import { payrollTable } from '@/domain/payroll/table'
import { unwritableTexts } from '@/domain/payroll/text'
import { dayText } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import { paidBy } from '../context/led-by'
import type { Prisma } from '../db/generated/client'
import { transact } from '../live/publish'
import { madePeriod, periodOn } from '../pay-periods/periods'
import { lockRight, payPlaceFields, payPlaceOf } from '../pay-periods/workplace'
import { paidWorkplace } from './formats'
import { payrollPeople } from './people'
import { refusalOf } from './refusal'

interface OfPeriod {
  workplaceId: string
  /** Any day of the period. */
  day: string
}

/** Rows for payroll; throws with the names of whom or what something is missing. */
function requireTable(data: PayrollData, format: PayrollFormat): PayrollTable {
  const answer = payrollTable(data, format)
  if ('problems' in answer) throw refusalOf(answer.problems)
  const unwritable = unwritableTexts(answer.table, data, format)
  if (unwritable.length) throw refusalOf(unwritable)
  return answer.table
}

const framed = (place: { name: string; currency: string }, { from, to }: { from: string; to: string }) => ({
  ...{ workplace: place.name, currency: place.currency, period: { from, to } },
})

/**
 * Tells payroll of a period: everybody whose hours are approved or paid the first time, what has changed since after that.
 * What was told is kept as it was.
 */
export function exportPeriod(ctx: ActorContext, input: OfPeriod & { format: PayrollFormat }) {
  return transact(ctx, async (ctx) => {
    const { tx, now, actor, change } = ctx
    const place = await lockRight(ctx, input, 'pay')
    const period = await madePeriod(tx, place, { day: input.day, now })
    // One export of a period at a time: the next counts from it.
    await tx.$queryRaw`SELECT 1 FROM "PayPeriod" WHERE id = ${period.id}::uuid FOR UPDATE`
    const before = await tx.payrollExport.findMany({
      where: { periodId: period.id },
      select: { people: true },
    })
    const current = await payrollPeople(tx, place, period, now)
    // Whoever waits for a decision again is not taken back: what comes of it is told next time.
    const settled = new Set(current.people.map(({ employmentId }) => employmentId))
    const told = before
      .flatMap(({ people }) => frozenPeopleSchema.parse(people))
      .filter(({ employmentId }) => settled.has(employmentId))
    const people: FrozenPerson[] = peopleBeyond(told, current.people)
    if (people.length === 0) throw new AppError('exports.nothing_new')
    requireTable({ ...framed(place, period), people }, input.format)
    const number = before.length + 1
    const { id } = await tx.payrollExport.create({
      data: {
        ...{ periodId: period.id, number, workplace: place.name, madeById: actor.id, createdAt: now },
        ...{ format: input.format, people: people as unknown as Prisma.InputJsonArray },
      },
      select: { id: true },
    })
    change({
      ...{ subject: 'payroll export', subjectId: id, actorId: actor.id, placeId: place.id },
      ...{ before: null, after: { periodId: period.id, number } },
    })
    return { id, number, people: people.length, waiting: current.waiting }
  })
}

/** What payroll was told of a period, newest first. */
export async function payrollExports(ctx: ActorContext, input: OfPeriod) {
  const place = await paidWorkplace(ctx, input)
  const { id: periodId, from, to } = await periodOn(ctx.db, place, input.day)
  const rows = periodId
    ? await ctx.db.payrollExport.findMany({ where: { periodId }, orderBy: { number: 'desc' } })
    : []
  const items = rows.map(({ id, number, createdAt, people, ...row }) => {
    const format = payrollFormatSchema.parse(row.format)
    return {
      ...{ id, number, createdAt, format: format.name, lodas: format.lodas !== undefined },
      people: frozenPeopleSchema.parse(people).length,
    }
  })
  return { period: { from, to }, items }
}

/** One export with its rows as payroll was told them, for whoever pays there. */
export async function payrollExport(ctx: ActorContext, { exportId: id }: { exportId: string }) {
  const row = await ctx.db.payrollExport.findFirst({
    where: { id, period: { workplace: { place: paidBy(ctx.actor) } } },
    include: { period: { include: { workplace: { select: { place: { select: payPlaceFields } } } } } },
  })
  if (!row) throw new AppError('request.not_found')
  const place = payPlaceOf(row.period.workplace.place)
  const period = { from: dayText(row.period.from), to: dayText(row.period.to) }
  const format = payrollFormatSchema.parse(row.format)
  const people = frozenPeopleSchema.parse(row.people)
  const told = { ...place, name: row.workplace }
  const table = requireTable({ ...framed(told, period), people }, format)
  return { id, number: row.number, createdAt: row.createdAt, place, period, format, table }
}
