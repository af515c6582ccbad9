import 'server-only'
import { cookies, headers } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { beginSignIn, signOut } from '../account/sign-ins'
import { sessionCookieName } from '../auth/cookie'
import type { SignInClaims } from '../context/context'
import type { SignInWay } from '../db/generated/client'
import { env } from '../env'
import { serviceContext } from '../process/service-context'

const services = () => ({ ...serviceContext(), via: 'WEB' as const })

/** What the cookie of this browser names; null without one, and for one of a version before, which named no sign-in. */
export async function claimsHere(): Promise<SignInClaims | null> {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  return claims?.sub && claims.signInId ? { userId: claims.sub, signInId: claims.signInId } : null
}

/** Signs the account in, in this browser, and answers with what its cookie will name. */
export async function signInHere(
  account: { id: string; sessionVersion: number },
  way: SignInWay,
): Promise<{ id: string; signInId: string }> {
  const before = (await claimsHere())?.signInId ?? null
  const userAgent = (await headers()).get('user-agent') ?? ''
  const signInId = await beginSignIn(services(), { account, way, userAgent, before })
  return { id: account.id, signInId }
}

/** Ends the sign-in of this browser, so that its cookie counts nowhere any more. */
export async function signOutHere(): Promise<void> {
  const claims = await claimsHere()
  if (claims) await signOut(services(), claims)
}
