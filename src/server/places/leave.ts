import 'server-only'
import type { TxContext } from '../context/tx-context'

/** Somebody belongs to a place no longer: never before they joined, whatever the clock says. How many left. */
export function leaveNow(
  { tx, now }: Pick<TxContext, 'tx' | 'now'>,
  member: { id: string },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Member" SET "leftAt" = greatest("joinedAt", ${now}::timestamptz) WHERE id = ${member.id}::uuid AND "leftAt" IS NULL`
}
