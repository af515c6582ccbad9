import { join } from 'node:path'

/** Tests that run side by side each have a server, and so a database, to themselves: a face belongs to one account alone. */
export interface E2eServer {
  url: string
  port: number
  dataDir: string
}

/** The servers of this run, one for each worker. */
export function e2eServers(): E2eServer[] {
  const folder = process.env.E2E_DATA_DIR ?? ''
  const ports = (process.env.E2E_PORTS ?? '').split(',').map(Number)
  return ports.map((port) => ({
    url: `http://localhost:${port}`,
    port,
    dataDir: join(folder, String(port)),
  }))
}

/** The one that the tests of this process talk to. */
export function ownServer(): E2eServer {
  const own = e2eServers()[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
  if (!own) throw new Error('There are fewer servers than workers')
  return own
}
