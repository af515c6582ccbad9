import 'server-only'
import type { PayRules } from '@/domain/pay/schema'
import { dayOf } from '@/domain/time'
import type { Worked } from '@/domain/time-entries'
import { deductsBreaks, deductsFrom } from '@/domain/worked-through'
import type { Database } from '../db/prisma'
import { rulesUpTo } from '../pay-periods/input'
import type { Entry } from './entry'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The rules of a workplace that hold on some of these days, the earliest first. */
async function rulesOn(
  db: Database,
  workplaceId: string,
  { from, to }: { from: string; to: string },
): Promise<PayRules[]> {
  const rules = await rulesUpTo(db, workplaceId, to)
  return rules.slice(
    Math.max(
      0,
      rules.findLastIndex((each) => each.from <= from),
    ),
  )
}

/** Whether the rules of some of these days take off breaks that were not taken. */
export async function breaksDeducted(db: Database, workplaceId: string, days: { from: string; to: string }) {
  return (await rulesOn(db, workplaceId, days)).some(deductsBreaks)
}

interface Open {
  /** What stands last; null where nothing does. */
  entry: (Worked & Pick<Entry, 'id' | 'employmentId' | 'workplaceId'>) | null
  timeZone: string
  longestShiftMinutes: number
}

/** From when on somebody who is in has a break taken off if they leave; null where none will be. */
export async function workedThroughFrom(
  db: Database,
  { entry, timeZone, longestShiftMinutes }: Open,
  now: Date,
): Promise<Date | null> {
  if (!entry || entry.endedAt) return null
  const { id, employmentId, workplaceId, startedAt } = entry
  const earliest = new Date(startedAt.getTime() - DAY)
  const days = { from: dayOf(earliest, timeZone), to: dayOf(now, timeZone) }
  const rules = await rulesOn(db, workplaceId, days)
  if (!rules.some(deductsBreaks)) return null
  const before = await db.timeEntry.findMany({
    where: {
      ...{ employmentId, removedAt: null, id: { not: id } },
      ...{ startedAt: { gte: earliest, lt: startedAt }, endedAt: { not: null } },
    },
    orderBy: { startedAt: 'asc' },
    select: {
      ...{ startedAt: true, endedAt: true },
      breaks: { orderBy: { startedAt: 'asc' }, select: { startedAt: true, endedAt: true } },
    },
  })
  const until = new Date(startedAt.getTime() + longestShiftMinutes * MINUTE)
  return deductsFrom({ open: entry, before, rules, timeZone }, { now, until })
}
