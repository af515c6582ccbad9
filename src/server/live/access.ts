import 'server-only'
import { userTopic } from '@/domain/live'
import type { Role } from '@/domain/roles'
import type { PrismaClient } from '../db/generated/client'
import type { Transaction } from './publish'

/** Ends the person's open streams: their pages then connect again, and are asked anew who they are. */
export function publishAccessChange({ publish }: Pick<Transaction, 'publish'>, userId: string): void {
  publish([userTopic(userId)], { type: 'access.changed' })
}

/** Whoever looks at a stream, as they were when they asked for it. */
export interface Looking {
  db: PrismaClient
  actor: { id: string; sessionVersion: number; roles: Role[] }
}

/** Whether the person is still signed in as they were: not signed out everywhere, not disabled, no role lost. */
export async function isStillSignedIn(ctx: Looking): Promise<boolean> {
  const { id, sessionVersion, roles } = ctx.actor
  const user = await ctx.db.user.findUnique({
    where: { id, sessionVersion, disabledAt: null },
    select: { roles: true },
  })
  return user !== null && roles.every((role) => user.roles.includes(role))
}
