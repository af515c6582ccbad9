import { chmodSync, mkdirSync, statfsSync } from 'node:fs'
import pg from 'pg'
import { hasRoom } from '../../src/domain/space'
import { portError } from './ports'
import { DiskFullError, SetupError } from './setup-error.mjs'

/** The folder is there, nobody else may look into it, and it has room for what the next hours will write. */
export function checkFolder(dir: string) {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  closeToOthers(dir)
  if (!hasRoom(statfsSync(dir))) throw new DiskFullError(dir)
}

function closeToOthers(dir: string) {
  try {
    chmodSync(dir, 0o700)
  } catch (error) {
    // Of a folder that is lent to us, its owner decides who may look into it.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
  }
}

/** The port can be listened on. */
export async function checkPort(port: number, host: string) {
  const error = await portError(port, host)
  if (!error) return
  if (error.code === 'EADDRINUSE') {
    throw new SetupError(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`)
  }
  if (error.code === 'EACCES') {
    throw new SetupError(
      `Port ${port} needs the rights of root. Choose one from 1024 on: PORT=3000 npm start`,
    )
  }
  throw new SetupError(
    `Clockface cannot listen on ${host}, port ${port} (${error.code}). Check HOST and PORT.`,
  )
}

/** The database of DATABASE_URL answers. */
export async function checkDatabase(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 5000 })
  try {
    await client.connect()
    await client.query('SELECT 1')
  } catch (error) {
    throw new SetupError(
      `The database at ${withoutPassword(url)} cannot be reached: ${reason(error)}. Check DATABASE_URL.`,
    )
  } finally {
    client.end().catch(() => undefined)
  }
}

function withoutPassword(url: string) {
  const { host, pathname } = new URL(url)
  return host + pathname
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
