import { z } from 'zod'
import { emailSchema } from './account'
import { reasonSchema } from './employments'
import { idSchema } from './id'
import type { Role } from './roles'
import { text } from './text'

/** By what an administrator narrows classes and workplaces down; ORPHANED: nobody who runs them can sign in. */
export const placeStates = ['CURRENT', 'ARCHIVED', 'ORPHANED'] as const
export const placesFilters = z.strictObject({
  search: text(80).optional(),
  kind: z.enum(['CLASS', 'WORKPLACE']).optional(),
  state: z.enum(placeStates).default('CURRENT'),
})
export type PlacesFilters = z.output<typeof placesFilters>

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

interface AccountState {
  roles: readonly Role[]
  disabled: boolean
  signedOut?: true | undefined
  deleted?: true | undefined
  newEmail?: true | undefined
}

/** What was made of an account. */
export function deedOfAccount(before: AccountState, after: AccountState): Deed {
  if (after.newEmail) return 'NEW_EMAIL'
  if (after.deleted) return 'DELETED'
  if (after.signedOut) return 'SIGNED_OUT'
  if (before.disabled !== after.disabled) return after.disabled ? 'DISABLED' : 'ENABLED'
  return 'ROLES'
}

/** The roles that came and went by a change. */
export function rolesChanged(before: readonly Role[], after: readonly Role[]) {
  const lacking = (these: readonly Role[], those: readonly Role[]) =>
    these.filter((role) => !those.includes(role))
  return { added: lacking(after, before), removed: lacking(before, after) }
}
