import { z } from './zod'

/** Where a device says that it is. Never kept. */
export const positionSchema = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})
export type Position = z.infer<typeof positionSchema>
