import 'server-only'
import { AppError } from '@/domain/errors'
import type { PeopleFilters } from '@/domain/people'
import type { ActorContext, ServiceContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import { pageAfter, pageOfRows } from '../db/page'
import { containing } from '../db/search'

const PAGE = 50

const shown = {
  ...{ id: true, name: true, email: true, roles: true, disabledAt: true, emailConfirmedAt: true },
} as const satisfies Prisma.UserSelect

interface Wanted extends PeopleFilters {
  cursor?: string | null | undefined
}

/** The accounts of the installation by name, a page at a time; for administrators. */
export async function accounts(ctx: ActorContext, { search, role, state, cursor }: Wanted) {
  const named = search ? [{ name: containing(search) }, { email: containing(search) }] : null
  const rows = await ctx.db.user.findMany({
    where: {
      deletedAt: null,
      ...(named && { OR: named }),
      ...(role && { roles: { has: role } }),
      ...(state !== 'ALL' && { disabledAt: state === 'DISABLED' ? { not: null } : null }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    ...pageAfter({ cursor }, PAGE),
    select: { ...shown, createdAt: true },
  })
  const { page, nextCursor } = pageOfRows(rows, PAGE)
  return { items: page, nextCursor }
}

/** One account by its email, for an administrator. */
export async function accountByEmail(ctx: Pick<ServiceContext, 'db'>, { email }: { email: string }) {
  const found = await ctx.db.user.findUnique({ where: { email }, select: shown })
  if (!found) throw new AppError('request.not_found')
  return found
}

/** One account with what an administrator needs to decide about it: what it runs, and where it is signed in. */
export async function accountById(ctx: ActorContext, { userId }: { userId: string }) {
  const signedIn = { endedAt: null, expiresAt: { gt: ctx.clock() } }
  const found = await ctx.db.user.findUnique({
    where: { id: userId, deletedAt: null },
    select: {
      ...{ ...shown, createdAt: true, sessionVersion: true },
      signIns: { where: signedIn, select: { sessionVersion: true } },
      memberships: { where: { leftAt: null }, select: { place: { select: { kind: true } } } },
      leads: {
        orderBy: [{ since: 'asc' }, { placeId: 'asc' }],
        select: { role: true, place: { select: { id: true, kind: true, name: true, archivedAt: true } } },
      },
    },
  })
  if (!found) throw new AppError('request.not_found')
  const { leads, memberships, signIns, sessionVersion, ...account } = found
  const memberOf = (kind: 'CLASS' | 'WORKPLACE') =>
    memberships.filter(({ place }) => place.kind === kind).length
  return {
    ...account,
    self: account.id === ctx.actor.id,
    leads: leads.map(({ role, place }) => ({ role, ...place })),
    inClasses: memberOf('CLASS'),
    atWorkplaces: memberOf('WORKPLACE'),
    signIns: signIns.filter((signIn) => signIn.sessionVersion === sessionVersion).length,
  }
}
