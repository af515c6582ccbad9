import pg from 'pg'
import { SetupError } from '../setup/setup-error.mjs'
import { type Header, readArchive } from './archive'
import { lateConstraints, list, type Name, quoted, schemas, type Table, tablesOf } from './catalogue'

const ROWS_AT_ONCE = 200
const BYTES_AT_ONCE = 4 * 1024 * 1024

export interface Loaded {
  rows: number
  files: Map<string, string>
}

/**
 * Fills a database that has the schema of a backup with its rows, in one transaction. Triggers and foreign keys are
 * away meanwhile: the rows were held against them when they came to be, and keys are held against all of them at the end.
 */
export async function loadArchive(file: string, header: Header, databaseUrl: string): Promise<Loaded> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SET LOCAL search_path = ''; SET LOCAL DateStyle = ISO; SET LOCAL TimeZone = UTC`)
    const constraints = await lateConstraints(client, header.unvalidated)
    const triggers = await triggersOf(client)
    const tables = await tablesOf(client)
    for (const { table, name } of constraints)
      await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${list([name])}`)
    for (const [table, name] of triggers)
      await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${list([name])}`)
    for (const { table } of tables) await client.query(`DELETE FROM ${quoted(table)}`)
    const loaded = await fill(client, file, tables)
    await freeJobs(client)
    for (const [table, name] of triggers)
      await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${list([name])}`)
    for (const { table, name, definition } of constraints)
      await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${list([name])} ${definition}`)
    await client.query('COMMIT')
    return loaded
  } finally {
    await client.end()
  }
}

/** Whoever worked on a job when the backup was made does so no more. */
async function freeJobs(client: pg.Client) {
  for (const table of ['_private_jobs', '_private_job_queues'])
    await client.query(
      `UPDATE graphile_worker.${table} SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL`,
    )
}

/** The triggers that hold in ordinary sessions, which is how they are put back. */
async function triggersOf(client: pg.Client): Promise<[table: string, name: string][]> {
  const { rows } = await client.query<{ table: Name; name: string }>(
    `SELECT json_build_array(n.nspname, c.relname) AS table, t.tgname AS name
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND n.nspname = ANY($1)`,
    [schemas],
  )
  return rows.map(({ table, name }) => [quoted(table), name])
}

async function fill(client: pg.Client, file: string, tables: readonly Table[]): Promise<Loaded> {
  const files = new Map<string, string>()
  let into: Table | undefined
  let waiting: string[] = []
  let bytes = 0
  let rows = 0
  const flush = async () => {
    if (into && waiting.length > 0) await insert(client, into, waiting)
    rows += into ? waiting.length : 0
    waiting = []
    bytes = 0
  }
  for await (const line of readArchive(file)) {
    if (typeof line === 'string') {
      waiting.push(line)
      bytes += line.length
      if (waiting.length >= ROWS_AT_ONCE || bytes >= BYTES_AT_ONCE) await flush()
      continue
    }
    await flush()
    if ('file' in line) files.set(line.file, line.base64)
    else if ('table' in line) into = targetOf(line, tables)
    else await setSequence(client, line)
  }
  await flush()
  return { rows, files }
}

/** Nothing where the job queue of this version keeps its jobs otherwise: they come again by themselves. */
function targetOf(
  { table, columns }: Pick<Table, 'table' | 'columns'>,
  tables: readonly Table[],
): Table | undefined {
  const found = tables.find((one) => quoted(one.table) === quoted(table))
  if (found && found.columns.join() === columns.join()) return found
  if (table[0] !== 'public') return undefined
  throw new SetupError(`The backup has a table ${table[1]} that this version of Clockface does not know so.`)
}

function insert(client: pg.Client, { table, written }: Table, rows: string[]) {
  const name = quoted(table)
  return client.query(
    `INSERT INTO ${name} (${list(written)}) OVERRIDING SYSTEM VALUE SELECT ${list(written, 'r.')} FROM unnest($1::${name}[]) AS r`,
    [rows],
  )
}

async function setSequence(
  client: pg.Client,
  { sequence, value, called }: { sequence: Name; value: string; called: boolean },
) {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    quoted(sequence),
  ])
  if (rows[0]?.there) await client.query('SELECT setval($1, $2, $3)', [quoted(sequence), value, called])
}
