import 'server-only'
import { signInTopic, userTopic } from '@/domain/live'
import type { Role } from '@/domain/roles'
import type { PrismaClient } from '../db/generated/client'
import type { Transaction } from './publish'

/** Ends the person's open streams: their pages then connect again, and are asked anew who they are. */
export function publishAccessChange({ publish }: Pick<Transaction, 'publish'>, userId: string): void {
  publish([userTopic(userId)], { type: 'access.changed' })
}

/** Ends the streams that were opened by one sign-in: the pages of that browser then hear that nobody is signed in. */
export function publishSignInEnd({ publish }: Pick<Transaction, 'publish'>, signInId: string): void {
  publish([signInTopic(signInId)], { type: 'access.changed' })
}

/** Whoever looks at a stream, as they were when they asked for it. */
export interface Looking {
  db: PrismaClient
  clock: () => Date
  actor: { id: string; sessionVersion: number; roles: Role[] }
  /** By which sign-in of theirs; null for programs. */
  signInId: string | null
}

/** How long their sign-in still counts, in milliseconds; null for programs. */
export async function signedInFor({ db, clock, signInId }: Looking): Promise<number | null> {
  if (!signInId) return null
  const signIn = await db.signIn.findUnique({ where: { id: signInId }, select: { expiresAt: true } })
  return signIn ? signIn.expiresAt.getTime() - clock().getTime() : 0
}

/** Whether the person is still signed in as they were: not signed out, here or everywhere, not disabled, no role lost. */
export async function isStillSignedIn(ctx: Looking): Promise<boolean> {
  const { id, sessionVersion, roles } = ctx.actor
  const signIn = ctx.signInId && { id: ctx.signInId, endedAt: null, expiresAt: { gt: ctx.clock() } }
  const user = await ctx.db.user.findUnique({
    where: { id, sessionVersion, disabledAt: null, ...(signIn && { signIns: { some: signIn } }) },
    select: { roles: true },
  })
  return user !== null && roles.every((role) => user.roles.includes(role))
}
