import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate, noFilters, readMigrations } from '../../scripts/database/migrations'
import { withSchemaEngine } from '../../scripts/database/schema-engine'

/**
 * Runs work on a database as the migrations before one left it, to be filled with rows of that time. Two clients'
 * worth of help comes along: `query` on that database, and `upgrade`, which brings it up to date as a new version would.
 * @param before the name of the first migration that it lacks, or how it begins.
 */
export async function withEarlierDatabase(
  before: string,
  work: (earlier: { query: pg.Client['query']; upgrade: () => Promise<string[]> }) => Promise<void>,
): Promise<void> {
  const name = `clockface_${randomUUID()}`
  const server = new pg.Client({ connectionString: `${inject('databaseServer')}postgres` })
  await server.connect()
  const url = `${inject('databaseServer')}${name}`
  const client = new pg.Client({ connectionString: url })
  try {
    await server.query(`CREATE DATABASE "${name}"`)
    const all = await readMigrations()
    const migrationsList = {
      ...all,
      migrationDirectories: all.migrationDirectories.filter(({ path }) => path < before),
    }
    await withSchemaEngine(url, (engine) => engine.applyMigrations({ migrationsList, filters: noFilters }))
    await client.connect()
    await work({ query: client.query.bind(client), upgrade: () => migrate(url) })
  } finally {
    await client.end()
    await server.query(`DROP DATABASE IF EXISTS "${name}"`)
    await server.end()
  }
}
