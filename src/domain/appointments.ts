import type { Role } from './roles'
import { daysAfter } from './tokens'

/**
 * How somebody comes to teach or to employ: an administrator approves it, an administrator invites them, or they say so
 * themselves.
 */
export const appointmentModes = ['approval', 'invitation', 'open'] as const
export type AppointmentMode = (typeof appointmentModes)[number]

/** The roles that run something, to which people are appointed; everybody may be a student or an employee. */
export const appointedRoles = ['TEACHER', 'EMPLOYER'] as const
export type AppointedRole = (typeof appointedRoles)[number]

export const isAppointed = (role: Role): role is AppointedRole => appointedRoles.some((one) => one === role)

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
