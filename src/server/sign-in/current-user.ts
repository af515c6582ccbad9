import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import type { Role } from '@/domain/roles'
import { actorFields, livingAccount } from '../auth/actor'
import { sessionCookieName, signInSeconds } from '../auth/cookie'
import type { Actor } from '../context/context'
import { prisma } from '../db/prisma'
import { env } from '../env'
import { whoAsks } from '../foreseen'

/** The signed-in person, and how they want to read. */
export interface SignedInUser extends Actor {
  /** The language they chose; null follows the browser. */
  locale: string | null
  timeZone: string | null
  /** Whether the account is one that the demo came with. */
  ofDemo: boolean
}

/**
 * The signed-in person, or null. The token only names them: whether it still counts (password unchanged,
 * account not disabled, 8 hours not over) is asked of the database and the clock every time.
 */
export const currentUser = cache(async (): Promise<SignedInUser | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  if (!claims?.sub || !claims.signedInAt) return null
  if (Date.now() - claims.signedInAt > signInSeconds * 1000) return null
  const account = livingAccount({ id: claims.sub, sessionVersion: claims.sessionVersion ?? -1 })
  const select = { ...actorFields, locale: true, timeZone: true, demo: { select: { userId: true } } }
  const user = await whoAsks(() => prisma.user.findUnique({ where: account, select }))
  if (!user) return null
  const { demo, ...person } = user
  return { ...person, ofDemo: demo !== null }
})

/** The signed-in person; anybody else is sent to sign in, and back to `next` afterwards. */
export async function requireUser(next: string): Promise<SignedInUser> {
  const user = await currentUser()
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  return user
}

/** The signed-in person with this role; without it they are sent to their own start page. */
export async function requireRole(role: Role, next: string): Promise<SignedInUser> {
  const user = await requireUser(next)
  if (!user.roles.includes(role)) redirect('/')
  return user
}
