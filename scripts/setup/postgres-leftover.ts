import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, gone, isAlive } from './processes.mjs'
import { SetupError } from './setup-error.mjs'

/** Stops a PostgreSQL that a killed start left running on this folder. The caller holds the lock, so it is nobody else's. */
export async function stopLeftover(dir: string): Promise<void> {
  const pidFile = join(dir, 'postmaster.pid')
  const pid = readPid(pidFile)
  if (!pid || !isAlive(pid)) return
  if (!commandOf(pid).includes('postgres')) {
    // The id belongs to some other program by now; PostgreSQL would take that one for its own.
    rmSync(pidFile, { force: true })
    return
  }
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal)
    if (await gone(pid, 15_000)) return
  }
  throw new SetupError(
    `A PostgreSQL of an earlier start still runs on ${dir} (process ${pid}) and does not stop. End it, then start again.`,
  )
}

function readPid(file: string) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10)
  } catch {
    return undefined
  }
}
