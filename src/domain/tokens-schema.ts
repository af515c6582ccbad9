import { signInSchema, typedPasswordSchema } from './account-schema'
import { fieldError } from './field-errors'
import { scopeSchema } from './scopes-schema'
import { name } from './text'
import { tokenDays } from './tokens'
import { z } from './zod'

const NAME_MAX = 60

/** Making a personal access token, which needs the password: it goes on working when that is changed. */
export const newTokenSchema = z.strictObject({
  name: name(NAME_MAX, fieldError('token_name_missing')),
  scopes: z
    .array(scopeSchema)
    .min(1, fieldError('scope_missing'))
    .max(100)
    .transform((scopes) => [...new Set(scopes)].sort()),
  days: z.literal(tokenDays),
  currentPassword: typedPasswordSchema,
})

/** Signing a program in: it may say what it is called, so that its owner knows it again. */
export const programSignInSchema = signInSchema.extend({
  program: name(NAME_MAX, fieldError('token_name_missing')).optional(),
})
export type NewTokenInput = z.infer<typeof newTokenSchema>

export type ProgramSignInInput = z.infer<typeof programSignInSchema>
