import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../scripts/database/migrations'
import { ensureDatabase, startPostgres } from '../../scripts/setup/postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the database server, without the name of a database. */
    databaseServer: string
  }
}

export const templateDatabase = 'clockface_template'

/** One PostgreSQL for the whole run, with one migrated database that every worker clones. */
export default async function setup(project: TestProject) {
  const dir = mkdtempSync(join(tmpdir(), 'clockface-test-'))
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), password: 'throwaway', throwaway: true })
  await ensureDatabase(postgres, templateDatabase)
  await migrate(postgres.url(templateDatabase))
  await runMigrations({ connectionString: postgres.url(templateDatabase) })
  project.provide('databaseServer', postgres.url(''))
  return async () => {
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
