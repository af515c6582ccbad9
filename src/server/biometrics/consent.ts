import 'server-only'
import type { Database } from '../db/prisma'

/** The person's consent that is in force; null when there is none. */
export function activeConsent(db: Database, userId: string) {
  return db.consent.findFirst({ where: { userId, withdrawnAt: null } })
}

/** Ends the consent that is in force, where there is one: never before it was given, whatever the clock says. */
export async function withdrawConsent(tx: Database, userId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Consent" SET "withdrawnAt" = greatest("givenAt", ${now}::timestamptz)
    WHERE "userId" = ${userId}::uuid AND "withdrawnAt" IS NULL`
}
