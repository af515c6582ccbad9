import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Whether a process of this id is there, whoever owns it. @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
  return !isZombie(pid)
}

/** @param {number} pid */
function isZombie(pid) {
  return afterName(pid)?.[0] === 'Z'
}

/** The fields of /proc/PID/stat behind the name, which may itself hold blanks and brackets. @param {number} pid */
function afterName(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/**
 * When a process started, in whatever form the system tells it: with the id it names one process for good.
 * @param {number} pid
 */
export function startedAt(pid) {
  const fields = afterName(pid)
  if (!fields) return ps(pid, 'lstart=')
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`
}

/** The command that a process runs, empty when it is gone. @param {number} pid */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ps(pid, 'args=')
  }
}

/** @param {number} pid @param {string} format */
function ps(pid, format) {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', format], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** Waits until a process is gone; false when it outlives the time. @param {number} pid @param {number} milliseconds */
export async function gone(pid, milliseconds) {
  const end = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await wait(25)
  }
  return true
}
