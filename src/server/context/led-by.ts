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

/** The workplaces about whose hours somebody decides: theirs, and where they were given that right. */
export function approvedBy({ id: userId }: Pick<Actor, 'id'>): Prisma.PlaceWhereInput {
  return { kind: 'WORKPLACE', leaders: { some: { userId, OR: [{ role: 'OWNER' }, { mayApprove: true }] } } }
}

/** The workplaces whose wages somebody sees. */
export function wagesSeenBy({ id: userId }: Pick<Actor, 'id'>): Prisma.PlaceWhereInput {
  return { kind: 'WORKPLACE', leaders: { some: { userId, OR: [{ role: 'OWNER' }, { seesWages: true }] } } }
}

/** The workplaces where somebody pays. */
export function paidBy({ id: userId }: Pick<Actor, 'id'>): Prisma.PlaceWhereInput {
  return { kind: 'WORKPLACE', leaders: { some: { userId, OR: [{ role: 'OWNER' }, { mayPay: true }] } } }
}
