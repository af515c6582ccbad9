import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Started {
  child: ChildProcess
  /** What it has printed so far. */
  printed(): string
  /** Resolves with the address once it is ready; rejects with what was printed when it ends before. */
  ready: Promise<string>
  /** The exit code. */
  ended: Promise<number | null>
}

/** Starts Clockface as `npm start` does, on a folder and port of its own. */
export function start(env: Record<string, string>, nodeArgs: string[] = [], cwd = '.'): Started {
  const child = spawn(process.execPath, [...nodeArgs, 'scripts/start.mjs'], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: '',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      ...env,
    },
  })
  let printed = ''
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text
        const address = /^Clockface is ready: (\S+)$/m.exec(printed)?.[1]
        if (address) resolve(address)
      })
    }
    ended.then((code) => reject(new Error(`ended with ${code}:\n${printed}`)))
  })
  // Whoever only waits for the end need not care that it never was ready.
  ready.catch(() => undefined)
  return { child, printed: () => printed, ready, ended }
}

/** The process ids of a started Clockface: of what the starter runs, and of its database. */
export function postgresPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

export async function eventually<T>(
  what: string,
  look: () => T | Promise<T>,
  milliseconds = 90_000,
): Promise<T> {
  const end = Date.now() + milliseconds
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
