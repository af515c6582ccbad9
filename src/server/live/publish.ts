import 'server-only'
import type { Topic } from '@/domain/live'
import { type Fact, gathered } from '@/domain/live-facts'
import type { LiveEventPayload } from '@/domain/live-schema'
import { transactionOptions } from '../db/client-of'
import type { PrismaClient } from '../db/generated/client'
import type { ChangeVia } from '../db/generated/enums'
import type { Database } from '../db/prisma'
import { holdPublishing } from '../db/publishing-lock'
import type { NewChange } from '../ledger/subjects'
import { writeChanges } from '../ledger/write'
import { liveChannel } from './bus'

/** PostgreSQL refuses a notification of 8,000 bytes. */
const MOST_BYTES = 7_999

/** Tells a fact to everybody who listens to one of these topics. */
export type Publish = (topics: Topic[], payload: LiveEventPayload) => void

/** What a transaction adds to the context it is begun with. */
export interface Transaction {
  tx: Database
  publish: Publish
  /** Keeps a change in the ledger, as made at `now` unless another moment is named. */
  change: (change: NewChange, at?: Date) => void
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
    const facts: Fact[] = []
    const publish: Publish = (topics, payload) => facts.push({ topics, payload })
    const changes: Parameters<typeof writeChanges>[1][number][] = []
    const change: Transaction['change'] = (made, at = now) => changes.push({ ...made, at, via: ctx.via })
    const result = await work({ ...ctx, tx, publish, change, now })
    if (facts.length === 0 && changes.length === 0) return result
    await holdPublishing(tx)
    await writeChanges(tx, changes)
    if (facts.length > 0) await writeEvents(tx, gathered(facts), ctx.clock())
    return result
  }, transactionOptions)
}

/**
 * The transaction from here on, once it holds what it waited for: its moment is now, and never before what it holds
 * says, where the clocks of two servers differ.
 */
export function nowHeld<Context extends Publishing & Transaction>(
  ctx: Context,
  notBefore: ReadonlyArray<Date | null> = [],
): Context {
  const now = new Date(Math.max(...[ctx.clock(), ...notBefore].map((moment) => moment?.getTime() ?? 0)))
  return { ...ctx, now, change: (made, at = now) => ctx.change(made, at) }
}

/**
 * One statement, under the lock, that writes and tells everything in the order in which it was published. What is
 * longer than a notification may be is told by its id alone, and read by whoever hears it.
 */
async function writeEvents(tx: Database, facts: Fact[], at: Date): Promise<void> {
  const rows = facts.map(({ topics, payload: { type, ...payload } }) => ({ topics, type, payload }))
  await tx.$executeRaw`
    WITH written AS (
      INSERT INTO "Event" (topics, type, payload, "createdAt")
      SELECT ARRAY(SELECT jsonb_array_elements_text(fact -> 'topics')), fact ->> 'type', fact -> 'payload', ${at}
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS facts (fact, place)
      ORDER BY place
      RETURNING id::text, topics, type, payload
    ), message AS (
      SELECT id, to_jsonb(written)::text AS whole FROM written
    )
    SELECT pg_notify(${liveChannel}, CASE
      WHEN octet_length(whole) <= ${MOST_BYTES} THEN whole
      ELSE jsonb_build_object('id', id)::text
    END) FROM message ORDER BY id::bigint`
}
