import 'server-only'
import { dayOf } from '@/domain/time'
import { workedByDay } from '@/domain/worked-by-day'
import { startOfDay } from '@/domain/zoned-time'
import type { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { entryFields } from './entry'

interface Span {
  from: Date
  to: Date
}

/** What reaches into a span of time: an entry belongs to it however early it began; what is open, until now. */
export const reachingInto = ({ from, to }: Span, now: Date): Prisma.TimeEntryWhereInput => ({
  removedAt: null,
  startedAt: { lt: to },
  OR: [...(from <= now ? [{ endedAt: null }] : []), { endedAt: { gt: from } }],
})

interface Whose {
  workplaceId: string
  userId: string
  timeZone: string
}

/** Milliseconds that somebody has worked today, by the clock of the workplace. */
export async function workedToday(
  db: Database,
  { workplaceId, userId, timeZone }: Whose,
  now: Date,
): Promise<number> {
  const day = dayOf(now, timeZone)
  const span = { from: startOfDay(day, timeZone), to: startOfDay(day, timeZone, 1) }
  const entries = await db.timeEntry.findMany({
    where: { workplaceId, userId, ...reachingInto(span, now) },
    select: entryFields,
  })
  return workedByDay(entries, timeZone, now).get(day) ?? 0
}
