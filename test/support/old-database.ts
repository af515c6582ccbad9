import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { inject } from 'vitest'
import { PrismaClient } from '@/server/db/generated/client'
import { migrate, noFilters, readMigrations } from '../../scripts/database/migrations'
import { withSchemaEngine } from '../../scripts/database/schema-engine'

/**
 * A database as the migrations before one left it, to be filled with rows of that time.
 * @param before the name of the first migration that it lacks, or how it begins.
 */
export async function oldDatabase(before: string) {
  const name = `clockface_old_${randomUUID()}`
  const url = `${inject('databaseServer')}${name}`
  const server = new pg.Client({ connectionString: `${inject('databaseServer')}postgres` })
  await server.connect()
  await server.query(`CREATE DATABASE "${name}"`)
  const migrations = await readMigrations()
  const migrationsList = {
    ...migrations,
    migrationDirectories: migrations.migrationDirectories.filter(({ path }) => path < before),
  }
  await withSchemaEngine(url, (engine) => engine.applyMigrations({ migrationsList, filters: noFilters }))
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  const db = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    url,
    /** Of today's schema: for after the migration. */
    db,
    query: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    migrate: () => migrate(url),
    async drop() {
      await db.$disconnect()
      await pool.end()
      await server.query(`DROP DATABASE "${name}"`)
      await server.end()
    },
  }
}
