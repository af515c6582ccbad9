import 'server-only'
import { type TrendRow, type TrendSplit, WITHOUT_WORK } from '@/domain/trends'
import { type Days, dayDate } from '@/domain/weeks'
import { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'
import type { PayPlace } from '../pay-periods/workplace'

/** What tells the lines of payments apart, by the entry that they come from. */
const groups = {
  all: Prisma.sql`'all'`,
  kind: Prisma.sql`CASE WHEN t.id IS NULL THEN ${WITHOUT_WORK}::text ELSE COALESCE(t."kindId"::text, 'none') END`,
  site: Prisma.sql`CASE WHEN t.id IS NULL THEN ${WITHOUT_WORK}::text
    WHEN 'OUTSIDE' IN (t."inSite"::text, t."outSite"::text) THEN 'OUTSIDE'
    WHEN 'INSIDE' IN (t."inSite"::text, t."outSite"::text) THEN 'INSIDE' ELSE 'UNKNOWN' END`,
} as const satisfies Record<TrendSplit, Prisma.Sql>

const entry = Prisma.sql`LEFT JOIN "TimeEntry" t ON t.id = l."timeEntryId"`

interface Wanted {
  days: Days
  split: TrendSplit
}

/**
 * What was paid for these days, day by day: the lines of payments as they stand, with what was made up for later. Payment
 * by payment, so that the index of its lines answers.
 */
export async function paidSums(db: Database, { id }: PayPlace, { days, split }: Wanted): Promise<TrendRow[]> {
  const [from, to] = [dayDate(days.from), dayDate(days.to)]
  const periods = Prisma.sql`p."workplaceId" = ${id}::uuid AND p."from" <= ${to} AND p."to" >= ${from}`
  const alone = split === 'all' ? Prisma.sql`'all'` : Prisma.sql`${WITHOUT_WORK}::text`
  const rows = await db.$queryRaw<Array<Omit<TrendRow, 'amount'> & { amount: bigint }>>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, "group", sum(minutes)::int AS minutes, sum(overtime)::int AS overtime,
      sum(amount)::bigint AS amount
    FROM (
      SELECT of.*
      FROM "PayPeriod" p JOIN "Payment" y ON y."periodId" = p.id
      CROSS JOIN LATERAL (
        SELECT l.day, ${groups[split]} AS "group",
          sum(l.minutes) FILTER (WHERE l.kind IN ('regular', 'overtime')) AS minutes,
          sum(l.minutes) FILTER (WHERE l.kind = 'overtime') AS overtime, sum(l."amountMinor") AS amount
        FROM "PaymentLine" l ${split === 'all' ? Prisma.empty : entry}
        WHERE l."paymentId" = y.id AND l."ofPeriodId" IS NULL GROUP BY 1, 2
      ) of
      WHERE ${periods}
      UNION ALL
      SELECT l.day, ${alone}, l.minutes, 0, l."amountMinor"
      FROM "PayPeriod" p JOIN "PaymentLine" l ON l."ofPeriodId" = p.id
      WHERE ${periods}
    ) paid
    WHERE day BETWEEN ${from} AND ${to} GROUP BY 1, 2`
  return rows.map((row) => ({
    ...row,
    ...{ minutes: row.minutes ?? 0, overtime: row.overtime ?? 0, amount: Number(row.amount) },
  }))
}
