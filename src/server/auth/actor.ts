import 'server-only'
import type { Actor } from '../context/context'
import type { Database } from '../db/prisma'

interface Who {
  id: string
  sessionVersion?: number
}

/** Nobody where the account is disabled, or every sign-in of this version was ended. */
export const livingAccount = (who: Who) => ({ ...who, disabledAt: null })

export const actorFields = { id: true, name: true, email: true, roles: true, sessionVersion: true } as const

/** The person as the database knows them at this moment, with the roles they have now. */
export function actorNow(db: Database, who: Who): Promise<Actor | null> {
  return db.user.findUnique({ where: livingAccount(who), select: actorFields })
}
