import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Role } from '@/domain/roles'
import { type SignedInUser, signedIn } from '../account/signed-in'
import { whoAsks } from '../foreseen'
import { serviceContext } from '../process/service-context'
import { claimsHere } from './here'

/** The signed-in person, or null. The cookie only names a sign-in: whether it still counts is asked of the database every time. */
export const currentUser = cache(async (): Promise<SignedInUser | null> => {
  const claims = await claimsHere()
  return claims && whoAsks(() => signedIn(serviceContext(), claims))
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
