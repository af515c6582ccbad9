import 'server-only'
import type { Role } from '@/domain/roles'
import type { Prisma } from '../db/generated/client'
import { PlaceKind } from '../db/generated/enums'
import type { Actor } from './context'

/** As what somebody runs a place of each kind. */
export const runningRole = { CLASS: 'TEACHER', WORKPLACE: 'EMPLOYER' } as const satisfies Record<
  PlaceKind,
  Role
>

type Leading = Pick<Actor, 'id' | 'roles'>

/** The kinds of places that somebody may run by what they are: whoever is no teacher any more leads no class. */
function runBy({ roles }: Leading): Prisma.PlaceWhereInput {
  const kinds = Object.values(PlaceKind).filter((kind) => roles.includes(runningRole[kind]))
  return { kind: { in: kinds } }
}

/** The places that somebody leads: to everybody else they do not exist. */
export function ledBy(actor: Leading): Prisma.PlaceWhereInput {
  return { AND: [runBy(actor), { leaders: { some: { userId: actor.id } } }] }
}

/** Of those, the ones that they own. */
export function ownedBy(actor: Leading): Prisma.PlaceWhereInput {
  return { AND: [runBy(actor), { leaders: { some: { userId: actor.id, role: 'OWNER' } } }] }
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
