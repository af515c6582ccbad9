import 'server-only'
import { AppError } from '@/domain/errors'
import { MOST_INSPECTIONS } from '@/domain/inspections'
import type { NewInspection } from '@/domain/inspections-schema'
import { daysOfMonth } from '@/domain/months'
import { dayDate, dayText } from '@/domain/weeks'
import { hashOf, newToken } from '../auth/tokens'
import type { ActorContext } from '../context/context'
import { ownedBy } from '../context/led-by'
import type { Inspection } from '../db/generated/client'
import { transact } from '../live/publish'
import { lockWorkplace, requireWorkplace } from '../workplaces/access'
import { givenByOwners } from './look'

const DAY_MS = 86_400_000

interface OfWorkplace {
  workplaceId: string
}

const told = ({ from, to, wages, expiresAt, revokedAt }: Inspection) => ({
  ...{ from: dayText(from), to: dayText(to), wages, expiresAt: expiresAt.toISOString() },
  revokedAt: revokedAt?.toISOString() ?? null,
})

/** An access for an inspector, made by the owner: its link is told once. */
export async function makeInspection(ctx: ActorContext, input: OfWorkplace & NewInspection) {
  const { workplaceId, name, from, to, days, wages } = input
  const link = newToken()
  const made = await transact(ctx, async (ctx) => {
    const { tx, now, actor, change } = ctx
    await lockWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'OWNER' })
    const good = await tx.inspection.count({
      where: { ...(await givenByOwners(tx, workplaceId)), revokedAt: null, expiresAt: { gt: now } },
    })
    if (good >= MOST_INSPECTIONS) throw new AppError('inspections.too_many', { most: MOST_INSPECTIONS })
    const inspection = await tx.inspection.create({
      data: {
        ...{ workplaceId, name, wages, createdAt: now, createdById: actor.id, linkHash: hashOf(link) },
        ...{ from: dayDate(daysOfMonth(from).from), to: dayDate(daysOfMonth(to).to) },
        expiresAt: new Date(now.getTime() + days * DAY_MS),
      },
    })
    change({
      ...{ subject: 'inspection', subjectId: inspection.id, actorId: actor.id, placeId: workplaceId },
      ...{ before: null, after: told(inspection) },
    })
    return inspection
  })
  return { id: made.id, link, expiresAt: made.expiresAt }
}

/** The accesses of a workplace that are good, for its owner; the latest first. */
export async function inspections(ctx: ActorContext, { workplaceId }: OfWorkplace) {
  const { owns } = await requireWorkplace(ctx, { workplaceId })
  if (!owns) throw new AppError('places.owner_only')
  const rows = await ctx.db.inspection.findMany({
    where: {
      ...(await givenByOwners(ctx.db, workplaceId)),
      ...{ revokedAt: null, expiresAt: { gt: ctx.clock() } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ id, name, from, to, wages, expiresAt, lastUsedAt }) => ({
    ...{ id, name, wages, expiresAt, lastUsedAt },
    ...{ from: dayText(from).slice(0, 7), to: dayText(to).slice(0, 7) },
  }))
}

/** An access is good no longer, from its next look on. */
export async function revokeInspection(
  ctx: ActorContext,
  { inspectionId: id }: { inspectionId: string },
): Promise<void> {
  await transact(ctx, async ({ tx, now, actor, change }) => {
    const own = { id, revokedAt: null, workplace: { place: ownedBy(actor) } }
    const before = await tx.inspection.findFirst({ where: own })
    if (!before) throw new AppError('request.not_found')
    const { count } = await tx.inspection.updateMany({ where: own, data: { revokedAt: now } })
    if (count === 0) return
    change({
      ...{ subject: 'inspection', subjectId: id, actorId: actor.id, placeId: before.workplaceId },
      ...{ before: told(before), after: told({ ...before, revokedAt: now }) },
    })
  })
}
