import type { AddressFields } from '@/domain/address-fields'

/** What the address of a teacher's classes says: which of them are shown. */
export const classesAddress = {
  tab: { choices: ['current', 'archived'], usual: 'current' },
} as const satisfies AddressFields

/** What the address of a class's page says: the tab, and in its list of students whose name is looked for. */
export const classAddress = {
  tab: { choices: ['sessions', 'students', 'settings'], usual: 'sessions' },
  search: { holds: 'search' },
} as const satisfies AddressFields
