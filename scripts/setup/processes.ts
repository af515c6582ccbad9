import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process of this id is there, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When a process started, in whatever form the system tells it: with the id it names one process for good. */
export function startedAt(pid: number): string | undefined {
  try {
    // The 22nd field; the second may hold blanks, so count from the bracket that closes it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ps(pid, 'lstart=')
  }
}

/** The command that a process runs, empty when it is gone. */
export function commandOf(pid: number): string {
  return ps(pid, 'args=') ?? ''
}

function ps(pid: number, format: string) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    try {
      return execFileSync('ps', ['-p', String(pid), '-o', format], { encoding: 'utf8' }).trim() || undefined
    } catch {
      return undefined
    }
  }
}

/** Waits until a process is gone; false when it outlives the time. */
export async function gone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return true
}
