import 'server-only'
import type { Database } from '../db/prisma'

/** One person's enrolment is changed by one request at a time. */
export function lockEnrolment(tx: Database, userId: string): Promise<void> {
  return lockEnrolments(tx, [userId])
}

/** Holds the enrolment of several people; always in the order of their ids, so that no two wait for each other. */
export async function lockEnrolments(tx: Database, userIds: readonly string[]): Promise<void> {
  const ids = [...new Set(userIds)].sort()
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('enrolment:' || id, 0))::text
    FROM unnest(${ids}::text[]) AS id`
}
