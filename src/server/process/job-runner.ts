import 'server-only'
import { Logger, type Runner, run } from 'graphile-worker'
import { pool } from '../db/pool'
import { noteErasures } from '../erasure/list'
import { sealLedger } from '../ledger/seal'
import { errorFields, logger } from '../logger'
import { beforeClosing } from './before-closing'
import { failingDiscreetly } from './failing'
import { serviceContext } from './service-context'
import { crontab, tasks } from './tasks'

const RESTART_MS = 10_000

const shared = globalThis as typeof globalThis & { clockfaceJobs?: Promise<Runner> }

const jobLogger = new Logger(() => (level, message) => {
  if (level === 'error') logger.error(message)
  else if (level === 'warning') logger.warn(message)
  else logger.debug(message)
})

/** Starts the scheduled work of this process, once. */
export function startJobs(): Promise<Runner> {
  shared.clockfaceJobs ??= runUntilClosing()
  return shared.clockfaceJobs
}

async function runUntilClosing() {
  const runner = await run({
    pgPool: pool(),
    crontab,
    taskList: failingDiscreetly(tasks(serviceContext)),
    logger: jobLogger,
    // A teacher waits for a roll call, so it does not stand behind work that nobody waits for.
    concurrency: 2,
    noHandleSignals: true,
  })
  // A job left half done would be held for this dead process for hours.
  let closing = false
  beforeClosing(async () => {
    closing = true
    await runner.stop()
    await noteErasures(serviceContext())
    await sealLedger(serviceContext())
  })
  // Nothing is purged while it stands still, so it begins again by itself.
  const again = (error?: unknown) => {
    if (closing) return
    logger.error('scheduled work has stopped, starting it again', errorFields(error))
    delete shared.clockfaceJobs
    setTimeout(() => startJobs().catch(again), RESTART_MS).unref()
  }
  runner.promise.then(again, again)
  return runner
}
