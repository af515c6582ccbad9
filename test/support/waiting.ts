import { setTimeout } from 'node:timers/promises'
import type { Feed } from '@/domain/feeds'
import type { Database } from '@/server/db/prisma'

/** Resolves as soon as so many wait for locks that another transaction of this database holds. */
export async function untilSomebodyWaits(db: Database, many = 1): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const waiting = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (waiting.length >= many) return
    await setTimeout(25)
  }
  throw new Error('Nobody waits for a lock')
}

/** Waits for the first event that a stream tells, after what it says at its beginning. */
export async function firstEventOf(stream: AsyncIterable<object>): Promise<object | undefined> {
  for await (const told of stream) if (!('refused' in told)) return told
  return undefined
}

/** What a page of this person asks, for one feed. */
export const wanting = ({ id }: { id: string }, feed: Feed, after: string) => ({
  viewerId: id,
  feeds: [{ feed, after }],
})
