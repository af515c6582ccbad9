import { z } from 'zod'
import { fieldError } from './field-errors'
import { languages } from './locale'
import { name } from './text'
import { isTimeZone } from './time'

/**
 * The roles a person may give themselves, those of whoever runs something only where the installation leaves that open;
 * the others are given by whoever runs the installation.
 */
export const selfChosenRoles = ['TEACHER', 'STUDENT', 'EMPLOYER', 'EMPLOYEE'] as const

export type SelfChosenRole = (typeof selfChosenRoles)[number]

/** Those that an installation may keep to itself. */
const runningRoles: readonly SelfChosenRole[] = ['TEACHER', 'EMPLOYER']

/** Whether somebody may give themselves a role, where the roles that run something are open or not. */
export function mayChooseRole(role: SelfChosenRole, open: boolean): boolean {
  return open || !runningRoles.includes(role)
}

/** What a name, an email and a password may be: the form's hints and the server's limits are these. */
export const accountLimits = { nameMax: 80, emailMax: 254, passwordMin: 12, passwordMax: 200 } as const

const nameSchema = name(accountLimits.nameMax, fieldError('name_missing'))

/** An email address, trimmed and in lower case, so that one person cannot hold two accounts by spelling. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, fieldError('email_missing'))
  .max(accountLimits.emailMax, fieldError('too_long', { max: accountLimits.emailMax }))
  .pipe(z.email(fieldError('email_invalid')))

/** A new password: its length in characters. Whether it is common or personal is judged by the server. */
const newPasswordSchema = z
  .string()
  .min(accountLimits.passwordMin, fieldError('too_short', { min: accountLimits.passwordMin }))
  .max(accountLimits.passwordMax, fieldError('too_long', { max: accountLimits.passwordMax }))

/** A password as typed to prove who one is: only bounded, because rules for new ones may have changed. */
export const typedPasswordSchema = z
  .string()
  .min(1, fieldError('password_missing'))
  .max(accountLimits.passwordMax, fieldError('too_long', { max: accountLimits.passwordMax }))

const roleSchema = z.enum(selfChosenRoles, fieldError('role_missing'))

/** Making an account. Unknown fields are refused. */
export const signUpSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  role: roleSchema,
})

/** Signing in. */
export const signInSchema = z.strictObject({ email: emailSchema, password: typedPasswordSchema })

/** Asking whether, and beginning, to sign in by face: email first. */
export const emailInputSchema = z.strictObject({ email: emailSchema })

/** What a person may change about themselves. */
export const profileSchema = z.strictObject({ name: nameSchema })

/** How somebody reads: null follows their browser. */
export const readingSchema = z.strictObject({
  locale: z.enum(languages).nullable(),
  timeZone: z.string().max(64).refine(isTimeZone, fieldError('time_zone_unknown')).nullable(),
})

/** Changing the password, which needs the current one. */
export const changePasswordSchema = z.strictObject({
  currentPassword: typedPasswordSchema,
  newPassword: newPasswordSchema,
})

/** Taking one more role. */
export const addRoleSchema = z.strictObject({ role: roleSchema })

export type SignUpInput = z.infer<typeof signUpSchema>
export type SignInInput = z.infer<typeof signInSchema>
export type ProfileInput = z.infer<typeof profileSchema>
export type ReadingInput = z.infer<typeof readingSchema>
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>
export type AddRoleInput = z.infer<typeof addRoleSchema>
