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

/**
 * Runs a transaction whose events are written with it, last of all. Publishing transactions take one lock for
 * that last step, so ids are given out in the order of commits and "everything after id N" misses nothing.
 */
export function transact<Result>(
  ctx: { db: PrismaClient; clock: () => Date },
  work: (tx: Database, publish: Publish) => Promise<Result>,
): Promise<Result> {
  return ctx.db.$transaction(async (tx) => {
    const events: Array<{ topic: Topic; payload: LiveEventPayload }> = []
    const result = await work(tx, (topic, payload) => events.push({ topic, payload }))
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
