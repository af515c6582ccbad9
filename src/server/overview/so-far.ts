import 'server-only'
import { entryInput, type PersonInput } from '../pay-periods/input'
import { type Calculated, calculated } from '../pay-periods/people'

/** What somebody's hours come to at this moment: what is still open counts until now. */
export function soFar({ input, punches }: PersonInput, now: Date): Calculated {
  const begun = punches.filter(({ startedAt }) => startedAt < now)
  const entries = begun.map((punch) => entryInput({ ...punch, endedAt: punch.endedAt ?? now }))
  return calculated({ ...input, entries })
}

export const sumBy = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0)
