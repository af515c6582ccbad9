import 'server-only'
import { z } from 'zod'
import { roleSchema } from '@/domain/roles'

export const accountOutput = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
  disabledAt: z.date().nullable(),
  emailConfirmedAt: z.date().nullable(),
})
