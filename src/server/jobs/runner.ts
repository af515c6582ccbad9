import 'server-only'
import { Logger, type Runner, run } from 'graphile-worker'
import { beforeClosing } from '../closing'
import { pool } from '../db/pool'
import { logger } from '../logger'
import { serviceContext } from '../service-context'
import { crontab, tasks } from './tasks'

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
    taskList: tasks(serviceContext),
    logger: jobLogger,
    concurrency: 1,
    noHandleSignals: true,
  })
  // A job left half done would be held for this dead process for hours.
  beforeClosing(() => runner.stop())
  return runner
}
