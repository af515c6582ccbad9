import 'server-only'
import { z } from 'zod'
import { MOST_FEEDS } from '@/domain/feeds'
import { eventIdSchema, wantedFeedSchema } from '@/domain/feeds-schema'
import { idSchema } from '@/domain/id'
import { liveEventSchema } from '@/domain/live-schema'
import { sessionInput } from '../trpc/inputs'
import { procedureFor, router, signedInProcedure } from '../trpc/procedure'
import { at, browserOnly } from '../trpc/rest-meta'
import { feedEvents, feedStart, sessionEvents } from './service'

export const feedsRouter = router({
  start: signedInProcedure
    .meta(browserOnly('Programs are told with what they read from where it can be followed.'))
    .output(z.object({ viewerId: z.uuid(), lastEventId: eventIdSchema }))
    .query(({ ctx }) => feedStart(ctx)),
  events: signedInProcedure
    .meta(browserOnly('Programs listen at /sessions/{id}/events.'))
    .input(
      z.strictObject({
        viewerId: idSchema,
        feeds: z.array(wantedFeedSchema).min(1).max(MOST_FEEDS),
        // What the stream told last, where it is taken up again.
        lastEventId: eventIdSchema.optional(),
      }),
    )
    .subscription(({ ctx, input, signal }) => feedEvents(ctx, input, signal)),
  session: procedureFor('TEACHER')
    .meta(
      at('GET', '/sessions/{sessionId}/events', 'Hear what happens in a session', { event: liveEventSchema }),
    )
    .input(sessionInput.extend({ lastEventId: eventIdSchema.optional() }))
    .subscription(({ ctx, input, signal }) => sessionEvents(ctx, input, signal)),
})
