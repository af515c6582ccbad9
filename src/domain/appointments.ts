import { z } from 'zod'
import { emailSchema } from './account'
import { idSchema } from './id'
import type { Role } from './roles'
import { daysAfter } from './tokens'

/**
 * How somebody comes to teach or to employ: an administrator approves it, an administrator invites them, or they say so
 * themselves.
 */
export const appointmentModes = ['approval', 'invitation', 'open'] as const
export type AppointmentMode = (typeof appointmentModes)[number]

/** The roles that run something, to which people are appointed; everybody may be a student or an employee. */
export const appointedRoleSchema = z.enum(['TEACHER', 'EMPLOYER'])
export type AppointedRole = z.infer<typeof appointedRoleSchema>

export const isAppointed = (role: Role): role is AppointedRole => appointedRoleSchema.safeParse(role).success

/** How a person comes by a role that they choose: at once, by asking an administrator, or not by themselves. */
export function howGiven(role: Role, mode: AppointmentMode): 'AT_ONCE' | 'ON_REQUEST' | 'NOT' {
  if (!isAppointed(role) || mode === 'open') return 'AT_ONCE'
  return mode === 'approval' ? 'ON_REQUEST' : 'NOT'
}

/** How long an invitation to teach or to employ stands. */
export const ROLE_INVITATION_DAYS = 14

/** After a refusal, how long until the same is asked again. */
export const ASK_AGAIN_DAYS = 7

/** Whether somebody whose wish was refused then may ask for the same again. */
export const mayAskAgain = (refusedAt: Date, now: Date): boolean =>
  now >= daysAfter(refusedAt, ASK_AGAIN_DAYS)

export const decideRoleSchema = z.strictObject({ requestId: idSchema, granted: z.boolean() })

export const inviteToRoleSchema = z.strictObject({ email: emailSchema, role: appointedRoleSchema })

export type DecideRoleInput = z.infer<typeof decideRoleSchema>
export type InviteToRoleInput = z.infer<typeof inviteToRoleSchema>
