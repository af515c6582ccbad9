import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { afterAll, beforeEach, inject } from 'vitest'
import { PrismaClient } from '@/server/db/generated/client'
import { templateDatabase } from './database-setup'

export interface TestDatabase {
  db: PrismaClient
  /** For what needs a connection of its own: LISTEN, background jobs, the rate limiter. */
  url: string
  /** Empties every table. Done before each test by itself. */
  empty(): Promise<void>
}

/**
 * A database of this worker alone, empty before each test: call it at the top of a test file.
 * The client connects at the first query, so it can be handed out before the clone is made.
 */
export function testDatabase(): TestDatabase {
  const name = `clockface_worker_${process.env.VITEST_POOL_ID ?? '0'}`
  const url = `${inject('databaseServer')}${name}`
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const db = new PrismaClient({ adapter: new PrismaPg(pool) })
  let truncate: Promise<string> | undefined
  const empty = async () => {
    truncate ??= ensureClone(name).then(() => truncateStatement(pool))
    await pool.query(await truncate)
  }
  beforeEach(empty)
  afterAll(async () => {
    await db.$disconnect()
    await pool.end()
  })
  return { db, url, empty }
}

async function ensureClone(name: string) {
  const client = new pg.Client({ connectionString: `${inject('databaseServer')}postgres` })
  await client.connect()
  try {
    // A template that is being copied by another worker lets no second one in.
    await client.query('SELECT pg_advisory_lock(1)')
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${templateDatabase}`)
  } finally {
    await client.end()
  }
}

async function truncateStatement(pool: pg.Pool) {
  const { rows } = await pool.query<{ table: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS "table" FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  return `TRUNCATE ${rows.map(({ table }) => table).join(', ')} RESTART IDENTITY CASCADE`
}
