import type { AddressFields, ReadFields } from './address-fields'
import type { Role } from './roles'

/** By what an administrator narrows classes and workplaces down; ORPHANED: nobody who runs them can sign in. */
export const placeStates = ['CURRENT', 'ARCHIVED', 'ORPHANED'] as const
export const placesFields = {
  search: { holds: 'search' },
  kind: { choices: ['CLASS', 'WORKPLACE'] },
  state: { choices: placeStates, usual: 'CURRENT' },
} as const satisfies AddressFields
export type PlacesFilters = ReadFields<typeof placesFields>

/** What a history of administration tells of: each is one sentence. */
export const deeds = [
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
] as const
export type Deed = (typeof deeds)[number]

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
