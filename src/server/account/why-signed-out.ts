import 'server-only'
import { type SignedOutReason, whyEnded } from '@/domain/sign-ins'
import type { ServiceContext } from '../context/context'

interface Page {
  /** For whom it was made, and until when they were signed in then. */
  viewerId: string
  until: string
}

/**
 * Why the browser that asks is signed in no more; null where that cannot be said. Only a cookie that names the sign-in is
 * told what the database knows of it: whoever has none hears nothing but what the page knew.
 */
export async function whySignedOut(
  ctx: ServiceContext,
  { viewerId, until }: Page,
): Promise<SignedOutReason | null> {
  const now = ctx.clock()
  const isOver = new Date(until) <= now
  const claims = await ctx.named()
  // A browser drops its cookie with its last hour, and when somebody signs out in it.
  if (!claims) return isOver ? 'expired' : 'here'
  if (claims.userId !== viewerId) return 'replaced'
  const signIn = await ctx.db.signIn.findUnique({
    where: { id: claims.signInId, userId: viewerId },
    select: {
      ...{ endedBy: true, expiresAt: true, sessionVersion: true },
      user: { select: { sessionVersion: true, disabledAt: true } },
    },
  })
  if (!signIn) return isOver ? 'expired' : null
  const { user, sessionVersion, ...ended } = signIn
  const outdated = sessionVersion !== user.sessionVersion
  return whyEnded({ ...ended, outdated, disabled: user.disabledAt !== null }, now)
}
