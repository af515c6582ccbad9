import 'server-only'
import pg from 'pg'
import { env } from '../env'
import { errorFields, logger } from '../logger'

/** How many connections a process has, and how long somebody waits for one. */
export const CONNECTIONS = 10
const CONNECTION_WAIT_MS = 10_000

const shared = globalThis as typeof globalThis & { clockfacePool?: pg.Pool }

/** The connections of this process, opened on first use. On globalThis, so that Next's copies of this module share them. */
export function pool(): pg.Pool {
  shared.clockfacePool ??= createPool()
  return shared.clockfacePool
}

function createPool() {
  const created = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
    keepAlive: true,
  })
  const tell = (error: Error) => logger.warn('a database connection broke', errorFields(error))
  // The pool replaces a connection that breaks; without listeners the error would end the process.
  created.on('error', tell)
  created.on('connect', (client) => client.on('error', tell))
  return created
}
