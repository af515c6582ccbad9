import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { PrismaClient } from '@/server/db/generated/client'
import { templateDatabase } from './database-setup'

export interface TestDatabase {
  db: PrismaClient
  /** For what needs a connection of its own: LISTEN, background jobs, the rate limiter. By the application's role, as `db`. */
  url: string
  /** By the role that owns the tables: for what no application may do. */
  ownerUrl: string
  /** Empties every table. Done before each test by itself. */
  empty(): Promise<void>
}

/**
 * A database of this test file alone, empty before each test: call it at the top of the file.
 * The client connects at the first query, so it can be handed out before the clone is made.
 */
export function testDatabase(): TestDatabase {
  const name = `clockface_${randomUUID()}`
  const url = `${inject('applicationServer')}${name}`
  const ownerUrl = `${inject('databaseServer')}${name}`
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  const db = new PrismaClient({ adapter: new PrismaPg(pool) })
  let emptying = ''
  const empty = async () => {
    await owner.query(emptying)
  }
  beforeAll(async () => {
    // A template that is being copied lets no second one in, hence one at a time.
    await onServer(
      'SELECT pg_advisory_lock(1)',
      `CREATE DATABASE "${name}" TEMPLATE ${templateDatabase}`,
      // A copy has the rights of its tables, and not those of the database itself.
      `REVOKE TEMPORARY ON DATABASE "${name}" FROM PUBLIC`,
    )
    emptying = await deleteStatements(owner)
  })
  beforeEach(empty)
  afterAll(async () => {
    await db.$disconnect()
    await Promise.all([pool.end(), owner.end()])
    // Whoever still holds a connection keeps it: the whole server ends with the run.
    await onServer(`DROP DATABASE "${name}"`).catch(() => undefined)
  })
  return { db, url, ownerUrl, empty }
}

async function onServer(...statements: string[]) {
  const client = new pg.Client({ connectionString: `${inject('databaseServer')}postgres` })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/**
 * Deletes every row, without asking triggers or foreign keys, and numbers from 1 again. TRUNCATE would make new
 * files for each of the tables and indexes, which takes longer than most tests do.
 */
async function deleteStatements(pool: pg.Pool) {
  const { rows } = await pool.query<{ statement: string }>(
    `SELECT format('DELETE FROM %I.%I', schemaname, tablename) AS statement FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
     UNION ALL
     SELECT format('SELECT setval(%L, %s, false)', format('%I.%I', schemaname, sequencename), start_value)
     FROM pg_sequences WHERE schemaname = 'public'`,
  )
  return ["SET session_replication_role = 'replica'", ...rows.map(({ statement }) => statement)]
    .concat('RESET session_replication_role')
    .join(';\n')
}
