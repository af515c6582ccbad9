import 'server-only'
import type { Database } from '../db/prisma'

/** Whether this account's enrolment has stopped: until an administrator has decided, or for good. */
export async function holdOf(db: Database, userId: string): Promise<'OPEN' | 'SAME_PERSON' | null> {
  const found = await db.duplicateCase.findMany({
    where: { userId, state: { in: ['OPEN', 'SAME_PERSON'] } },
    select: { state: true },
  })
  if (found.some(({ state }) => state === 'SAME_PERSON')) return 'SAME_PERSON'
  return found.length > 0 ? 'OPEN' : null
}
