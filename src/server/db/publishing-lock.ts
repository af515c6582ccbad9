import 'server-only'
import type { Database } from './prisma'

/** Any number that no other advisory lock of the database uses. The ledger's migration knows it too. */
const PUBLISHING_LOCK = 7_315_001

/**
 * Held by whoever writes events, changes or blocks, until the transaction ends: ids then follow the order of commits,
 * and whoever holds it sees every row with a smaller id.
 */
export async function holdPublishing(tx: Database): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PUBLISHING_LOCK}::bigint)`
}
