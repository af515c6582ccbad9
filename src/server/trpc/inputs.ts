import 'server-only'
import { z } from 'zod'

/** Inputs that procedures of several nouns take. */
export const sessionInput = z.strictObject({ sessionId: z.uuid() })
export const placeInput = z.strictObject({ placeId: z.uuid() })
export const classInput = z.strictObject({ classId: z.uuid() })

/** What a list that is read a page at a time takes besides its own input. */
export const pageFields = {
  // The client's first page has the cursor null.
  cursor: z.uuid().nullish(),
  direction: z.enum(['forward', 'backward']).optional(),
}
