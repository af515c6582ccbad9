import 'server-only'
import type { Database } from '../db/prisma'

/** The person's consent that is in force; null when there is none. */
export function activeConsent(db: Database, userId: string) {
  return db.consent.findFirst({ where: { userId, withdrawnAt: null } })
}
