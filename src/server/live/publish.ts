import 'server-only'
import type { LiveEventPayload, Topic } from '@/domain/live'
import type { PrismaClient } from '../db/generated/client'
import type { ChangeVia } from '../db/generated/enums'
import type { Database } from '../db/prisma'
import { holdPublishing } from '../db/publishing-lock'
import type { NewChange } from '../ledger/subjects'
import { writeChanges } from '../ledger/write'
import { liveChannel } from './bus'

/** Milliseconds: how long to wait for a connection, and for the transaction itself. */
const transactionLimits = { maxWait: 5_000, timeout: 20_000 }

export type Publish = (topic: Topic, payload: LiveEventPayload) => void

/** What a transaction adds to the context it is begun with. */
export interface Transaction {
  tx: Database
  publish: Publish
  /** Keeps a change in the ledger. */
  change: (change: NewChange) => void
  /** The moment that counts for everything in it. */
  now: Date
}

interface Publishing {
  db: PrismaClient
  clock: () => Date
  via: ChangeVia
}

/**
 * Runs a transaction whose changes and events are written with it, last of all. Such transactions take one lock for
 * that last step, so ids are given out in the order of commits: "everything after id N" misses nothing, and nothing
 * comes to be in a block of the ledger that is sealed.
 */
export function transact<Context extends Publishing, Result>(
  ctx: Context,
  work: (ctx: Context & Transaction) => Promise<Result>,
  now: Date = ctx.clock(),
): Promise<Result> {
  return ctx.db.$transaction(async (tx) => {
    const events: Array<{ topic: Topic; payload: LiveEventPayload }> = []
    const publish: Publish = (topic, payload) => events.push({ topic, payload })
    const changes: Parameters<typeof writeChanges>[1][number][] = []
    const change = (made: NewChange) => changes.push({ ...made, at: now, via: ctx.via })
    const result = await work({ ...ctx, tx, publish, change, now })
    if (events.length === 0 && changes.length === 0) return result
    await holdPublishing(tx)
    await writeChanges(tx, changes)
    for (const { topic, payload } of events) {
      const event = await tx.liveEvent.create({ data: { topic, payload, createdAt: ctx.clock() } })
      const message = JSON.stringify({ id: event.id.toString(), topic, payload })
      await tx.$executeRaw`SELECT pg_notify(${liveChannel}, ${message})`
    }
    return result
  }, transactionLimits)
}
