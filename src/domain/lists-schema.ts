import { schemaOf } from './address-fields-schema'
import { listFields } from './lists'

/** The filters of each list as programs send them, and as they stand in the address of its file. */
export const listFilters = {
  people: schemaOf(listFields.people),
  now: schemaOf(listFields.now),
  review: schemaOf(listFields.review),
  week: schemaOf(listFields.week),
  hours: schemaOf(listFields.hours),
  payments: schemaOf(listFields.payments),
}
