import 'server-only'
import type { Database } from '../db/prisma'

/**
 * Erases what cases hold of somebody's face. What nobody has decided is forgotten altogether: should the person
 * enrol again, it is found again.
 */
export async function forgetInCases(tx: Database, userId: string): Promise<void> {
  const theirs = { OR: [{ userId }, { knownId: userId }] }
  await tx.duplicateCase.deleteMany({ where: { ...theirs, state: 'OPEN' } })
  await tx.duplicateCase.updateMany({ where: theirs, data: { image: null, similarity: null } })
}
