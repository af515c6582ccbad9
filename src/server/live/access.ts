import 'server-only'
import { userTopic } from '@/domain/live'
import type { ActorContext } from '../context'
import type { Publish } from './publish'

/** Ends the person's open streams: their pages then connect again, and are asked anew who they are. */
export function publishAccessChange(publish: Publish, userId: string): void {
  publish(userTopic(userId), { type: 'access.changed' })
}

/** Whether the person is still signed in as they were: not signed out everywhere, not disabled, no role lost. */
export async function isStillSignedIn(ctx: Pick<ActorContext, 'db' | 'actor'>): Promise<boolean> {
  const { id, sessionVersion, roles } = ctx.actor
  const user = await ctx.db.user.findUnique({
    where: { id, sessionVersion, disabledAt: null },
    select: { roles: true },
  })
  return user !== null && roles.every((role) => user.roles.includes(role))
}
