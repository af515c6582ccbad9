import type { Client } from 'pg'
import { NOW, PERIODS, type SeededTeam } from './seed'

interface Days {
  from: string
  to: string
}

/**
 * Two shifts a day, eleven days of twelve, minutes apart from each other's. Days of a person are counted from their
 * number, so that no two have the same ones off.
 */
async function seedEntries(client: Client, { workplaceId }: SeededTeam, { from, to }: Days) {
  await client.query(
    `INSERT INTO "TimeEntry" (id, "employmentId", "userId", "workplaceId", "kindId", "startedAt", "endedAt", "inMethod",
       "outMethod", "createdAt")
     SELECT uuidv7(), e.id, e."userId", $1, CASE WHEN m.number % 5 = 0 AND shift.starts > 700 THEN k.id END, began,
       CASE WHEN ended <= $4 THEN ended END, 'FACE', CASE WHEN ended <= $4 THEN 'FACE'::"EntryMethod" END, began
     FROM generate_series($2::date, $3::date, '1 day') AS day
     CROSS JOIN LATERAL (SELECT day::date - date '2000-01-03' AS nth) AS count
     JOIN "Employment" e ON e."workplaceId" = $1
     JOIN "Member" m ON m.id = e."memberId" AND (nth + m.number) % 12 <> 0
     JOIN "WorkKind" k ON k."workplaceId" = $1
     CROSS JOIN (VALUES (480, 210), (750, 235)) AS shift (starts, lasts)
     CROSS JOIN LATERAL (SELECT (day::timestamp + make_interval(mins => shift.starts + (nth * 7 + m.number * 13) % 19))
       AT TIME ZONE 'America/Los_Angeles' AS began) AS b
     CROSS JOIN LATERAL (SELECT began + make_interval(mins => shift.lasts + (nth * 5 + m.number * 3) % 21) AS ended) AS o
     WHERE began < $4
     ORDER BY began`,
    [workplaceId, from, to, NOW],
  )
  const within = `"startedAt" >= $1::timestamp AT TIME ZONE 'America/Los_Angeles'
    AND "startedAt" < ($2::date + 1)::timestamp AT TIME ZONE 'America/Los_Angeles'`
  await client.query(
    `INSERT INTO "Break" (id, "timeEntryId", "startedAt", "endedAt", paid)
     SELECT uuidv7(), id, "startedAt" + interval '90 minutes', "startedAt" + interval '105 minutes', false
     FROM "TimeEntry" WHERE ${within} AND "endedAt" IS NOT NULL AND extract(hour FROM "startedAt") > 18`,
    [from, to],
  )
  await client.query(
    `INSERT INTO "Change" (at, "actorId", via, "placeId", subject, "subjectId", after)
     SELECT "startedAt", "userId", 'KIOSK', "workplaceId", 'time entry', id, jsonb_build_object(
       'startedAt', to_char("startedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'endedAt', NULL,
       'breaks', '[]'::jsonb, 'kindId', "kindId", 'inMethod', 'FACE', 'outMethod', NULL, 'flag', NULL,
       'undisputedUntil', NULL, 'workedThrough', false, 'removed', false)
     FROM "TimeEntry" WHERE ${within} ORDER BY "startedAt"`,
    [from, to],
  )
  await client.query(
    `INSERT INTO "Correction" (id, "employmentId", "timeEntryId", "askedById", state, wanted, before, reason,
       "decidedById", "decidedAt", "createdAt")
     SELECT uuidv7(), "employmentId", id, "userId", 'GRANTED', one, one, 'I forgot', "workplaceId", "endedAt", "endedAt"
     FROM "TimeEntry" CROSS JOIN LATERAL (SELECT jsonb_build_object(
       'startedAt', to_char("startedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       'endedAt', to_char("endedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
       'breaks', '[]'::jsonb, 'kindId', "kindId") AS one) AS wanted
     WHERE ${within} AND "endedAt" IS NOT NULL AND hashtext(id::text) % 100 = 0`,
    [from, to],
  )
}

