import 'server-only'
import type { RateInput } from '@/domain/employments-schema'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time'
import { dayDate, dayText } from '@/domain/weeks'
import { startOfDay } from '@/domain/zoned-time'
import type { ActorContext } from '../context/context'
import type { Rate } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { transact } from '../live/publish'
import { requireOthers, takeSignaturesBack } from '../pay-periods/signatures'
import { lockWorkplace } from '../workplaces/access'
import { requireWages } from './access'

const told = ({ employmentId, kindId, from, minorPerHour }: Rate) => ({
  ...{ employmentId, kindId, minorPerHour, from: dayText(from) },
})

/** Every rate that ever was, the latest day first, each with the kind of work that it is for. */
export async function ratesOf(db: Database, employmentIds: string[]) {
  const rows = await db.rate.findMany({
    where: { employmentId: { in: employmentIds } },
    orderBy: [{ from: 'desc' }, { id: 'desc' }],
    include: { kind: { select: { name: true } } },
  })
  return rows.map(({ kind, from, ...rate }) => ({ ...rate, from: dayText(from), kind: kind?.name ?? null }))
}

/** What somebody's hours are worth, for whoever sees wages; what was corrected is there with its time. */
export async function rates(ctx: ActorContext, input: { employmentId: string }) {
  const { currency } = await requireWages(ctx, input)
  return { currency, rates: await ratesOf(ctx.db, [input.employmentId]) }
}

async function requireKind(db: Database, workplaceId: string, kindId: string | null): Promise<void> {
  if (kindId === null) return
  const known = await db.workKind.count({ where: { id: kindId, workplaceId, archivedAt: null } })
  if (known === 0) throw new AppError('request.not_found')
}

/**
 * A rate from a day on. Nothing is overwritten: one of the same day is superseded. Where it changes what was before
 * today, that is a correction, and says why.
 */
export async function addRate(
  ctx: ActorContext,
  { employmentId, ...input }: RateInput & { employmentId: string },
): Promise<{ id: string }> {
  const { employment, place } = await requireWages(ctx, { employmentId })
  const { workplaceId } = employment
  requireOthers(ctx, [employment])
  const { kindId, minorPerHour, reason } = input
  return transact(ctx, async (ctx) => {
    const { tx, now, actor, change } = ctx
    await lockWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'MANAGER' })
    await requireKind(tx, workplaceId, kindId)
    if (input.from < dayText(employment.startedOn)) throw new AppError('employments.before_start')
    const any = await tx.rate.count({ where: { employmentId, supersededAt: null } })
    if (input.from < dayOf(now, place.timeZone) && any > 0 && !reason)
      throw new AppError('employments.reason_needed')
    await takeSignaturesBack(ctx, { employmentId, from: startOfDay(input.from, place.timeZone), to: null })
    const from = dayDate(input.from)
    const same = { employmentId, kindId, from, supersededAt: null }
    const before = await tx.rate.findFirst({ where: same })
    await tx.rate.updateMany({ where: same, data: { supersededAt: now } })
    const made = await tx.rate.create({
      data: { employmentId, kindId, from, minorPerHour, createdById: actor.id, createdAt: now },
    })
    change({
      ...{ subject: 'rate', subjectId: made.id, actorId: actor.id, placeId: workplaceId },
      ...{ before: before && told(before), after: told(made), text: reason ?? null },
    })
    return { id: made.id }
  })
}
