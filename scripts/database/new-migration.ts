import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startPostgres } from '../setup/postgres'
import { migrationsDir, noFilters, readMigrations } from './migrations'
import { withSchemaEngine } from './schema-engine'

/** Writes the migration that leads from the folder of migrations to prisma/schema.prisma. */
async function main(name: string | undefined) {
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new Error('Name the migration: npm run db:migration -- add_workplaces')
  const dir = mkdtempSync(join(tmpdir(), 'clockface-migration-'))
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), password: 'throwaway', throwaway: true })
  try {
    const script = await diff(postgres.url('postgres'))
    if (script.includes('This is an empty migration')) return console.log('The schema has not changed.')
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = join(migrationsDir, `${stamp}_${name}`)
    mkdirSync(folder)
    writeFileSync(join(folder, 'migration.sql'), script)
    console.log(`${folder}/migration.sql`)
    console.log('Read it, and add what the schema cannot say: checks and partial indexes.')
  } finally {
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function diff(databaseUrl: string) {
  const path = resolve(import.meta.dirname, '../../prisma/schema.prisma')
  const migrations = await readMigrations()
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [{ path, content: readFileSync(path, 'utf8') }] },
      script: true,
      exitCode: null,
      filters: noFilters,
    }),
  )
  return stdout ?? ''
}

await main(process.argv[2])
