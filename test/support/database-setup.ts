import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareDatabase } from '../../scripts/setup/database'
import { ensureDatabase, startPostgres } from '../../scripts/setup/postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the database server for the owner of its databases, without the name of a database. */
    databaseServer: string
    /** The same for the application. */
    applicationServer: string
  }
}

export const templateDatabase = 'clockface_template'

/** One PostgreSQL for the whole run, with one migrated database that every worker clones. */
export default async function setup(project: TestProject) {
  const dir = mkdtempSync(join(tmpdir(), 'clockface-test-'))
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), password: 'throwaway', throwaway: true })
  await ensureDatabase(postgres, templateDatabase)
  const application = { name: 'clockface_app', password: 'throwaway' }
  await prepareDatabase({
    owner: postgres.url(templateDatabase),
    application: postgres.url(templateDatabase, application),
  })
  project.provide('databaseServer', postgres.url(''))
  project.provide('applicationServer', postgres.url('', application))
  return async () => {
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
