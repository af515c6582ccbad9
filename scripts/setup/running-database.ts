import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Variables } from '../../src/server/env'
import { readSecrets } from './secrets'
import { SetupError } from './setup-error.mjs'

/** For what only the owner of the tables may do. */
export function ownedDatabase(
  settings: Pick<Variables, 'DATABASE_OWNER_URL' | 'DATABASE_URL' | 'DATA_DIR'>,
): string {
  return settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL ?? runningDatabase(settings.DATA_DIR)
}

/** Address, for its owner, of the database that a running Clockface keeps in this data folder. */
export function runningDatabase(dataDir: string): string {
  const note = join(dataDir, 'postgres', 'postmaster.pid')
  const port = existsSync(note) ? readFileSync(note, 'utf8').split('\n')[3] : undefined
  if (!port) throw new SetupError(`No Clockface is running on ${dataDir}. Start it first: npm start`)
  return `postgresql://clockface:${readSecrets(dataDir).databasePassword}@localhost:${port}/clockface`
}