/** Periods of two weeks, each signed by everybody; all but the last are approved and paid for. */
async function seedPeriods(client: Client, { workplaceId, employerId }: SeededTeam, { from, to }: Days) {
  await client.query(
    `INSERT INTO "PayPeriod" (id, "workplaceId", "from", "to", "createdAt")
     SELECT uuidv7(), $1, day, day::date + 13, day FROM generate_series($2::date, $3::date, '14 days') AS day`,
    [workplaceId, from, to],
  )
  await client.query(
    `INSERT INTO "Timesheet" ("periodId", "employmentId", "signedAt", "approvedAt", "approvedById")
     SELECT p.id, e.id, p."to" + 1, CASE WHEN p."from" < $4 THEN p."to" + 2 END,
       CASE WHEN p."from" < $4 THEN $2::uuid END
     FROM "PayPeriod" p JOIN "Employment" e USING ("workplaceId")
     WHERE p."workplaceId" = $1 AND p."from" BETWEEN $3 AND $5`,
    [workplaceId, employerId, from, PERIODS.last, to],
  )
  await client.query(
    `INSERT INTO "Payment" (id, "periodId", "employmentId", currency, "grossMinor", "paidOn", method, "madeById",
       "createdAt")
     SELECT uuidv7(), p.id, e.id, 'USD', 0, p."to" + 3, 'TRANSFER', $2, p."to" + 3
     FROM "PayPeriod" p JOIN "Employment" e USING ("workplaceId")
     WHERE p."workplaceId" = $1 AND p."from" BETWEEN $3 AND $5 AND p."from" < $4 ORDER BY p."from"`,
    [workplaceId, employerId, from, PERIODS.last, to],
  )
}

const paidEntries = `
  FROM "Payment" y
  JOIN "PayPeriod" p ON p.id = y."periodId"
  JOIN "TimeEntry" t ON t."employmentId" = y."employmentId"
    AND t."startedAt" >= p."from"::timestamp AT TIME ZONE 'America/Los_Angeles'
    AND t."startedAt" < (p."to" + 1)::timestamp AT TIME ZONE 'America/Los_Angeles'
  CROSS JOIN LATERAL (SELECT extract(epoch FROM t."endedAt" - t."startedAt")::int / 60 AS minutes) AS m
  WHERE p."workplaceId" = $1 AND p."from" BETWEEN $2 AND $3`

/** What the payments consist of: a line and a stretch for each entry. */
async function seedPaid(client: Client, { workplaceId }: SeededTeam, { from, to }: Days) {
  const values = [workplaceId, from, to]
  await client.query(
    `INSERT INTO "PaymentLine" ("paymentId", position, "timeEntryId", day, kind, minutes, "rateMinor", factor,
       "amountMinor")
     SELECT y.id, row_number() OVER (PARTITION BY y.id ORDER BY t."startedAt") - 1, t.id,
       (t."startedAt" AT TIME ZONE 'America/Los_Angeles')::date, 'regular', minutes, 2000, '1', minutes * 2000 / 60
     ${paidEntries}`,
    values,
  )
  await client.query(
    `INSERT INTO "PaidStretch" (id, "paymentId", "employmentId", "timeEntryId", "startedAt", "endedAt")
     SELECT uuidv7(), y.id, y."employmentId", t.id, t."startedAt", t."endedAt" ${paidEntries} ORDER BY t."startedAt"`,
    values,
  )
  await client.query(
    `UPDATE "Payment" y SET "grossMinor" = sum FROM (
       SELECT "paymentId" AS id, sum("amountMinor") FROM "PaymentLine" GROUP BY "paymentId") AS lines
     WHERE lines.id = y.id AND y."grossMinor" = 0`,
  )
}

/** Everything that happened at a workplace from one first day of a period to the last day of another. */
export async function seedHistory(
  client: Client,
  team: SeededTeam,
  { from, to, lastPeriod }: Days & { lastPeriod: string },
): Promise<void> {
  await seedEntries(client, team, { from, to })
  await seedPeriods(client, team, { from, to: lastPeriod })
  await client.query('ANALYZE')
  await seedPaid(client, team, { from, to: lastPeriod })
}

/** What waits today: some forget to clock out, some ask, and some hours that were paid were corrected since. */
export async function seedWaiting(client: Client, { workplaceId }: SeededTeam): Promise<void> {
  await client.query(
    `UPDATE "TimeEntry" SET flag = 'FORGOTTEN_OUT', "undisputedUntil" = "startedAt" + interval '1 hour'
     WHERE id IN (SELECT id FROM "TimeEntry" WHERE "workplaceId" = $1 AND "startedAt" >= $2 AND "endedAt" IS NOT NULL
       ORDER BY id LIMIT 20)`,
    [workplaceId, '2026-11-24'],
  )
  await client.query(
    `UPDATE "Correction" SET state = 'ASKED', "decidedAt" = NULL
     WHERE id IN (SELECT id FROM "Correction" WHERE "createdAt" >= $1 ORDER BY id LIMIT 20)`,
    [PERIODS.today],
  )
  await client.query(
    `UPDATE "Timesheet" SET "approvedAt" = $2
     WHERE "periodId" = (SELECT id FROM "PayPeriod" WHERE "workplaceId" = $1 AND "from" < $3
       ORDER BY "from" DESC LIMIT 1)
     AND "employmentId" IN (SELECT id FROM "Employment" WHERE "workplaceId" = $1 ORDER BY id LIMIT 5)`,
    [workplaceId, PERIODS.today, PERIODS.last],
  )
}
