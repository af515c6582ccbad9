import { z } from 'zod'
import { emailSchema, typedPasswordSchema } from './account'
import { reasonSchema } from './employments'
import { idSchema } from './id'
import { languages } from './locale'
import { type Role, roleSchema } from './roles'
import { text } from './text'

export const peopleStates = ['ALL', 'ACTIVE', 'DISABLED'] as const

/** By what the list of accounts can be narrowed down. */
export const peopleFilters = z.strictObject({
  search: text(80).optional(),
  role: roleSchema.optional(),
  state: z.enum(peopleStates).default('ALL'),
})

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

/** As what the records of a deleted account tell of somebody: "former student". */
export function formerAs(roles: readonly Role[]) {
  const found = (['STUDENT', 'TEACHER', 'EMPLOYEE', 'EMPLOYER'] as const).find((one) => roles.includes(one))
  return found ?? 'NONE'
}

/** Deleting one's own account; the language in which records say from then on whose they were. */
export const deleteAccountSchema = z.strictObject({
  password: typedPasswordSchema,
  locale: z.enum(languages).optional(),
})
export type DeleteAccountInput = z.infer<typeof deleteAccountSchema>

export const personSchema = z.strictObject({ userId: idSchema })
export const personByEmailSchema = z.strictObject({ email: emailSchema })

export type SwitchAccountInput = z.infer<typeof switchAccountSchema>
export type SetRolesInput = z.infer<typeof setRolesSchema>
export type PeopleFilters = z.output<typeof peopleFilters>
