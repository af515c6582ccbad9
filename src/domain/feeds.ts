import { isAfter } from './board'
import type { LiveEventPayload } from './live-schema'

/**
 * What a page may listen to: all that happens in a session or to the hours of a workplace, or that concerns a student or
 * employee today; or nothing but whether the person is still signed in.
 */
export type Feed =
  | { kind: 'account' | 'today' | 'work' }
  | { kind: 'session'; sessionId: string }
  | { kind: 'workplace'; workplaceId: string }

/** A feed, and the event up to which the page knows it already. */
export interface WantedFeed {
  feed: Feed
  after: string
}

/** A feed as text: the same for the same feed, in every tab and on the server. */
export type FeedKey = 'account' | 'today' | 'work' | `${'session' | 'workplace'}:${string}`

export function feedKey(feed: Feed): FeedKey {
  if (feed.kind === 'session') return `session:${feed.sessionId}`
  return feed.kind === 'workplace' ? `workplace:${feed.workplaceId}` : feed.kind
}

/** How many feeds one browser may listen to: as many as the address of a request has room for. */
export const MOST_FEEDS = 40

/** After every event there will be: for whoever wants none told. */
export const AFTER_ALL = '9'.repeat(18)

/** What a stream tells: an event, and which of the feeds it belongs to. */
export interface FedEvent {
  feeds: FeedKey[]
  payload: LiveEventPayload
}

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
