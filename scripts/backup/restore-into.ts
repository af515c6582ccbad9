import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { clientOf } from '../../src/server/db/client-of'
import type { Variables } from '../../src/server/env'
import { ERASURE_FILE, erasureSchema, type ListedErasure } from '../../src/server/erasure/list'
import { type Replayed, replayErasures } from '../../src/server/erasure/replay'
import { createLiveBus } from '../../src/server/live/bus'
import { migrate, migrateTo } from '../database/migrations'
import { checkDatabase } from '../setup/checks'
import { ensureDatabase, startPostgres } from '../setup/postgres'
import { secretsOf } from '../setup/secrets'
import { SetupError } from '../setup/setup-error.mjs'
import { toolContext } from '../setup/tool-context'
import type { Header } from './archive'
import { writeFiles } from './files'
import { type Loaded, loadArchive } from './load'

interface Restoring {
  file: string
  header: Header
  faceKey: string
  settings: Variables
}

type Restored = Loaded & { replayed: Replayed }

/** Fills the database of DATABASE_URL, or makes one in the data folder, and writes the files beside it. */
export async function restoreInto(restoring: Restoring): Promise<Restored> {
  const { DATA_DIR, DATABASE_OWNER_URL, DATABASE_URL } = restoring.settings
  const given = DATABASE_OWNER_URL ?? DATABASE_URL
  const restored = given ? await intoDatabase(restoring, given) : await intoFolder(restoring, DATA_DIR)
  writeFiles(DATA_DIR, restored.files)
  return restored
}

async function intoDatabase(restoring: Restoring, databaseUrl: string) {
  await checkDatabase(databaseUrl)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker') LIMIT 1`,
  )
  await client.end()
  if (rowCount)
    throw new SetupError('The database of DATABASE_URL is not empty. Make a new one for what is restored.')
  return fillDatabase(restoring, databaseUrl)
}

/** Made beside its place and renamed, so that what breaks off leaves no half of a database. */
async function intoFolder(restoring: Restoring, dataDir: string) {
  const { databasePassword: password } = secretsOf(restoring.settings)
  const dir = join(dataDir, 'postgres.restoring')
  const clear = () => {
    for (const path of [dir, `${dir}.log`, `${dir}.log.1`]) rmSync(path, { recursive: true, force: true })
  }
  clear()
  try {
    const postgres = await startPostgres({ dir, password })
    let restored: Restored
    try {
      await ensureDatabase(postgres, 'clockface')
      restored = await fillDatabase(restoring, postgres.url('clockface'))
    } finally {
      await postgres.stop()
    }
    renameSync(dir, join(dataDir, 'postgres'))
    return restored
  } finally {
    clear()
  }
}

/** The schema as it was, its rows, the migrations since, and what was erased since. */
async function fillDatabase({ file, header, ...restoring }: Restoring, databaseUrl: string) {
  await migrateTo(databaseUrl, header.migrations)
  await runMigrations({ connectionString: databaseUrl })
  const loaded = await loadArchive(file, header, databaseUrl)
  await migrate(databaseUrl)
  return { ...loaded, replayed: await replay(restoring, databaseUrl) }
}

async function replay({ faceKey, settings }: Pick<Restoring, 'faceKey' | 'settings'>, databaseUrl: string) {
  const { listed, unreadable } = listedIn(join(settings.DATA_DIR, ERASURE_FILE))
  const db = clientOf(databaseUrl)
  const live = createLiveBus(databaseUrl)
  try {
    const ctx = toolContext({ db, live, clock: () => new Date(), faceKey, engine: null })
    const replayed = await replayErasures(ctx, listed)
    if (unreadable > 0) replayed.failed.push(`${unreadable} lines of ${ERASURE_FILE} that cannot be read`)
    return replayed
  } finally {
    await live.close()
    await db.$disconnect()
  }
}

/** A line may be half: its database was ended while it wrote it, and has it still. */
function listedIn(file: string): { listed: ListedErasure[]; unreadable: number } {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  const listed = lines.flatMap((line) => {
    try {
      return [erasureSchema.parse(JSON.parse(line))]
    } catch {
      return []
    }
  })
  return { listed, unreadable: lines.length - listed.length }
}
