import type { AddressFields, ReadFields } from './address-fields'
import { type Role, roles } from './roles'

export const peopleStates = ['ALL', 'ACTIVE', 'DISABLED'] as const

/** By what the list of accounts can be narrowed down. */
export const peopleFields = {
  search: { holds: 'search' },
  role: { choices: roles },
  state: { choices: peopleStates, usual: 'ALL' },
} as const satisfies AddressFields
export type PeopleFilters = ReadFields<typeof peopleFields>

/** As what the records of a deleted account tell of somebody: "former student". */
export function formerAs(roles: readonly Role[]) {
  const found = (['STUDENT', 'TEACHER', 'EMPLOYEE', 'EMPLOYER'] as const).find((one) => roles.includes(one))
  return found ?? 'NONE'
}
