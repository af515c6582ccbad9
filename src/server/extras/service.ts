import 'server-only'
import { AppError } from '@/domain/errors'
import { extraAmount } from '@/domain/extras'
import type { NewExtra } from '@/domain/extras-schema'
import { extraKinds } from '@/domain/line-names'
import { dayOf } from '@/domain/time'
import { dayDate, dayText } from '@/domain/weeks'
import { startOfDay } from '@/domain/zoned-time'
import type { ActorContext } from '../context/context'
import { approvedBy, wagesSeenBy } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import type { Extra } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { transact } from '../live/publish'
import { periodOn } from '../pay-periods/periods'
import { money } from '../pay-periods/sheet'
import {
  lockEmployments,
  requireOthers,
  requireUnlocked,
  takeSignaturesBack,
} from '../pay-periods/signatures'
import { lockRight, ownEmployment, type PayPlace, seenWorkplace } from '../pay-periods/workplace'

interface OfSheet {
  employmentId: string
  /** Any day of the period. */
  day: string
}

/** Of a day's end, so that at whatever hour its work begins it is no other day. */
function touchedBy({ employmentId, day }: OfSheet, { timeZone }: Pick<PayPlace, 'timeZone'>) {
  const end = new Date(startOfDay(day, timeZone, 1).getTime() - 1)
  return { employmentId, from: end, to: end }
}

/** What somebody is paid an hour on a day, whatever they do. */
async function rateOn(db: Database, { employmentId, day }: OfSheet): Promise<number> {
  const rate = await db.rate.findFirst({
    where: { employmentId, kindId: null, supersededAt: null, from: { lte: dayDate(day) } },
    orderBy: { from: 'desc' },
  })
  if (!rate) throw new AppError('extras.no_rate')
  return rate.minorPerHour
}

async function seesWages({ tx, actor }: TxContext<ActorContext>, { id }: PayPlace): Promise<boolean> {
  return (await tx.place.count({ where: { id, ...wagesSeenBy(actor) } })) > 0
}

async function requireEmployed(
  { tx, now }: TxContext<ActorContext>,
  { id: workplaceId, timeZone }: PayPlace,
  { employmentId: id, day }: OfSheet,
): Promise<void> {
  const found = await tx.employment.findFirst({ where: { id, workplaceId } })
  if (!found) throw new AppError('request.not_found')
  if (day > dayOf(now, timeZone)) throw new AppError('extras.in_future')
  const within = dayText(found.startedOn) <= day && (!found.endedOn || day <= dayText(found.endedOn))
  if (!within) throw new AppError('extras.not_employed')
}

/** A name of one's own may be anything, and so is none of the ledger's. */
const told = ({ employmentId, day, name, minutes, amountMinor }: Extra, removed: boolean) => ({
  ...{ employmentId, day: dayText(day), minutes, amountMinor: String(amountMinor), removed },
  name: extraKinds.find((one) => one === name) ?? null,
})

/** Pay without work, by hand and for a reason: minutes at the person's rate, or an amount by whoever sees wages. */
export async function addExtra(
  ctx: ActorContext,
  { workplaceId, employmentId, ...extra }: NewExtra & { workplaceId: string; employmentId: string },
): Promise<{ id: string }> {
  const { day, name, minutes, amountMinor, reason } = extra
  const of = { employmentId, day }
  return transact(ctx, async (ctx) => {
    const { tx, now, actor, change } = ctx
    const place = await lockRight(ctx, { workplaceId }, 'approve')
    requireOthers(ctx, await lockEmployments(tx, [employmentId]))
    await requireEmployed(ctx, place, of)
    if (amountMinor !== undefined && !(await seesWages(ctx, place)))
      throw new AppError('extras.wages_not_yours')
    await requireUnlocked(tx, touchedBy(of, place))
    await takeSignaturesBack(ctx, touchedBy(of, place))
    const amount = amountMinor ?? extraAmount(minutes ?? 0, await rateOn(tx, of))
    const made = await tx.extra.create({
      data: {
        ...{ employmentId, day: dayDate(day), name, minutes: minutes ?? null, amountMinor: amount, reason },
        ...{ createdById: actor.id, createdAt: now },
      },
    })
    change({
      ...{ subject: 'extra', subjectId: made.id, actorId: actor.id, placeId: workplaceId },
      ...{ before: null, after: told(made, false), text: reason },
    })
    return { id: made.id }
  })
}

/** An extra is not paid after all, for a reason. */
export async function removeExtra(
  ctx: ActorContext,
  { extraId: id, reason }: { extraId: string; reason: string },
): Promise<void> {
  const standing = { id, removedAt: null }
  const found = await ctx.db.extra.findFirst({
    where: { ...standing, employment: { workplace: { place: approvedBy(ctx.actor) } } },
    select: { employmentId: true, employment: { select: { workplaceId: true } } },
  })
  if (!found) throw new AppError('request.not_found')
  const { employmentId, employment } = found
  await transact(ctx, async (ctx) => {
    const { tx, now, actor, change } = ctx
    const place = await lockRight(ctx, employment, 'approve')
    requireOthers(ctx, await lockEmployments(tx, [employmentId]))
    const before = await tx.extra.findFirst({ where: standing })
    if (!before) throw new AppError('request.not_found')
    const touched = touchedBy({ employmentId, day: dayText(before.day) }, place)
    await requireUnlocked(tx, touched)
    await takeSignaturesBack(ctx, touched)
    await tx.extra.update({ where: { id }, data: { removedAt: now } })
    change({
      ...{ subject: 'extra', subjectId: id, actorId: actor.id, placeId: employment.workplaceId },
      ...{ before: told(before, false), after: told(before, true), text: reason },
    })
  })
}

async function listed({ db }: ActorContext, place: PayPlace, { employmentId, day }: OfSheet, wages: boolean) {
  const { from, to } = await periodOn(db, place, day)
  const rows = await db.extra.findMany({
    where: {
      ...{ employmentId, removedAt: null, day: { gte: dayDate(from), lte: dayDate(to) } },
      employment: { workplaceId: place.id },
    },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
  })
  const people = await db.user.findMany({
    where: { id: { in: rows.map(({ createdById }) => createdById) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ id, day, name, minutes, amountMinor, reason, createdById, createdAt }) => ({
    ...{ id, day: dayText(day), name, minutes, reason, createdAt, by: nameOf.get(createdById) ?? null },
    amount: wages ? money(Number(amountMinor), place) : null,
  }))
}

/** The extras of somebody's pay period, for whoever decides about hours or sees wages there. */
export async function extras(ctx: ActorContext, input: OfSheet & { workplaceId: string }) {
  const { place, rights } = await seenWorkplace(ctx, input)
  return listed(ctx, place, input, rights.seeWages)
}

/** The same of one's own. */
export async function ownExtras(ctx: ActorContext, input: OfSheet) {
  const { employmentId } = input
  const place = await ownEmployment(ctx.db, { employmentId, userId: ctx.actor.id })
  return listed(ctx, place, input, true)
}
