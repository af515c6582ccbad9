import 'server-only'
import type { Database } from '../db/prisma'

interface JobOptions {
  payload?: Record<string, string>
  /** A job with the same key that still waits is not queued twice. */
  key?: string
  /** Seconds until it runs, so that several reasons for the same job make one run. */
  after?: number
  /** Jobs of one such line run one after the other, and after all others that are due. */
  line?: string
}

/** Queues a task of tasks.ts with the transaction it is called in: a change that is rolled back queues nothing. */
export async function addJob(
  db: Database,
  task: string,
  { payload = {}, key, after = 0, line }: JobOptions = {},
): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job(
      ${task},
      payload := ${JSON.stringify(payload)}::json,
      run_at := now() + make_interval(secs => ${after}),
      queue_name := ${line ?? null},
      priority := ${line ? 10 : 0}::smallint,
      job_key := ${key ?? null},
      job_key_mode := 'preserve_run_at'
    )`
}
