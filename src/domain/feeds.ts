import { z } from 'zod'
import { isAfter } from './board'
import { idSchema } from './id'
import { liveEventSchema } from './live'

/**
 * What a page may listen to: all that happens in a session or to the hours of a workplace, or that concerns a student or
 * employee today; or nothing but whether the person is still signed in.
 */
const feedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account') }),
  z.strictObject({ kind: z.literal('session'), sessionId: idSchema }),
  z.strictObject({ kind: z.literal('today') }),
  z.strictObject({ kind: z.literal('work') }),
  z.strictObject({ kind: z.literal('workplace'), workplaceId: idSchema }),
])
export type Feed = z.infer<typeof feedSchema>

/** A feed as text: the same for the same feed, in every tab and on the server. */
export type FeedKey = 'account' | 'today' | 'work' | `${'session' | 'workplace'}:${string}`

export function feedKey(feed: Feed): FeedKey {
  if (feed.kind === 'session') return `session:${feed.sessionId}`
  return feed.kind === 'workplace' ? `workplace:${feed.workplaceId}` : feed.kind
}

/** How many feeds one browser may listen to: as many as the address of a request has room for. */
export const MOST_FEEDS = 40

/** A place in the order of events: a decimal number. */
export const eventIdSchema = z.string().regex(/^\d{1,18}$/)

/** After every event there will be: for whoever wants none told. */
export const AFTER_ALL = '9'.repeat(18)

/** A feed, and the event up to which the page knows it already. */
export const wantedFeedSchema = z.strictObject({ feed: feedSchema, after: eventIdSchema })
export type WantedFeed = z.infer<typeof wantedFeedSchema>

/** What a stream tells: an event, and which of the feeds it belongs to. */
export const fedEventSchema = z.object({ feeds: z.array(z.custom<FeedKey>()), payload: liveEventSchema })
export type FedEvent = z.infer<typeof fedEventSchema>

/** An event where it stands in the order. */
export interface NumberedEvent extends FedEvent {
  id: string
}

/** What several pages want together: each feed once, from the earliest event that one of them lacks. */
export function together(wanted: readonly WantedFeed[]): WantedFeed[] {
  const earliest = new Map<FeedKey, WantedFeed>()
  for (const one of wanted) {
    const known = earliest.get(feedKey(one.feed))
    if (!known || isAfter(known.after, one.after)) earliest.set(feedKey(one.feed), one)
  }
  return [...earliest.values()]
}
