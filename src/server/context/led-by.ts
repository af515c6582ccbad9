import 'server-only'
import type { Prisma } from '../db/generated/client'
import type { Actor } from './context'

/** The places that somebody leads: to everybody else they do not exist. */
export function ledBy({ id: userId }: Pick<Actor, 'id'>): Prisma.PlaceWhereInput {
  return { leaders: { some: { userId } } }
}

/** Of those, the ones that they own. */
export function ownedBy({ id: userId }: Pick<Actor, 'id'>): Prisma.PlaceWhereInput {
  return { leaders: { some: { userId, role: 'OWNER' } } }
}
