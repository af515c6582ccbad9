import 'server-only'
import { randomUUID } from 'node:crypto'
import { isKnownDevice } from '../account/devices'
import type { ServiceContext } from '../context/context'

/** Somebody who may sign in by face in this browser. */
export interface Owner {
  id: string
  sessionVersion: number
}

export type OwnerContext = Pick<ServiceContext, 'db' | 'clock' | 'device'>

/**
 * The person, if they may sign in by face in this browser at this moment: they signed in here with their password
 * before, switched it on, agree to face recognition, and are no administrator. Any notice they agreed to will do, as for
 * clocking in: their face is compared with their own photos only. Null for every other reason alike, without asking
 * anything where the browser is a stranger's.
 */
export async function ownerHere(
  ctx: OwnerContext,
  person: { email: string } | { id: string },
): Promise<Owner | null> {
  const { device } = ctx
  if (!device) return null
  const user = await ctx.db.user.findUnique({
    where: person,
    select: {
      id: true,
      sessionVersion: true,
      roles: true,
      faceSignIn: true,
      faceOff: true,
      disabledAt: true,
      consents: { where: { withdrawnAt: null }, select: { id: true } },
    },
  })
  // Asked for an invented person too, so that an unknown email takes as long as a known one.
  const userId = user?.id ?? randomUUID()
  const known = await isKnownDevice(ctx.db, { userId, device, now: ctx.clock() })
  if (!user || !known || !user.faceSignIn || user.faceOff || user.disabledAt) return null
  if (user.roles.includes('ADMIN') || user.consents.length === 0) return null
  return { id: user.id, sessionVersion: user.sessionVersion }
}
