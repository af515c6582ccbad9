import 'server-only'
import type { Actor } from '../context/context'
import type { Database } from '../db/prisma'

/**
 * The person as the database knows them at this moment, with the roles they have now; null where the account is
 * disabled, or every sign-in of this version was ended.
 */
export function actorNow(db: Database, who: { id: string; sessionVersion?: number }): Promise<Actor | null> {
  return db.user.findUnique({
    where: { ...who, disabledAt: null },
    select: { id: true, name: true, email: true, roles: true, sessionVersion: true },
  })
}
