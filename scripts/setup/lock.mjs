import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive, startedAt } from './processes.mjs'

/**
 * Takes a lock that ends with its process, however that ends.
 * @param {string} file
 * @returns {number | undefined} the process that holds it; nothing when it is ours now
 */
export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true })
  const mine = JSON.stringify({ pid: process.pid, startedAt: startedAt(process.pid), folder: folderOf(file) })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    for (;;) {
      try {
        // A link appears whole and only once, so two takers cannot both succeed.
        linkSync(draft, file)
        process.on('exit', () => releaseLock(file))
        return undefined
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
      }
      const holder = liveHolder(file)
      if (holder) return holder
      removeStale(file)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** @param {string} file */
export function releaseLock(file) {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
}

/**
 * Waits for a lock, telling once for whom.
 * @param {string} file @param {(holder: number) => void} onWait
 */
export async function waitForLock(file, onWait) {
  for (let told = false; ; ) {
    const holder = takeLock(file)
    if (holder === undefined) return
    if (!told) onWait(holder)
    told = true
    await wait(200)
  }
}

/**
 * Names the folder of a lock: moved it stays the same, and a copy of it is another one, whose lock nobody holds.
 * @param {string} file
 */
function folderOf(file) {
  const { dev, ino } = statSync(dirname(file), { bigint: true })
  return `${dev}:${ino}`
}

/** @param {string} file @returns {{ pid: number, startedAt: string, folder?: string } | undefined} */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The living process that holds a lock, if any. @param {string} file */
export function liveHolder(file) {
  const holder = readHolder(file)
  if (!holder || (holder.folder && holder.folder !== folderOf(file))) return undefined
  return isAlive(holder.pid) && startedAt(holder.pid) === holder.startedAt ? holder.pid : undefined
}

/** @param {string} file */
function removeStale(file) {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  // Another taker may have been faster, and this is then its fresh lock: put it back.
  if (liveHolder(aside)) linkSync(aside, file)
  rmSync(aside, { force: true })
}
