import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { liveHolder, takeLock } from './lock.mjs'

const folder = '.cache/serving'

/** Notes, until this process ends, that it serves the build of this checkout. @param {string} [dir] */
export function noteServing(dir = folder) {
  takeLock(join(dir, String(process.pid)))
}

/** A process that serves the build of this checkout, if there is one. @param {string} [dir] */
export function servingProcess(dir = folder) {
  for (const name of namesIn(dir)) {
    const holder = liveHolder(join(dir, name))
    if (holder) return holder
  }
  return undefined
}

/** @param {string} dir */
function namesIn(dir) {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}
