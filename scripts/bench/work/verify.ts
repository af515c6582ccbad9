import type { Client } from 'pg'

const overlapping = (table: string, of: string, where = 'true') => `
  SELECT count(*) FROM (
    SELECT "startedAt", max("endedAt") OVER (PARTITION BY "${of}" ORDER BY "startedAt"
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
    FROM "${table}" WHERE ${where}) AS ordered
  WHERE "startedAt" < before`

const broken = {
  'entries that overlap': overlapping('TimeEntry', 'userId', '"removedAt" IS NULL'),
  'breaks that overlap': overlapping('Break', 'timeEntryId'),
  'minutes that are paid twice': overlapping('PaidStretch', 'employmentId'),
  'people with two open entries': `
    SELECT count(*) FROM (SELECT FROM "TimeEntry" WHERE "endedAt" IS NULL AND "removedAt" IS NULL
      GROUP BY "userId" HAVING count(*) > 1) AS twice`,
  'breaks outside their entry': `
    SELECT count(*) FROM "Break" b JOIN "TimeEntry" e ON e.id = b."timeEntryId"
    WHERE b."startedAt" < e."startedAt" OR b."endedAt" > e."endedAt"`,
  'payments that are not the sum of their lines': `
    SELECT count(*) FROM "Payment" y WHERE "grossMinor" IS DISTINCT FROM
      (SELECT sum("amountMinor") FROM "PaymentLine" l WHERE l."paymentId" = y.id)`,
  'paid stretches outside their entry': `
    SELECT count(*) FROM "PaidStretch" s JOIN "TimeEntry" e ON e.id = s."timeEntryId"
    WHERE s."employmentId" <> e."employmentId" OR s."startedAt" < e."startedAt" OR s."endedAt" > e."endedAt"`,
}

/** A query for each foreign key, for rows that point to nothing. */
const orphans = `
  SELECT conname AS name, format(
    'SELECT count(*) FROM %s child WHERE num_nulls(%s) = 0 AND NOT EXISTS (SELECT FROM %s parent WHERE %s)',
    conrelid::regclass, string_agg(format('child.%I', own.attname), ', '), confrelid::regclass,
    string_agg(format('parent.%I = child.%I', other.attname, own.attname), ' AND ')) AS query
  FROM pg_constraint
  CROSS JOIN LATERAL unnest(conkey, confkey) AS pair (mine, theirs)
  JOIN pg_attribute own ON own.attrelid = conrelid AND own.attnum = mine
  JOIN pg_attribute other ON other.attrelid = confrelid AND other.attnum = theirs
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace
  GROUP BY pg_constraint.oid, conname, conrelid, confrelid`

/** Throws where rows that came in bulk are what the database would have refused. */
export async function verifySeeded(client: Client): Promise<void> {
  const { rows: keys } = await client.query<{ name: string; query: string }>(orphans)
  const checks = [...Object.entries(broken), ...keys.map(({ name, query }) => [name, query] as const)]
  for (const [name, query] of checks) {
    const { rows } = await client.query<{ count: string }>(query)
    if (rows[0]?.count !== '0') throw new Error(`The seeded rows are wrong, ${name}: ${rows[0]?.count}`)
  }
}
