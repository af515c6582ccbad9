import pg from 'pg'

/** Rows that were there before a rule, and break it. */
export interface OlderRows {
  table: string
  rule: string
  rows: number
}

/**
 * Makes rules that hold for new rows hold for all, where all keep to them by now, and names the rows that do not: they
 * stay as they are, for nobody but people can say what they should be. For the owner of the tables alone.
 */
export async function settleOlderRows(databaseUrl: string): Promise<OlderRows[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ table: string; rule: string; holds: string }>(
      `SELECT conrelid::regclass::text AS table, conname AS rule, pg_get_expr(conbin, conrelid) AS holds
       FROM pg_constraint WHERE contype = 'c' AND NOT convalidated AND connamespace = 'public'::regnamespace
       ORDER BY 1, 2`,
    )
    const older: OlderRows[] = []
    for (const { table, rule, holds } of rows) {
      const count = await client.query<{ rows: number }>(
        `SELECT count(*)::int AS rows FROM ${table} WHERE (${holds}) IS FALSE`,
      )
      const left = count.rows[0]?.rows ?? 0
      if (left > 0) older.push({ table: table.replaceAll('"', ''), rule, rows: left })
      else await client.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${client.escapeIdentifier(rule)}`)
    }
    return older
  } finally {
    await client.end()
  }
}
