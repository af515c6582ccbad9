import { existsSync } from 'node:fs'
import pg from 'pg'
import type { Line } from './archive'
import { migrationsOf, quoted, sequencesOf, tablesOf, unvalidatedOf } from './catalogue'
import { fileLines } from './files'

const ROWS_AT_ONCE = 100

interface Source {
  databaseUrl: string
  dataDir: string
  faceKeyFingerprint: string
  version: string
}

/**
 * Everything that a backup holds, line by line: the files of the data folder, and the database as it was in one
 * moment. Nobody waits for it, and it waits for nobody.
 */
export async function* backupLines(source: Source): AsyncGenerator<Line> {
  // Read first: the block that is noted outside the database is then in it.
  const files = existsSync(source.dataDir) ? [...fileLines(source.dataDir)] : []
  const client = new pg.Client({ connectionString: source.databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(`SET LOCAL search_path = ''; SET LOCAL DateStyle = ISO; SET LOCAL IntervalStyle = postgres;
      SET LOCAL TimeZone = UTC; SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = hex`)
    yield await headerOf(client, source)
    yield* files
    for (const { table, columns } of await tablesOf(client)) {
      yield { table, columns }
      yield* rowsOf(client, quoted(table))
    }
    for (const line of await sequencesOf(client)) yield line
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

async function headerOf(client: pg.Client, { version, faceKeyFingerprint }: Source): Promise<Line> {
  return {
    ...{ clockface: 'backup', format: 1, version, faceKeyFingerprint },
    madeAt: new Date().toISOString(),
    migrations: await migrationsOf(client),
    unvalidated: await unvalidatedOf(client),
  }
}

/** The rows of a table as PostgreSQL writes them, from which it makes the very same again. */
async function* rowsOf(client: pg.Client, table: string): AsyncGenerator<string> {
  await client.query(`DECLARE saved NO SCROLL CURSOR FOR SELECT t::text AS row FROM ${table} t`)
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${ROWS_AT_ONCE} FROM saved`)
    if (rows.length === 0) break
    for (const { row } of rows) yield row
  }
  await client.query('CLOSE saved')
}
