import 'server-only'
import { tracked } from '@trpc/server'
import { AppError } from '@/domain/errors'
import { liveEventSchema, type Topic, userTopic } from '@/domain/live'
import type { PrismaClient } from '../db/generated/client'
import { isStillSignedIn, type Looking } from './access'
import type { LiveBus } from './bus'
import { openInbox } from './inbox'

/** How many events are read from the table at once while a client catches up. */
const REPLAY_PAGE = 200

/** How often an open stream asks whether the person may still look: nobody publishes what an administrator changes by SQL. */
const RECHECK_MS = 30_000

/** The id to begin a stream from: everything that a snapshot read after this call may lack has a higher one. */
export async function latestEventId(ctx: { db: PrismaClient }): Promise<string> {
  const latest = await ctx.db.liveEvent.aggregate({ _max: { id: true } })
  return (latest._max.id ?? 0n).toString()
}

interface StreamSource {
  /** What the person may listen to at this moment; throws where they may not look at all. */
  topics: () => Promise<Topic[]>
  lastEventId: string
  signal: AbortSignal | undefined
  recheckMs?: number
}

/**
 * Every event of the topics after `lastEventId`, in order and once each: listens first, replays what is in the
 * table, then goes live and drops what the replay already gave. Ends when the signal says so, and when what the
 * person may see has changed: the client then connects again, everything is asked anew, and the replay tells it of
 * that change, so that its page reads anew too.
 */
export async function* eventStream(
  ctx: Looking & { live: LiveBus },
  { topics: topicsNow, lastEventId, signal, recheckMs = RECHECK_MS }: StreamSource,
) {
  // Before the person's rights are read, so that a change of them is either read or heard.
  const inbox = openInbox(ctx.live, signal, recheckMs)
  const own = userTopic(ctx.actor.id)
  try {
    await inbox.listen([own])
    if (inbox.ended) return
    if (!(await isStillSignedIn(ctx))) throw new AppError('auth.sign_in_first')
    const topics = await topicsNow()
    await inbox.listen(topics)
    let last = BigInt(lastEventId)
    for (let more = true; more && !inbox.ended; ) {
      const page = await ctx.db.liveEvent.findMany({
        where: { topic: { in: [own, ...topics] }, id: { gt: last } },
        orderBy: { id: 'asc' },
        take: REPLAY_PAGE,
      })
      for (const event of page) {
        if (inbox.ended) return
        last = event.id
        yield tracked(event.id.toString(), liveEventSchema.parse(event.payload))
      }
      more = page.length === REPLAY_PAGE
    }
    for (;;) {
      const event = await inbox.next()
      if (event === 'ended') return
      if (event === 'recheck') {
        if (!(await isUnchanged(ctx, topics, topicsNow))) return
        continue
      }
      if (event.id <= last) continue
      last = event.id
      yield tracked(event.id.toString(), event.payload)
    }
  } finally {
    inbox.close()
  }
}

/** An answer that cannot be had counts as a change: the client connects again and hears why. */
async function isUnchanged(
  ctx: Looking,
  topics: Topic[],
  topicsNow: () => Promise<Topic[]>,
): Promise<boolean> {
  try {
    if (!(await isStillSignedIn(ctx))) return false
    const now = new Set(await topicsNow())
    return now.size === new Set(topics).size && topics.every((topic) => now.has(topic))
  } catch {
    return false
  }
}
