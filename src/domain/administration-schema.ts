import { emailSchema } from './account-schema'
import { schemaOf } from './address-fields-schema'
import { deeds, placesFields } from './administration'
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

export const deedSchema = z.enum(deeds)
