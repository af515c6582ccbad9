import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Feed } from '@/domain/feeds'
import type { LiveEventPayload } from '@/domain/live-schema'
import type { ActorContext } from '@/server/context/context'
import { feedEvents } from '@/server/feeds/service'

interface Refused {
  refused: Array<{ feed: string; code: string }>
}

type Tracked = readonly [
  id: string,
  event: { feeds: string[]; payload: LiveEventPayload },
  ...rest: unknown[],
]

/** Listens as a browser would, keeping ids and events, until it is cut off or the server ends the stream. */
export function listenTo(stream: (signal: AbortSignal) => AsyncIterable<Tracked | Refused>) {
  const cut = new AbortController()
  const ids: string[] = []
  const events: LiveEventPayload[] = []
  const feeds: string[][] = []
  const refused: Refused['refused'] = []
  let begun = false
  const done = (async () => {
    for await (const told of stream(cut.signal)) {
      if ('refused' in told) {
        begun = true
        refused.push(...told.refused)
        continue
      }
      const [id, event] = told
      ids.push(id)
      events.push(event.payload)
      feeds.push(event.feeds)
    }
    return 'ended' as const
  })()
  return {
    ids,
    events,
    /** Of each event: the feeds it belongs to. */
    feeds,
    refused,
    /** Resolves once the server has let it listen. */
    async begins() {
      for (let i = 0; i < 1000 && !begun; i++) await pause(10)
      expect(begun).toBe(true)
    },
    /** Resolves when the stream ends; rejects with what ended it. */
    done,
    async until(count: number) {
      for (let i = 0; i < 1000 && events.length < count; i++) await pause(10)
      expect(events).toHaveLength(count)
    },
    async cut() {
      cut.abort()
      await done
    },
  }
}

/** Listens to feeds, all after the same event. */
export function listenToFeeds(ctx: ActorContext, feeds: Feed[], after: string) {
  const input = { viewerId: ctx.actor.id, feeds: feeds.map((feed) => ({ feed, after })) }
  return listenTo((signal) => feedEvents(ctx, input, signal))
}

/** Listens as the board of a session does. */
export const listenToBoard = (ctx: ActorContext, sessionId: string, after: string) =>
  listenToFeeds(ctx, [{ kind: 'session', sessionId }], after)

/** Listens as a student's page does. */
export const listenToToday = (ctx: ActorContext, after: string) =>
  listenToFeeds(ctx, [{ kind: 'today' }], after)
