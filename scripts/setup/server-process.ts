import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Variables } from '../../src/server/env'
import type { Secrets } from './secrets'
import { SetupError } from './setup-error.mjs'

export interface Server {
  port: number
  /** Resolves with how it ended, when nobody told it to. */
  died: Promise<string>
  stop(): Promise<void>
}

interface ServerOptions {
  settings: Variables
  secrets: Secrets
  databaseUrl: string
  /** The address to listen on. */
  host: string
  dev: boolean
}

/** Starts scripts/server.mjs with the whole environment spelled out, and waits until it answers. */
export async function startServer({
  settings,
  secrets,
  databaseUrl,
  host,
  dev,
}: ServerOptions): Promise<Server> {
  const resolved = {
    ...settings,
    NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
    FACE_KEY: secrets.FACE_KEY,
    DATABASE_URL: databaseUrl,
    // The owner's is for starts and tools alone: a server has no use for it.
    DATABASE_OWNER_URL: '',
    HOST: host,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }
  const set = Object.entries(resolved).filter(([, value]) => value !== undefined)
  const child = spawn(process.execPath, ['scripts/server.mjs', ...(dev ? ['--dev'] : [])], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...Object.fromEntries(set.map(([name, value]) => [name, String(value)])) },
  })
  const ended = once(child, 'exit').then(([code, signal]) => `${signal ?? `exit code ${code}`}`)
  const ready = once(child, 'message').then(([message]) => message as { port: number })
  const first = await Promise.race([ready, ended])
  if (typeof first === 'string')
    throw new SetupError(`The server did not start (${first}); what it said is above.`)

  let stopping = false
  return {
    port: first.port,
    died: new Promise((resolve) => ended.then((how) => stopping || resolve(how))),
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(impatient)
    },
  }
}
