import 'server-only'
import { isTrackedEnvelope, tracked } from '@trpc/server'
import { AppError, type ErrorCode } from '@/domain/errors'
import { signInTopic, type Topic, userTopic } from '@/domain/live'
import { type LiveEventPayload, liveEventSchema } from '@/domain/live-schema'
import type { PrismaClient } from '../db/generated/client'
import { isStillSignedIn, type Looking, signedInFor } from './access'
import type { LiveBus } from './bus'
import { openInbox } from './inbox'

/** How many events are read from the table at once while a client catches up. */
const REPLAY_PAGE = 200

/** How often an open stream asks whether the person may still look: nobody publishes what an administrator changes by SQL. */
const RECHECK_MS = 30_000

/** The id to begin a stream from: everything that a snapshot read after this call may lack has a higher one. */
export async function latestEventId(ctx: { db: PrismaClient }): Promise<string> {
  const latest = await ctx.db.event.aggregate({ _max: { id: true } })
  return (latest._max.id ?? 0n).toString()
}

/** One of the things that a stream carries: these topics, from after this event on. */
export interface Part<Key extends string = string> {
  key: Key
  topics: Topic[]
  after: bigint
  /** Why the person may not listen to it. */
  refusal?: ErrorCode
}

interface StreamSource<Key extends string> {
  /** What the person may listen to at this moment; throws where they may not look at all. */
  parts: () => Promise<Part<Key>[]>
  signal: AbortSignal | undefined
  recheckMs?: number
}

interface HeardEvent {
  id: bigint
  topics: readonly string[]
  payload: LiveEventPayload
}

/**
 * Every event of the parts, in order and once each, with the parts it belongs to: listens first, says which parts are
 * refused (none, as a rule), replays what is in the table, then goes live and drops what the replay already gave. Ends when the signal says so, and when what the
 * person may see has changed: the client then connects again, everything is asked anew, and the replay tells it of
 * that change, so that its page reads anew too.
 */
export async function* eventStream<Key extends string>(
  ctx: Looking & { live: LiveBus },
  { parts: partsNow, signal, recheckMs = RECHECK_MS }: StreamSource<Key>,
) {
  // Before the person's rights are read, so that a change of them is either read or heard.
  const inbox = openInbox(ctx.live, signal, recheckMs)
  const own = userTopic(ctx.actor.id)
  try {
    await inbox.listen(ctx.signInId ? [own, signInTopic(ctx.signInId)] : [own])
    if (inbox.ended) return
    if (!(await isStillSignedIn(ctx))) throw new AppError('auth.sign_in_first')
    const left = await signedInFor(ctx)
    if (left !== null) inbox.recheckIn(left)
    const asked = await partsNow()
    await inbox.listen(asked.flatMap(({ topics }) => topics))
    const refused = asked.flatMap(({ key, refusal }) => (refusal ? { feed: key, code: refusal } : []))
    yield { refused }
    const parts = asked
      .filter(({ refusal }) => !refusal)
      .map((part) => ({ ...part, topics: [own, ...part.topics] }))
    let last = 0n
    for await (const event of replay(ctx.db, parts)) {
      if (inbox.ended) return
      last = event.id
      yield* told(event, parts)
    }
    for (;;) {
      const event = await inbox.next()
      if (event === 'ended') return
      if (event === 'recheck') {
        if (!(await isUnchanged(ctx, asked, partsNow))) return
        continue
      }
      if (event.id <= last) continue
      last = event.id
      yield* told(event, parts)
    }
  } finally {
    inbox.close()
  }
}

/** What the table has of the parts, a page at a time. */
async function* replay(db: PrismaClient, parts: Part[]): AsyncGenerator<HeardEvent> {
  let last = 0n
  for (let more = parts.length > 0; more; ) {
    const page = await db.event.findMany({
      where: {
        id: { gt: last },
        OR: parts.map(({ topics, after }) => ({ topics: { hasSome: topics }, id: { gt: after } })),
      },
      orderBy: { id: 'asc' },
      take: REPLAY_PAGE,
    })
    for (const { id, topics, type, payload } of page) {
      last = id
      const parsed = liveEventSchema.safeParse({ ...Object(payload), type })
      // Of another version of the app.
      if (parsed.success) yield { id, topics, payload: parsed.data }
    }
    more = page.length === REPLAY_PAGE
  }
}

function* told<Key extends string>({ id, topics, payload }: HeardEvent, parts: Part<Key>[]) {
  const feeds = parts.filter((part) => id > part.after && part.topics.some((topic) => topics.includes(topic)))
  if (feeds.length > 0) yield tracked(id.toString(), { feeds: feeds.map(({ key }) => key), payload })
}

/** An answer that cannot be had counts as a change: the client connects again and hears why. */
async function isUnchanged(ctx: Looking, parts: Part[], partsNow: () => Promise<Part[]>): Promise<boolean> {
  try {
    if (!(await isStillSignedIn(ctx))) return false
    return placesIn(await partsNow()) === placesIn(parts)
  } catch {
    return false
  }
}

/** As text, to be compared. */
function placesIn(parts: Part[]): string {
  return parts
    .flatMap(({ key, topics, refusal }) => [`${key} ${refusal}`, ...topics.map((topic) => `${key} ${topic}`)])
    .sort()
    .join('\n')
}

/** Of a stream about one thing: what happened alone, without saying each time of what it is a part. */
export async function* happenings(stream: ReturnType<typeof eventStream>) {
  for await (const told of stream) {
    if (isTrackedEnvelope(told)) yield tracked(told[0], told[1].payload)
    else yield told
  }
}
