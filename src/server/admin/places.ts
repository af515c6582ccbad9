import 'server-only'
import type { PlacesFilters } from '@/domain/administration'
import type { ArchivePlaceInput, GivePlaceInput } from '@/domain/administration-schema'
import { AppError } from '@/domain/errors'
import type { Role } from '@/domain/roles'
import { requireNotOfDemo } from '../account/ruling'
import type { ActorContext } from '../context/context'
import { runningRole } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import type { Place, Prisma } from '../db/generated/client'
import type { PlaceKind } from '../db/generated/enums'
import { pageAfter, pageOfRows } from '../db/page'
import { containing } from '../db/search'
import { withholdAnswers } from '../idempotency/answers'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { archive } from '../places/archive'
import { leaderChange, takeBackWhatWasGiven, takeOff } from '../places/leaders'
import { lockPlace } from '../places/lock'
import { noRights } from '../places/rights'

const PAGE = 50

/** Whoever can get to a place of this kind, as far as their account goes. */
const able = (kind: PlaceKind): Prisma.UserWhereInput => ({
  ...{ disabledAt: null, roles: { has: runningRole[kind] } },
})

const canRun = ({ roles, disabledAt }: { roles: Role[]; disabledAt: Date | null }, kind: PlaceKind) =>
  disabledAt === null && roles.includes(runningRole[kind])

/** The places that nobody who runs them can get to: an owner is disabled, or has lost the role. */
export const orphaned: Prisma.PlaceWhereInput = {
  archivedAt: null,
  OR: (['CLASS', 'WORKPLACE'] as const).map((kind) => ({
    ...{ kind, leaders: { none: { role: 'OWNER', user: able(kind) } } },
  })),
}

function inState(state: PlacesFilters['state']): Prisma.PlaceWhereInput {
  if (state === 'ORPHANED') return orphaned
  return { archivedAt: state === 'ARCHIVED' ? { not: null } : null }
}

const shown = {
  ...{ id: true, kind: true, name: true, createdAt: true, archivedAt: true },
  leaders: {
    orderBy: [{ role: 'asc' }, { since: 'asc' }],
    select: { role: true, user: { select: { id: true, name: true, roles: true, disabledAt: true } } },
  },
  _count: { select: { members: { where: { leftAt: null } } } },
} as const satisfies Prisma.PlaceSelect

type Shown = Prisma.PlaceGetPayload<{ select: typeof shown }>

const told = ({ leaders, _count, ...place }: Shown) => ({
  ...place,
  people: _count.members,
  leaders: leaders.map(({ role, user: { id, name, roles, disabledAt } }) => ({
    ...{ id, name, role },
    able: canRun({ roles, disabledAt }, place.kind),
  })),
})

interface Wanted extends PlacesFilters {
  cursor?: string | null | undefined
}

/** Every class and workplace by name, a page at a time, with who runs it; for administrators. */
export async function places(ctx: ActorContext, { search, kind, state, cursor }: Wanted) {
  const led = { leaders: { some: { user: { name: search ? containing(search) : '' } } } }
  const rows = await ctx.db.place.findMany({
    where: {
      AND: [inState(state), ...(search ? [{ OR: [{ name: containing(search) }, led] }] : [])],
      ...(kind && { kind }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    ...pageAfter({ cursor }, PAGE),
    select: shown,
  })
  const { page, nextCursor } = pageOfRows(rows, PAGE)
  return { items: page.map(told), nextCursor }
}

/** One of them. */
export async function placeById(ctx: ActorContext, { placeId }: { placeId: string }) {
  const found = await ctx.db.place.findUnique({ where: { id: placeId }, select: shown })
  if (!found) throw new AppError('request.not_found')
  return told(found)
}

type Ruling = TxContext<ActorContext>

/**
 * Who owned the place until now assists from then on; whoever cannot get there any more runs it no longer, and what they
 * handed out to others counts no more.
 */
async function makeRoom(ctx: Ruling, place: Place, reason: string): Promise<void> {
  const { tx, actor } = ctx
  const owners = await tx.leader.findMany({
    where: { placeId: place.id, role: 'OWNER' },
    include: { user: { select: { roles: true, disabledAt: true } } },
  })
  for (const { user, ...owner } of owners) {
    if (!canRun(user, place.kind)) {
      await takeOff(ctx, { before: owner, reason })
      continue
    }
    const { placeId, userId } = owner
    const after = { role: 'ASSISTANT' as const, ...noRights }
    await tx.leader.update({ where: { placeId_userId: { placeId, userId } }, data: after })
    await takeBackWhatWasGiven(ctx, { placeId, userId })
    await withholdAnswers(tx, userId)
    const told = { placeId, userId, actorId: actor.id, before: owner, after }
    ctx.change({ ...leaderChange(told), text: reason })
    publishAccessChange(ctx, userId)
  }
}

/**
 * Makes somebody the owner of a class or a workplace, whoever it was before: for places whose owner has left.
 * @throws AppError `people.no_account`, `places.cannot_run`, `places.belongs_here`, `places.owns_already`, `people.not_in_demo`
 */
export async function givePlace(
  ctx: ActorContext,
  { placeId, email, reason }: GivePlaceInput,
): Promise<void> {
  await requireNotOfDemo(ctx)
  await transact(ctx, async (ctx) => {
    const { tx, actor, now } = ctx
    const place = await lockPlace(tx, placeId, 'UPDATE')
    const select = { id: true, roles: true, disabledAt: true }
    const person = await tx.user.findUnique({ where: { email }, select })
    if (!person) throw new AppError('people.no_account')
    const { id: userId } = person
    if (!canRun(person, place.kind)) throw new AppError('places.cannot_run')
    if ((await tx.member.count({ where: { placeId, userId, leftAt: null } })) > 0)
      throw new AppError('places.belongs_here')
    const key = { placeId_userId: { placeId, userId } }
    const before = await tx.leader.findUnique({ where: key })
    if (before?.role === 'OWNER') throw new AppError('places.owns_already')
    await makeRoom(ctx, place, reason)
    const owner = { role: 'OWNER' as const, ...noRights }
    await tx.leader.upsert({ where: key, create: { placeId, userId, ...owner, since: now }, update: owner })
    const told = { placeId, userId, actorId: actor.id, before, after: owner }
    ctx.change({ ...leaderChange(told), text: reason })
    publishAccessChange(ctx, userId)
  })
}

/** Archives or restores a class or a workplace that is not the administrator's own; nothing of it is lost. */
export async function archivePlace(ctx: ActorContext, input: ArchivePlaceInput): Promise<void> {
  const { placeId, archived, reason } = input
  await requireNotOfDemo(ctx)
  await transact(ctx, async (ctx) => {
    await archive(ctx, await lockPlace(ctx.tx, placeId, 'UPDATE'), { archived, reason })
  })
}
