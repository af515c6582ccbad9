import type { Feed, WantedFeed } from './feeds'
import { idSchema } from './id'
import { z } from './zod'

const feedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account') }),
  z.strictObject({ kind: z.literal('session'), sessionId: idSchema }),
  z.strictObject({ kind: z.literal('today') }),
  z.strictObject({ kind: z.literal('work') }),
  z.strictObject({ kind: z.literal('workplace'), workplaceId: idSchema }),
]) satisfies z.ZodType<Feed>

/** A place in the order of events: a decimal number. */
export const eventIdSchema = z.string().regex(/^\d{1,18}$/)

export const wantedFeedSchema = z.strictObject({
  feed: feedSchema,
  after: eventIdSchema,
}) satisfies z.ZodType<WantedFeed>
