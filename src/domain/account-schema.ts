import { accountLimits, DELETED_DOMAIN, selfChosenRoles } from './account'
import { fieldError } from './field-errors'
import { languages } from './locale'
import { name } from './text'
import { isTimeZone } from './time'
import { z } from './zod'

const nameSchema = name(accountLimits.nameMax, fieldError('name_missing'))

/** An email address, trimmed and in lower case, so that one person cannot hold two accounts by spelling. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, fieldError('email_missing'))
  .max(accountLimits.emailMax, fieldError('too_long', { max: accountLimits.emailMax }))
  .pipe(z.email(fieldError('email_invalid')))
  .refine((email) => !email.endsWith(`@${DELETED_DOMAIN}`), fieldError('email_invalid'))

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

/** What stands in a link that was handed out. */
const linkSchema = z.string().max(100)

const roleSchema = z.enum(selfChosenRoles, fieldError('role_missing'))

/** Making an account. Unknown fields are refused. */
export const signUpSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  role: roleSchema,
})

/** Making an account by an invitation, whose address and role it has. */
export const invitedSignUpSchema = signUpSchema.omit({ email: true, role: true }).extend({ link: linkSchema })

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

/** Another address for one's account, which needs the password. */
export const changeEmailSchema = z.strictObject({ email: emailSchema, password: typedPasswordSchema })

/** A link alone, to ask what it is good for, or to do it. */
export const accountLinkSchema = z.strictObject({ link: linkSchema })

/** A new password by a link, for whoever has forgotten the old one. */
export const resetPasswordSchema = z.strictObject({ link: linkSchema, newPassword: newPasswordSchema })

/** Taking one more role. */
export const addRoleSchema = z.strictObject({ role: roleSchema })
export type SignUpInput = z.infer<typeof signUpSchema>

export type SignInInput = z.infer<typeof signInSchema>

export type ProfileInput = z.infer<typeof profileSchema>

export type ReadingInput = z.infer<typeof readingSchema>

export type ChangePasswordInput = z.infer<typeof changePasswordSchema>

export type ChangeEmailInput = z.infer<typeof changeEmailSchema>

export type AddRoleInput = z.infer<typeof addRoleSchema>

export type InvitedSignUpInput = z.infer<typeof invitedSignUpSchema>

export type ResetPasswordInput = z.infer<typeof resetPasswordSchema>
