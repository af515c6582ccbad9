import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSecrets } from './secrets'
import { SetupError } from './setup-error.mjs'

/** Address of the database that a running Clockface keeps in this data folder. */
export function runningDatabase(dataDir: string): string {
  const note = join(dataDir, 'postgres', 'postmaster.pid')
  const port = existsSync(note) ? readFileSync(note, 'utf8').split('\n')[3] : undefined
  if (!port) throw new SetupError(`No Clockface is running on ${dataDir}. Start it first: npm start`)
  return `postgresql://clockface:${readSecrets(dataDir).databasePassword}@localhost:${port}/clockface`
}
