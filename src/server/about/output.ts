import 'server-only'
import { z } from 'zod'

export const installationOutput = z.object({
  operator: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
  evidenceDays: z.int(),
  photosKept: z.boolean(),
  openRoles: z.boolean(),
})
