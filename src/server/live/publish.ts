import 'server-only'
import type { LiveEventPayload, Topic } from '@/domain/live'
import type { PrismaClient } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { liveChannel } from './bus'

/** Any number that no other advisory lock of the database uses. */
const PUBLISH_LOCK = 7_315_001

/** Milliseconds: how long to wait for a connection, and for the transaction itself. */
const transactionLimits = { maxWait: 5_000, timeout: 20_000 }

export type Publish = (topic: Topic, payload: LiveEventPayload) => void

/** What a transaction adds to the context it is begun with. */
export interface Transaction {
  tx: Database
  publish: Publish
  /** The moment that counts for everything in it. */
  now: Date
}

interface Publishing {
  db: PrismaClient
  clock: () => Date
}

/**
 * Runs a transaction whose events are written with it, last of all. Publishing transactions take one lock for
 * that last step, so ids are given out in the order of commits and "everything after id N" misses nothing.
 */
export function transact<Context extends Publishing, Result>(
  ctx: Context,
  work: (ctx: Context & Transaction) => Promise<Result>,
  now: Date = ctx.clock(),
): Promise<Result> {
  return ctx.db.$transaction(async (tx) => {
    const events: Array<{ topic: Topic; payload: LiveEventPayload }> = []
    const publish: Publish = (topic, payload) => events.push({ topic, payload })
    const result = await work({ ...ctx, tx, publish, now })
    if (events.length === 0) return result
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PUBLISH_LOCK}::bigint)`
    for (const { topic, payload } of events) {
      const event = await tx.liveEvent.create({ data: { topic, payload, createdAt: ctx.clock() } })
      const message = JSON.stringify({ id: event.id.toString(), topic, payload })
      await tx.$executeRaw`SELECT pg_notify(${liveChannel}, ${message})`
    }
    return result
  }, transactionLimits)
}
