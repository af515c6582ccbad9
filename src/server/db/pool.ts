import 'server-only'
import pg from 'pg'
import { env } from '../env'
import { errorFields, logger } from '../logger'

const shared = globalThis as typeof globalThis & { clockfacePool?: pg.Pool }

/** The connections of this process, opened on first use. On globalThis, so that Next's copies of this module share them. */
export function pool(): pg.Pool {
  shared.clockfacePool ??= createPool()
  return shared.clockfacePool
}

function createPool() {
  const created = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  created.on('error', (error) => logger.warn('A database connection broke', errorFields(error)))
  return created
}
