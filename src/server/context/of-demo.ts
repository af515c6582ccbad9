import 'server-only'
import type { Prisma } from '../db/generated/client'

/** An account that the demo came with. */
export const accountOfDemo = { demo: { isNot: null } } satisfies Prisma.UserWhereInput

/** A place that such accounts alone lead: whatever happens there, it happens to nobody. */
export const placeOfDemo = { leaders: { every: { user: accountOfDemo } } } satisfies Prisma.PlaceWhereInput
