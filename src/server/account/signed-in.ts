import 'server-only'
import { USE_MS } from '@/domain/tokens'
import type { Actor, ServiceContext, SignInClaims } from '../context/context'
import { errorFields, logger } from '../logger'

/** The signed-in person, and how they want to read. */
export interface SignedInUser extends Actor {
  /** By which of their sign-ins. */
  signInId: string
  /** Until when that counts. */
  until: Date
  /** The language they chose; null follows the browser. */
  locale: string | null
  timeZone: string | null
  /** Whether the account is one that the demo came with. */
  ofDemo: boolean
}

type Asked = Pick<ServiceContext, 'db' | 'clock'>

/**
 * Who is signed in by it, asked in one statement of sign-in and account: nobody where it has ended, its 8 hours are over,
 * every sign-in of its version was ended, or the account is disabled.
 */
export async function signedIn(ctx: Asked, { userId, signInId }: SignInClaims): Promise<SignedInUser | null> {
  const now = ctx.clock()
  const [found] = await ctx.db.$queryRaw<Array<SignedInUser & { lastUsedAt: Date }>>`
    SELECT u.id, u.name, u.email, u.roles::text[] AS roles, u."sessionVersion", u.locale, u."timeZone",
      s.id AS "signInId", s."expiresAt" AS until, s."lastUsedAt",
      EXISTS (SELECT FROM "DemoAccount" d WHERE d."userId" = u.id) AS "ofDemo"
    FROM "SignIn" s
    JOIN "User" u ON u.id = s."userId" AND u."sessionVersion" = s."sessionVersion" AND u."disabledAt" IS NULL
    WHERE s.id = ${signInId}::uuid AND s."userId" = ${userId}::uuid
      AND s."endedAt" IS NULL AND s."expiresAt" > ${now}::timestamptz`
  if (!found) return null
  const { lastUsedAt, ...user } = found
  await noteUse(ctx, { signInId, lastUsedAt, now })
  return user
}

/** Written once a minute at most. That it cannot be is no reason to refuse who asks. */
async function noteUse(
  { db }: Asked,
  { signInId, lastUsedAt, now }: { signInId: string; lastUsedAt: Date; now: Date },
): Promise<void> {
  const minuteAgo = new Date(now.getTime() - USE_MS)
  if (lastUsedAt > minuteAgo) return
  await db.signIn
    .updateMany({
      where: { id: signInId, endedAt: null, lastUsedAt: { lte: minuteAgo } },
      data: { lastUsedAt: now },
    })
    .catch((error: unknown) => logger.warn('the use of a sign-in was not noted', errorFields(error)))
}
