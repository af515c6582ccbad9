import { z } from 'zod'
import { emailSchema } from './account'
import { reasonSchema } from './employments'
import { idSchema } from './id'
import { roleSchema } from './roles'

/** Keeping somebody out, or in again. */
export const switchAccountSchema = z.strictObject({ userId: idSchema, reason: reasonSchema })

/** Everything that somebody is from now on. */
export const setRolesSchema = z.strictObject({
  userId: idSchema,
  roles: z
    .array(roleSchema)
    .max(5)
    .transform((roles) => [...new Set(roles)]),
  reason: reasonSchema,
})

export const personSchema = z.strictObject({ userId: idSchema })
export const personByEmailSchema = z.strictObject({ email: emailSchema })

export type SwitchAccountInput = z.infer<typeof switchAccountSchema>
export type SetRolesInput = z.infer<typeof setRolesSchema>
