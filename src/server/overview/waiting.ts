import 'server-only'
import { dayAfter, dayText } from '@/domain/weeks'
import { startOfDay } from '@/domain/zoned-time'
import type { Database } from '../db/prisma'
import { periodOn } from '../pay-periods/periods'
import { daysOf } from '../pay-periods/sheet'
import type { PayPlace } from '../pay-periods/workplace'

/** How many corrections are asked for and disputed at each of these workplaces. */
export async function openCorrections(db: Database, ids: string[]) {
  const rows = await db.$queryRaw<Array<{ id: string; asked: number; disputed: number }>>`
    SELECT e."workplaceId" AS id, count(*) FILTER (WHERE c.state = 'ASKED')::int AS asked,
      count(*) FILTER (WHERE c.state = 'DISPUTED')::int AS disputed
    FROM "Correction" c JOIN "Employment" e ON e.id = c."employmentId"
    WHERE c.state IN ('ASKED', 'DISPUTED') AND e."workplaceId" = ANY(${ids}::uuid[]) GROUP BY 1`
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** How many entries wait for a decision at each of these workplaces. */
export async function flaggedEntries(db: Database, ids: string[]) {
  const rows = await db.timeEntry.groupBy({
    by: 'workplaceId',
    where: { workplaceId: { in: ids }, removedAt: null, flag: 'FORGOTTEN_OUT' },
    _count: true,
  })
  return new Map(rows.map(({ workplaceId, _count }) => [workplaceId, _count]))
}

/** The period before the running one, and of how many people with hours in it nobody has approved them. */
export async function toReview(db: Database, place: PayPlace, today: string) {
  const { from } = await periodOn(db, place, today)
  const period = await periodOn(db, place, dayAfter(from, -1))
  const [row] = await db.$queryRaw<Array<{ people: number }>>`
    SELECT count(*)::int AS people FROM "Employment" e
    WHERE e."workplaceId" = ${place.id}::uuid
      AND EXISTS (
        SELECT 1 FROM "TimeEntry" t WHERE t."employmentId" = e.id AND t."removedAt" IS NULL
          AND t."startedAt" >= ${startOfDay(period.from, place.timeZone)}
          AND t."startedAt" < ${startOfDay(period.to, place.timeZone, 1)})
      AND NOT EXISTS (
        SELECT 1 FROM "Timesheet" s WHERE s."employmentId" = e.id AND s."approvedAt" IS NOT NULL
          AND s."periodId" = ${period.id}::uuid)`
  return { period: daysOf(period), people: row?.people ?? 0 }
}

/** The earliest period with approved hours that nobody has paid, and whose they are; null where there is none. */
export async function earliestUnpaid(db: Database, workplaceId: string) {
  const [row] = await db.$queryRaw<Array<{ id: string; from: Date; to: Date; employmentIds: string[] }>>`
    SELECT p.id, p."from", p."to", array_agg(t."employmentId") AS "employmentIds"
    FROM "PayPeriod" p JOIN "Timesheet" t ON t."periodId" = p.id AND t."approvedAt" IS NOT NULL
    WHERE p."workplaceId" = ${workplaceId}::uuid AND NOT EXISTS (
      SELECT 1 FROM "Payment" y WHERE y."periodId" = p.id AND y."employmentId" = t."employmentId")
    GROUP BY p.id ORDER BY p."from" LIMIT 1`
  return row ? { ...row, from: dayText(row.from), to: dayText(row.to) } : null
}
