import 'server-only'
import type { KnownChange } from '../ledger/read'
import type { Subject } from '../ledger/subjects'

/** A change as it is told to whom it is about. */
export interface Told {
  at: Date
  by: string | null
  before: unknown
  after: unknown
  reason: string | null
}

export const toldOf = ({ at, actor, before, after, text }: KnownChange<Subject>): Told => ({
  ...{ at, by: actor?.name ?? null, before, after, reason: text },
})
