import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'
import { startPostgres } from '../../scripts/setup/postgres'

const FACE_KEY = Buffer.alloc(32, 7).toString('base64')
const password = 'throwaway'

/** Folders of installations, and the commands that save and put back, as somebody with a terminal types them. */
export function backups() {
  const root = mkdtempSync(join(tmpdir(), 'clockface-backup-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  async function command(script: string, args: string[], env: Record<string, string>) {
    const child = spawn(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', `scripts/${script}.ts`, ...args],
      { env: { ...process.env, FACE_KEY: '', DATABASE_URL: '', ...env } },
    )
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    const [code] = await once(child, 'close')
    return { code: code as number | null, said: said.trim() }
  }

  /** A data folder of its own with the secrets of the installation. */
  function folder({ faceKey = FACE_KEY } = {}): string {
    const dir = mkdtempSync(join(root, 'data-'))
    const secrets = { NEXTAUTH_SECRET: 'n'.repeat(44), FACE_KEY: faceKey, databasePassword: password }
    writeFileSync(join(dir, 'secrets.json'), JSON.stringify(secrets))
    return dir
  }

  return {
    file: (name: string) => join(root, name),
    folder,
    save: (file: string, env: { DATABASE_URL: string; DATA_DIR: string }) => command('backup', [file], env),
    restore: (file: string, dataDir: string, args: string[] = []) =>
      command('restore', [file, ...args], { DATA_DIR: dataDir }),
    /** An empty folder, to which the list of erasures was carried over. */
    emptyFolder(from: string): string {
      const dir = folder()
      const list = join(from, 'erasures.jsonl')
      if (existsSync(list)) copyFileSync(list, join(dir, 'erasures.jsonl'))
      else writeFileSync(join(dir, 'erasures.jsonl'), '')
      return dir
    },
  }
}

/** Runs work on the database that was put back into a folder. */
export async function withRestored<Result>(
  dataDir: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const postgres = await startPostgres({ dir: join(dataDir, 'postgres'), password, throwaway: true })
  try {
    return await work(postgres.url('clockface'))
  } finally {
    await postgres.stop()
  }
}

/** Every row of every table of an installation as text, and the next number of every sequence. */
export async function everything(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname IN ('public', 'graphile_worker') AND tablename <> 'migrations' ORDER BY 1`,
    )
    const found: Record<string, string[]> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`)
      found[name] = rows.map(({ row }) => row)
    }
    const { rows: sequences } = await client.query<{ row: string }>(
      `SELECT format('%s.%s: %s', schemaname, sequencename, last_value) AS row FROM pg_sequences
       WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1`,
    )
    return { ...found, sequences: sequences.map(({ row }) => row) }
  } finally {
    await client.end()
  }
}

/** What holds the rows of a database: its constraints and triggers. */
export async function holds(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ line: string }>(
      `SELECT format('%s %s %s %s', conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid)) AS line
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid > 0
       UNION ALL
       SELECT format('%s %s', pg_get_triggerdef(oid), tgenabled) FROM pg_trigger
       WHERE NOT tgisinternal ORDER BY 1`,
    )
    return rows.map(({ line }) => line)
  } finally {
    await client.end()
  }
}
