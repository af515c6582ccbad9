import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { withSchemaEngine } from './schema-engine'

export const migrationsDir = resolve(import.meta.dirname, '../../prisma/migrations')
export const noFilters = { externalTables: [], externalEnums: [] }

/** The folder of migrations, oldest first, as the schema engine wants it. */
export async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(migrationsDir, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
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

// Two processes that start on one database at once: the second waits, then finds nothing to do.
const migrationLock = 7_204_919

/** Brings a database up to date and returns the names of the migrations that it lacked. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    const migrationsList = await readMigrations()
    return await withSchemaEngine(databaseUrl, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters })
      return appliedMigrationNames
    })
  } finally {
    await client.end()
  }
}
