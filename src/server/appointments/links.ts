import 'server-only'
import { hashOf, newToken } from '../auth/tokens'
import type { Database } from '../db/prisma'

/** An invitation counts as long as whoever made it may make one. */
export const standingInvitation = (now: Date) => ({
  expiresAt: { gt: now },
  invitedBy: { disabledAt: null, roles: { has: 'ADMIN' as const } },
})

/** The path of another link for an invitation, told here alone: the one before counts no more. Null where it is gone. */
export async function newInvitationLink(
  { db, clock }: { db: Database; clock: () => Date },
  { email, mailed }: { email: string; mailed: boolean },
): Promise<string | null> {
  const link = newToken()
  const { count } = await db.roleInvitation.updateMany({
    where: { email, ...standingInvitation(clock()) },
    data: { tokenHash: hashOf(link), mailed },
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
