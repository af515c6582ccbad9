import type { FeedKey } from './feeds'
import { idSchema } from './id'
import { liveEventSchema } from './live-schema'
import { z } from './zod'

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

/** A place in the order of events: a decimal number. */
export const eventIdSchema = z.string().regex(/^\d{1,18}$/)

/** A feed, and the event up to which the page knows it already. */
export const wantedFeedSchema = z.strictObject({ feed: feedSchema, after: eventIdSchema })

export type WantedFeed = z.infer<typeof wantedFeedSchema>

/** What a stream tells: an event, and which of the feeds it belongs to. */
export const fedEventSchema = z.object({ feeds: z.array(z.custom<FeedKey>()), payload: liveEventSchema })

export type FedEvent = z.infer<typeof fedEventSchema>
