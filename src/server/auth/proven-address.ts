import 'server-only'
import type { ActorContext } from '../context/context'

/**
 * The address that is surely the person's: one that they have confirmed; null before that. Where no mail goes out it is
 * theirs as they say, and counts for nothing that is older than their account or their address, from `since` on.
 */
export async function provenAddress(
  ctx: ActorContext,
): Promise<{ email: string | null; since: Date | null }> {
  const select = { email: true, emailConfirmedAt: true, emailSince: true, createdAt: true }
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: ctx.actor.id }, select })
  if (!ctx.mail) return { email: user.email, since: user.emailSince ?? user.createdAt }
  return { email: user.emailConfirmedAt && user.email, since: null }
}
