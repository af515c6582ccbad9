import 'server-only'
import { hashOf, newToken } from '../auth/tokens'
import type { Database } from '../db/prisma'

/** The path of another link for an invitation, told here alone: the one before counts no more. Null where it is gone. */
export async function newInvitationLink(
  { db, clock }: { db: Database; clock: () => Date },
  email: string,
): Promise<string | null> {
  const link = newToken()
  const { count } = await db.roleInvitation.updateMany({
    where: { email, expiresAt: { gt: clock() } },
    data: { tokenHash: hashOf(link) },
  })
  return count > 0 ? `/invited/${link}` : null
}

/** Deletes the invitations that nobody followed in time. */
export async function purgeRoleInvitations({
  db,
  clock,
}: {
  db: Database
  clock: () => Date
}): Promise<void> {
  await db.roleInvitation.deleteMany({ where: { expiresAt: { lte: clock() } } })
}
