import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

export const migrationsDir = resolve(import.meta.dirname, '../../prisma/migrations')
export const noFilters = { externalTables: [], externalEnums: [] }

/** The folder of migrations, oldest first, as the schema engine wants it. */
export async function readMigrations(): Promise<MigrationList> {
  const names = await migrationNames()
  const lockfile = 'migration_lock.toml'
  return {
    baseDir: migrationsDir,
    lockfile: { path: lockfile, content: await readFile(join(migrationsDir, lockfile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(migrationsDir, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  }
}

/** Makes the schema of an empty database as these migrations left it. */
export async function migrateTo(databaseUrl: string, names: readonly string[]): Promise<void> {
  const all = await readMigrations()
  const migrationDirectories = all.migrationDirectories.filter(({ path }) => names.includes(path))
  const { withSchemaEngine } = await import('./schema-engine')
  await withSchemaEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList: { ...all, migrationDirectories }, filters: noFilters }),
  )
}

// Two processes that start on one database at once: the second waits, then finds nothing to do.
const migrationLock = 7_204_919

/** Brings a database up to date and returns the names of the migrations that it lacked. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    if (await isUpToDate(client)) return []
    await forgetBrokenOff(client)
    const migrationsList = await readMigrations()
    const { withSchemaEngine } = await import('./schema-engine')
    return await withSchemaEngine(databaseUrl, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters })
      return appliedMigrationNames
    })
  } finally {
    await client.end()
  }
}

/**
 * A migration is one transaction. Where the process ended before it, nothing is there and it is tried again; where it
 * ended after it and before the note of its end, all is there.
 */
async function forgetBrokenOff(client: pg.Client): Promise<void> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  if (!table.rows[0]?.there) return
  await client.query(`
    UPDATE _prisma_migrations
    SET finished_at = CASE WHEN applied_steps_count > 0 THEN now() END,
      rolled_back_at = CASE WHEN applied_steps_count = 0 THEN now() END
    WHERE finished_at IS NULL AND rolled_back_at IS NULL`)
}

/** Whether every migration has been applied: asked without the engine, which takes a second to load. */
async function isUpToDate(client: pg.Client): Promise<boolean> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  if (!table.rows[0]?.there) return false
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Set(rows.map(({ name }) => name))
  return (await migrationNames()).every((name) => applied.has(name))
}

export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}
