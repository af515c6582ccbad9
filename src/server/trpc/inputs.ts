import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { daySchema } from '@/domain/sessions-schema'

/** Inputs that procedures of several nouns take. */
export const sessionInput = z.strictObject({ sessionId: idSchema })
export const placeInput = z.strictObject({ placeId: idSchema })
export const workplaceInput = z.strictObject({ workplaceId: idSchema })
export const employmentInput = z.strictObject({ employmentId: idSchema })
export const classInput = z.strictObject({ classId: idSchema })

/** Calendar days of the class's time zone, both included. */
export const dayFields = { from: daySchema.optional(), to: daySchema.optional() }

/** What a list that is read a page at a time takes besides its own input. */
export const pageFields = {
  // The client's first page has the cursor null.
  cursor: idSchema.nullish(),
  direction: z.enum(['forward', 'backward']).optional().meta({ browserOnly: true }),
}
