import 'server-only'
import { z } from 'zod'
import { roleSchema } from '@/domain/roles-schema'

/** What somebody can try without a camera. */
export const samplesOutput = z.strictObject({ portrait: z.boolean(), room: z.boolean() })

/** The demo accounts that others can reach. */
export const reachableOutput = z.strictObject({
  accounts: z.array(z.strictObject({ name: z.string(), email: z.string(), roles: z.array(roleSchema) })),
  open: z.boolean(),
  removable: z.boolean(),
})

export const removedOutput = z.strictObject({
  accounts: z.number(),
  places: z.number(),
  firstAdminPath: z.string().nullable(),
})
