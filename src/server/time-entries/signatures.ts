import 'server-only'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time'
import type { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'
import type { Entry } from './entry'

const midnight = (day: string) => new Date(`${day}T00:00:00Z`)

/** The signatures of whatever periods an entry reaches into; one that is open, to the end of time. */
async function timesheetsOf(db: Database, entries: readonly Entry[]): Promise<Prisma.TimesheetWhereInput> {
  const [{ workplaceId } = { workplaceId: '' }] = entries
  const { timeZone } = await db.place.findUniqueOrThrow({
    where: { id: workplaceId },
    select: { timeZone: true },
  })
  return {
    OR: entries.map(({ employmentId, startedAt, endedAt }) => ({
      employmentId,
      period: {
        to: { gte: midnight(dayOf(startedAt, timeZone)) },
        ...(endedAt && { from: { lte: midnight(dayOf(endedAt, timeZone)) } }),
      },
    })),
  }
}

/** Hours are not those any more that were signed off or approved. */
export async function takeSignaturesBack(tx: Database, entries: readonly Entry[]): Promise<void> {
  await tx.timesheet.updateMany({
    where: await timesheetsOf(tx, entries),
    data: { signedAt: null, approvedAt: null, approvedById: null },
  })
}

/** Refuses to change hours by hand that were approved: they are unlocked first. */
export async function requireNotApproved(tx: Database, entries: readonly Entry[]): Promise<void> {
  const where = { ...(await timesheetsOf(tx, entries)), approvedAt: { not: null } }
  if ((await tx.timesheet.count({ where })) > 0) throw new AppError('timeEntries.approved')
}
