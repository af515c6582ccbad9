import 'server-only'
import type { Worked } from '@/domain/time-entries'
import type { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'

export const entryFields = {
  id: true,
  employmentId: true,
  userId: true,
  workplaceId: true,
  kindId: true,
  startedAt: true,
  endedAt: true,
  inMethod: true,
  outMethod: true,
  inSite: true,
  inDistance: true,
  outSite: true,
  outDistance: true,
  flag: true,
  undisputedUntil: true,
  workedThrough: true,
  removedAt: true,
  breaks: { orderBy: [{ startedAt: 'asc' }, { id: 'asc' }], select: { startedAt: true, endedAt: true } },
} satisfies Prisma.TimeEntrySelect

/** Time that somebody worked, as it is kept. */
export type Entry = Prisma.TimeEntryGetPayload<{ select: typeof entryFields }>

/** The entry with other times. */
export const withTimes = (entry: Entry, { startedAt, endedAt, breaks }: Worked): Entry => ({
  ...entry,
  ...{ startedAt, endedAt, breaks },
})

/** What somebody worked last at a workplace; null where nothing stands. */
export function lastEntry(
  db: Database,
  { workplaceId, userId }: { workplaceId: string; userId: string },
): Promise<Entry | null> {
  return db.timeEntry.findFirst({
    where: { workplaceId, userId, removedAt: null },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    select: entryFields,
  })
}

/**
 * Holds everything that somebody worked, wherever it was, until the transaction ends: the same lock as the database's
 * own rule takes, that nobody works in two places at once.
 */
export async function lockHours(tx: Database, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('time entries:' || ${userId}, 0))::text`
}
