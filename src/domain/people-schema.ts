import { emailSchema, typedPasswordSchema } from './account-schema'
import { schemaOf } from './address-fields-schema'
import { reasonSchema } from './employments-schema'
import { idSchema } from './id'
import { languages } from './locale'
import { peopleFields } from './people'
import { roleSchema } from './roles-schema'
import { z } from './zod'

export const peopleFilters = schemaOf(peopleFields)

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
