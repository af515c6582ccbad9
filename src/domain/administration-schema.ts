import { emailSchema } from './account-schema'
import { schemaOf } from './address-fields-schema'
import { placesFields } from './administration'
import { reasonSchema } from './employments-schema'
import { idSchema } from './id'
import { z } from './zod'

export const placesFilters = schemaOf(placesFields)

/** Giving a class or a workplace to somebody, by whoever answers for the installation. */
export const givePlaceSchema = z.strictObject({ placeId: idSchema, email: emailSchema, reason: reasonSchema })

export type GivePlaceInput = z.infer<typeof givePlaceSchema>

export const archivePlaceSchema = z.strictObject({
  placeId: idSchema,
  archived: z.boolean(),
  reason: reasonSchema,
})

export type ArchivePlaceInput = z.infer<typeof archivePlaceSchema>

/** What a history of administration tells of: each is one sentence. */
export const deedSchema = z.enum([
  'DISABLED',
  'ENABLED',
  'ROLES',
  'SIGNED_OUT',
  'DELETED',
  'NEW_EMAIL',
  'PASSWORD_LINK',
  'PASSWORD_RESET',
  'OWNER',
  'ASSISTANT',
  'NO_LEADER',
  'ARCHIVED',
  'RESTORED',
])

export type Deed = z.infer<typeof deedSchema>
