import 'server-only'
import type { z } from 'zod'
import { AppError } from '@/domain/errors'
import { dayDate } from '@/domain/weeks'
import { MOST_HOLIDAYS, MOST_KINDS, MOST_SITES } from '@/domain/workplaces'
import type { holidaySchema, siteSchema } from '@/domain/workplaces-schema'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import { isUniqueViolation } from '../db/errors'
import { transact } from '../live/publish'
import { takeAllSignaturesBack } from '../pay-periods/signatures'
import { lockActiveWorkplace } from './access'

type Changing = TxContext<ActorContext>

/** Changes one of a workplace's lists, under its lock: its owner's to do. */
function change<Result>(
  ctx: ActorContext,
  workplaceId: string,
  work: (ctx: Changing) => Promise<Result>,
): Promise<Result> {
  return transact(ctx, async (ctx) => {
    await lockActiveWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'OWNER' })
    return work(ctx)
  })
}

async function requireRoom(have: Promise<number>, most: number): Promise<void> {
  if ((await have) >= most) throw new AppError('workplaces.too_many', { most })
}

/** What becomes of a kind of work; null where there was none. */
function tellKind(
  { change, actor }: Changing,
  { id, workplaceId }: { id: string; workplaceId: string },
  before: { archived: boolean } | null,
): void {
  change({
    ...{ subject: 'work kind', subjectId: id, actorId: actor.id, placeId: workplaceId, before },
    after: { archived: before?.archived === false },
  })
}

/** A kind of work that is paid or counted apart. One that was archived under this name is back. */
export function addKind(
  ctx: ActorContext,
  { workplaceId, name }: { workplaceId: string; name: string },
): Promise<{ id: string }> {
  return change(ctx, workplaceId, async (ctx) => {
    const { tx, now } = ctx
    await requireRoom(tx.workKind.count({ where: { workplaceId, archivedAt: null } }), MOST_KINDS)
    const where = { workplaceId_name: { workplaceId, name } }
    const known = await tx.workKind.findUnique({ where })
    const { id } = await tx.workKind.upsert({
      where,
      create: { workplaceId, name, createdAt: now },
      update: { archivedAt: null },
    })
    if (!known || known.archivedAt) tellKind(ctx, { id, workplaceId }, known && { archived: true })
    return { id }
  })
}

/** Nobody clocks in for it any more; what was worked and its rates stay. */
export function archiveKind(
  ctx: ActorContext,
  { workplaceId, kindId: id }: { workplaceId: string; kindId: string },
): Promise<void> {
  return change(ctx, workplaceId, async (ctx) => {
    const { tx, now } = ctx
    const where = { id, workplaceId, archivedAt: null }
    const { count } = await tx.workKind.updateMany({ where, data: { archivedAt: now } })
    if (count === 0) throw new AppError('request.not_found')
    tellKind(ctx, { id, workplaceId }, { archived: false })
  })
}

type NewSite = z.infer<typeof siteSchema> & { workplaceId: string }

/** Where people may clock by their own device, when it tells where it is. */
export async function addSite(ctx: ActorContext, { workplaceId, ...site }: NewSite): Promise<{ id: string }> {
  try {
    return await change(ctx, workplaceId, async ({ tx, now, change, actor }) => {
      await requireRoom(tx.site.count({ where: { workplaceId } }), MOST_SITES)
      const made = await tx.site.create({ data: { workplaceId, ...site, createdAt: now } })
      change({
        ...{ subject: 'site', subjectId: made.id, actorId: actor.id, placeId: workplaceId },
        ...{ before: { radius: null }, after: { radius: made.radius } },
      })
      return { id: made.id }
    })
  } catch (error) {
    throw isUniqueViolation(error) ? new AppError('workplaces.name_taken') : error
  }
}

export function removeSite(
  ctx: ActorContext,
  { workplaceId, siteId: id }: { workplaceId: string; siteId: string },
): Promise<void> {
  return change(ctx, workplaceId, async ({ tx, change, actor }) => {
    const site = await tx.site.findFirst({ where: { id, workplaceId } })
    if (!site) throw new AppError('request.not_found')
    await tx.site.delete({ where: { id } })
    change({
      ...{ subject: 'site', subjectId: id, actorId: actor.id, placeId: workplaceId },
      ...{ before: { radius: site.radius }, after: { radius: null } },
    })
  })
}

type NewHoliday = z.infer<typeof holidaySchema> & { workplaceId: string }

/** A day that counts as a holiday; the same day again gets the new name. What was signed of it is to be signed again. */
export function addHoliday(ctx: ActorContext, { workplaceId, day, name }: NewHoliday): Promise<void> {
  return change(ctx, workplaceId, async (ctx) => {
    const { tx, change, actor } = ctx
    await requireRoom(tx.holiday.count({ where: { workplaceId } }), MOST_HOLIDAYS)
    const key = { workplaceId, day: dayDate(day) }
    const known = await tx.holiday.count({ where: key })
    await tx.holiday.upsert({
      where: { workplaceId_day: key },
      create: { ...key, name },
      update: { name },
    })
    if (known > 0) return
    await takeAllSignaturesBack(ctx, { workplaceId, days: { from: day, to: day } })
    change({
      ...{ subject: 'holiday', subjectId: workplaceId, actorId: actor.id, placeId: workplaceId },
      ...{ before: { day: null }, after: { day } },
    })
  })
}

export function removeHoliday(
  ctx: ActorContext,
  { workplaceId, day }: { workplaceId: string; day: string },
): Promise<void> {
  return change(ctx, workplaceId, async (ctx) => {
    const { tx, change, actor } = ctx
    const { count } = await tx.holiday.deleteMany({ where: { workplaceId, day: dayDate(day) } })
    if (count === 0) throw new AppError('request.not_found')
    await takeAllSignaturesBack(ctx, { workplaceId, days: { from: day, to: day } })
    change({
      ...{ subject: 'holiday', subjectId: workplaceId, actorId: actor.id, placeId: workplaceId },
      ...{ before: { day }, after: { day: null } },
    })
  })
}
