import { emailSchema } from './account-schema'
import { appointedRoles } from './appointments'
import { idSchema } from './id'
import { z } from './zod'

export const appointedRoleSchema = z.enum(appointedRoles)

export const decideRoleSchema = z.strictObject({ requestId: idSchema, granted: z.boolean() })

export const inviteToRoleSchema = z.strictObject({ email: emailSchema, role: appointedRoleSchema })
export type DecideRoleInput = z.infer<typeof decideRoleSchema>

export type InviteToRoleInput = z.infer<typeof inviteToRoleSchema>
