import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, gone, isAlive } from './processes.mjs'
import { SetupError } from './setup-error.mjs'

/** Stops a PostgreSQL that a killed start left running on this folder. The caller holds the lock, so it is nobody else's. */
export async function stopLeftover(dir: string): Promise<void> {
  const pidFile = join(dir, 'postmaster.pid')
  const pid = readPid(pidFile)
  if (!pid || !isAlive(pid)) return
  if (!worksOn(pid, dir)) {
    // The id belongs to some other program by now, perhaps to a PostgreSQL of somebody else's; ours would take
    // that one for itself.
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

/** Whether a process is a PostgreSQL of this very folder, by its command or by where it works. */
function worksOn(pid: number, dir: string) {
  const command = `${commandOf(pid).trim()} `
  // Its path before any option, or the title that it gives itself; not a folder of that name among the arguments.
  const [program = ''] = command.split(' -')
  if (!/^(.*[\\/])?postgres(\.exe)?(:.*)?$/.test(program.trim())) return false
  return command.includes(` -D ${dir} `) || folderOf(pid) === realpathSync(dir)
}

/** The folder that a process works in, where the system tells it. PostgreSQL works in its data. */
function folderOf(pid: number) {
  try {
    return realpathSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function readPid(file: string) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10)
  } catch {
    return undefined
  }
}
