import 'server-only'
import { AppError } from '@/domain/errors'
import { erasableOn } from '@/domain/records'
import { dayOf } from '@/domain/time'
import { dayAfter, dayDate } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import type { Database } from '../db/prisma'
import { liftRetention } from '../db/retention'
import { transact } from '../live/publish'
import { lockWorkplace, requireWorkplace } from '../workplaces/access'
import { type Past, pastOf, wherePast } from './past'

interface OfWorkplace {
  workplaceId: string
}

/** How long the records of a workplace are kept, and what of them is past that; for its owner. */
export async function keptRecords(ctx: ActorContext, { workplaceId }: OfWorkplace) {
  const { owns } = await requireWorkplace(ctx, { workplaceId })
  if (!owns) throw new AppError('places.owner_only')
  const past = await pastOf(ctx.db, workplaceId, ctx.clock())
  const where = wherePast(workplaceId, past)
  const [entries, payments, people, first] = await Promise.all([
    ctx.db.timeEntry.count({ where: where.entries }),
    ctx.db.payment.count({ where: where.payments }),
    ctx.db.timeEntry.groupBy({ by: ['userId'], where: where.entries }),
    ctx.db.timeEntry.findFirst({ where: { workplaceId }, orderBy: { startedAt: 'asc' } }),
  ])
  const earliest = first && dayOf(first.startedAt, past.timeZone)
  return {
    ...past.keeping,
    ...{ before: past.before, past: { entries, payments, people: people.length } },
    earliest: earliest === null ? null : { day: earliest, erasableOn: erasableOn(earliest, past.kept) },
  }
}

/** Refuses to erase what was worked before a day, with the day on which that may be done. */
function refuseKept({ before, keeping, kept }: Past, wanted: string): void {
  if (wanted <= before) return
  const until = erasableOn(dayAfter(wanted, -1), kept)
  throw new AppError('records.kept', { until, years: keeping.years })
}

/** Erases the records of what was worked before a day, on the owner's word; faces are erased apart from them. */
export async function eraseRecords(ctx: ActorContext, input: OfWorkplace & { before: string }) {
  const { workplaceId, before } = input
  return transact(ctx, async (ctx) => {
    const { tx, now, actor, change } = ctx
    const { timeZone } = await lockWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'OWNER' })
    const past = await pastOf(tx, workplaceId, now)
    refuseKept(past, before)
    await liftRetention(tx, past.over)
    const erased = await eraseBefore(tx, workplaceId, { before, timeZone })
    change({
      ...{ subject: 'records', subjectId: workplaceId, actorId: actor.id, placeId: workplaceId },
      ...{ before: null, after: { workedBefore: before, ...erased } },
    })
    return erased
  })
}

async function eraseBefore(tx: Database, workplaceId: string, past: Pick<Past, 'before' | 'timeZone'>) {
  const where = wherePast(workplaceId, past)
  const { count: exports } = await tx.payrollExport.deleteMany({ where: where.exports })
  const { count: payments } = await tx.payment.deleteMany({ where: where.payments })
  await tx.timesheet.deleteMany({ where: where.timesheets })
  await tx.extra.deleteMany({ where: where.extras })
  await tx.correction.deleteMany({ where: where.corrections })
  const { count: entries } = await tx.timeEntry.deleteMany({ where: where.entries })
  const { count: employments } = await tx.employment.deleteMany({ where: where.employments })
  await tx.member.deleteMany({
    where: { placeId: workplaceId, leftAt: { not: null }, employments: { none: {} } },
  })
  await tx.payPeriod.deleteMany({
    where: {
      ...{ workplaceId, to: { lt: dayDate(past.before) } },
      ...{ timesheets: { none: {} }, payments: { none: {} }, adjusted: { none: {} }, exports: { none: {} } },
    },
  })
  return { entries, payments, exports, employments }
}
