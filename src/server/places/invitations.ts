import 'server-only'
import { AppError } from '@/domain/errors'
import { MAX_LEADERS } from '@/domain/places'
import type { ActorContext } from '../context/context'
import { ownedBy } from '../context/led-by'
import { countTry } from '../limits/limits'
import { publishAccessChange } from '../live/access'
import { transact } from '../live/publish'
import { leaderChange } from './leaders'
import { lockActiveLed, lockActivePlace } from './lock'
import { standing } from './standing'

/**
 * Asks whoever has this email to run the place with its owner. The answer is the same whether or not there is such an
 * account; who has it is asked on their own page. Asking again lets it begin anew.
 */
export async function invite(ctx: ActorContext, input: { placeId: string; email: string }): Promise<void> {
  const { placeId, email } = input
  await countTry(ctx.db, 'leader invitation', ctx.actor.id)
  if (email === ctx.actor.email) throw new AppError('places.own_already')
  await transact(ctx, async (ctx) => {
    const { tx, now, actor } = ctx
    await lockActiveLed(ctx, { placeId, mode: 'UPDATE', as: 'OWNER' })
    const [known, leaders, invited] = await Promise.all([
      tx.leader.count({ where: { placeId, user: { email } } }),
      tx.leader.count({ where: { placeId } }),
      tx.leaderInvitation.count({ where: { placeId, ...standing(now), email: { not: email } } }),
    ])
    // The owner sees the leaders of the place anyway, so that this tells nothing of who has an account.
    if (known > 0) throw new AppError('places.leads_already')
    if (leaders + invited >= MAX_LEADERS)
      throw new AppError('places.too_many_leaders', { leaders: MAX_LEADERS })
    await tx.leaderInvitation.upsert({
      where: { placeId_email: { placeId, email } },
      create: { placeId, email, invitedById: actor.id, createdAt: now },
      update: { invitedById: actor.id, createdAt: now },
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
 * What the actor is asked to run, and what keeps them from it: an account that is younger than the invitation, because
 * anybody could have made one for this address since; that they are no teacher, or a member there.
 */
export async function ownInvitations(ctx: ActorContext) {
  const { createdAt: since } = await ctx.db.user.findUniqueOrThrow({
    where: { id: ctx.actor.id },
    select: { createdAt: true },
  })
  const rows = await ctx.db.leaderInvitation.findMany({
    where: { email: ctx.actor.email, place: { archivedAt: null }, ...standing(ctx.clock()) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: {
      id: true,
      createdAt: true,
      invitedBy: { select: { name: true } },
      place: {
        select: {
          name: true,
          members: { where: { userId: ctx.actor.id, leftAt: null }, select: { id: true } },
        },
      },
    },
  })
  const teaches = ctx.actor.roles.includes('TEACHER')
  return rows.map(({ id, createdAt, invitedBy, place }) => ({
    id,
    by: invitedBy.name,
    place: place.name,
    obstacle:
      since > createdAt
        ? ('YOUNGER_ACCOUNT' as const)
        : place.members.length > 0
          ? ('MEMBER' as const)
          : teaches
            ? null
            : ('NO_TEACHER' as const),
  }))
}

/** Runs the place from now on, with its owner. */
export async function acceptInvitation(
  ctx: ActorContext,
  input: { invitationId: string },
): Promise<{ placeId: string }> {
  if (!ctx.actor.roles.includes('TEACHER')) throw new AppError('places.no_teacher')
  return transact(ctx, async (ctx) => {
    const { tx, now, actor } = ctx
    const where = { id: input.invitationId, email: actor.email, ...standing(now) }
    const found = await tx.leaderInvitation.findFirst({ where })
    if (!found) throw new AppError('places.invitation_gone')
    const { placeId, createdAt } = found
    if ((await tx.user.count({ where: { id: actor.id, createdAt: { lte: createdAt } } })) === 0)
      throw new AppError('places.account_younger')
    await lockActivePlace(tx, placeId, 'UPDATE')
    // It may have been taken back while this waited.
    if ((await tx.leaderInvitation.deleteMany({ where })).count === 0)
      throw new AppError('places.invitation_gone')
    const key = { placeId, userId: actor.id }
    if ((await tx.member.count({ where: { ...key, leftAt: null } })) > 0)
      throw new AppError('places.member_here')
    await tx.leader.create({ data: { ...key, role: 'ASSISTANT', since: now } })
    ctx.change(leaderChange({ ...key, actorId: actor.id, before: null, after: 'ASSISTANT' }))
    publishAccessChange(ctx, actor.id)
    return { placeId }
  })
}

/** Says no, which nobody is told but by the invitation's going. Twice is harmless. */
export async function declineInvitation(ctx: ActorContext, input: { invitationId: string }): Promise<void> {
  await ctx.db.leaderInvitation.deleteMany({ where: { id: input.invitationId, email: ctx.actor.email } })
}
