import type { AddressFields } from '@/domain/address-fields'

const boardOrders = ['missing', 'name'] as const
export type BoardOrder = (typeof boardOrders)[number]

/** What the address of a session says: whose name is looked for, in which order, and whose record is open. */
export const boardAddress = {
  search: { holds: 'search' },
  order: { choices: boardOrders, usual: 'missing' },
  student: { holds: 'id' },
} as const satisfies AddressFields
