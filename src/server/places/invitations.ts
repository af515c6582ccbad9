import 'server-only'
import { AppError } from '@/domain/errors'
import { MAX_LEADERS } from '@/domain/places'
import type { LeaderRights } from '@/domain/workplaces-schema'
import { provenAddress } from '../auth/proven-address'
import type { Actor, ActorContext } from '../context/context'
import { ownedBy, runningRole } from '../context/led-by'
import type { PlaceKind } from '../db/generated/enums'
import { countTry } from '../limits/limits'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { leaderChange } from './leaders'
import { lockActiveLed, lockActivePlace } from './lock'
import { leaderRights, noRights } from './rights'
import { standing } from './standing'

interface Asked {
  placeId: string
  email: string
  /** What they may do with hours and pay, at a workplace. */
  rights?: LeaderRights | undefined
}

/**
 * Asks whoever has this email to run the place with its owner. The answer is the same whether or not there is such an
 * account; who has it is asked on their own page. Asking again lets it begin anew.
 */
export async function invite(ctx: ActorContext, input: Asked): Promise<void> {
  const { placeId, email } = input
  await countTry(ctx.db, 'leader invitation', ctx.actor.id)
  if (email === ctx.actor.email) throw new AppError('places.own_already')
  await transact(ctx, async (ctx) => {
    const { tx, now, actor } = ctx
    const { kind } = await lockActiveLed(ctx, { placeId, mode: 'UPDATE', as: 'OWNER' })
    const rights = kind === 'WORKPLACE' && input.rights ? input.rights : noRights
    // One after the other: a transaction has one connection.
    const known = await tx.leader.count({ where: { placeId, user: { email } } })
    const leaders = await tx.leader.count({ where: { placeId } })
    const invited = await tx.leaderInvitation.count({
      where: { placeId, ...standing(now), email: { not: email } },
    })
    // The owner sees the leaders of the place anyway, so that this tells nothing of who has an account.
    if (known > 0) throw new AppError('places.leads_already')
    if (leaders + invited >= MAX_LEADERS)
      throw new AppError('places.too_many_leaders', { leaders: MAX_LEADERS })
    await tx.leaderInvitation.upsert({
      where: { placeId_email: { placeId, email } },
      create: { placeId, email, ...rights, invitedById: actor.id, createdAt: now },
      update: { ...rights, invitedById: actor.id, createdAt: now },
    })
  })
}

/** Takes an invitation back. */
export async function withdrawInvitation(ctx: ActorContext, input: { invitationId: string }): Promise<void> {
  const { count } = await ctx.db.leaderInvitation.deleteMany({
    where: { id: input.invitationId, place: ownedBy(ctx.actor) },
  })
  if (count === 0) throw new AppError('request.not_found')
}

/**
 * What the actor is asked to run, and what keeps them from it: where addresses cannot be confirmed, an account that is
 * younger than the invitation, because anybody could have made one for this address since; that they are no teacher (or
 * employer), or a member there.
 */
export async function ownInvitations(ctx: ActorContext) {
  const { email, since } = await provenAddress(ctx)
  if (email === null) return []
  const rows = await ctx.db.leaderInvitation.findMany({
    where: { email, place: { archivedAt: null }, ...standing(ctx.clock()) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: {
      id: true,
      createdAt: true,
      invitedBy: { select: { name: true } },
      place: {
        select: {
          name: true,
          kind: true,
          members: { where: { userId: ctx.actor.id, leftAt: null }, select: { id: true } },
        },
      },
    },
  })
  const runs = (kind: PlaceKind) => ctx.actor.roles.includes(runningRole[kind])
  return rows.map(({ id, createdAt, invitedBy, place }) => ({
    id,
    by: invitedBy.name,
    place: place.name,
    kind: place.kind,
    obstacle:
      since !== null && since > createdAt
        ? ('YOUNGER_ACCOUNT' as const)
        : place.members.length > 0
          ? ('MEMBER' as const)
          : runs(place.kind)
            ? null
            : place.kind === 'CLASS'
              ? ('NO_TEACHER' as const)
              : ('NO_EMPLOYER' as const),
  }))
}

function requireRunningRole({ roles }: Actor, kind: PlaceKind): void {
  if (roles.includes(runningRole[kind])) return
  throw new AppError(kind === 'CLASS' ? 'places.no_teacher' : 'places.no_employer')
}

/** Runs the place from now on, with its owner. */
export async function acceptInvitation(
  ctx: ActorContext,
  input: { invitationId: string },
): Promise<{ placeId: string; kind: PlaceKind }> {
  return transact(ctx, async (ctx) => {
    const { tx, now, actor } = ctx
    const { email, since } = await provenAddress(ctx)
    if (email === null) throw new AppError('account.unconfirmed')
    const where = { id: input.invitationId, email, ...standing(now) }
    const found = await tx.leaderInvitation.findFirst({ where })
    if (!found) throw new AppError('places.invitation_gone')
    const { placeId, createdAt } = found
    if (since !== null && since > createdAt) throw new AppError('places.account_younger')
    const { kind } = await lockActivePlace(tx, placeId, 'UPDATE')
    requireRunningRole(actor, kind)
    // It may have been taken back while this waited.
    if ((await tx.leaderInvitation.deleteMany({ where })).count === 0)
      throw new AppError('places.invitation_gone')
    const key = { placeId, userId: actor.id }
    if ((await tx.member.count({ where: { ...key, leftAt: null } })) > 0)
      throw new AppError('places.member_here')
    const leader = { role: 'ASSISTANT' as const, ...leaderRights(found) }
    await tx.leader.create({ data: { ...key, ...leader, since: now } })
    ctx.change(leaderChange({ ...key, actorId: actor.id, before: null, after: leader }))
    publishAccessChange(ctx, actor.id)
    return { placeId, kind }
  })
}

/** Says no, which nobody is told but by the invitation's going. Twice is harmless. */
export async function declineInvitation(ctx: ActorContext, input: { invitationId: string }): Promise<void> {
  const { email } = await provenAddress(ctx)
  if (email !== null) await ctx.db.leaderInvitation.deleteMany({ where: { id: input.invitationId, email } })
}
