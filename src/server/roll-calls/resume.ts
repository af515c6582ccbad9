import 'server-only'
import { z } from 'zod'
import type { ServiceContext } from '../context/context'
import { addJob } from '../jobs/queue'

/** What the job is given. */
export const readJobSchema = z.object({ rollCallId: z.uuid(), tries: z.coerce.number().int().min(0) })

/** The job that reads the next photo of a roll call, or decides when all are read. */
export function readJob(rollCallId: string, { tries = 0, after = 0 } = {}) {
  const payload = { rollCallId, tries: String(tries) }
  return ['read_roll_call', { payload, key: `read_roll_call:${rollCallId}`, after }] as const
}

/**
 * Queues the next step of every roll call that is being read and has none waiting: a process that was killed holds its
 * job for hours. Where the job is merely at work this minute, the second one finds the photo done and does nothing.
 */
export async function resumeRollCalls(ctx: ServiceContext): Promise<void> {
  const working = await ctx.db.rollCall.findMany({ where: { state: 'WORKING' }, select: { id: true } })
  for (const { id } of working) await addJob(ctx.db, ...readJob(id))
}
