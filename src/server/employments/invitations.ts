import 'server-only'
import { WORK_INVITATION_DAYS } from '@/domain/employments'
import type { WorkInvitationInput } from '@/domain/employments-schema'
import { AppError } from '@/domain/errors'
import { dayDate, dayText } from '@/domain/weeks'
import { hashOf, newToken } from '../auth/tokens'
import type { ActorContext } from '../context/context'
import { ledBy, wagesSeenBy } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'
import { lockActiveWorkplace, lockWorkplace, requireWorkplace } from '../workplaces/access'

const DAY_MS = 24 * 60 * 60 * 1000

/** Until when an invitation of now stands. */
export const standsUntil = (now: Date) => new Date(now.getTime() + WORK_INVITATION_DAYS * DAY_MS)

interface Asked extends WorkInvitationInput {
  workplaceId: string
}

/**
 * Asks somebody to work here: whoever has the email is asked on their own page, and whoever is given the link may follow
 * it. The link is told here alone. Asking the same email again lets it begin anew.
 */
export async function invite(ctx: ActorContext, input: Asked): Promise<{ id: string; link: string }> {
  const { workplaceId, startedOn, email, minorPerHour, ...said } = input
  await countTry(ctx.db, 'work invitation', ctx.actor.id)
  const { may } = await requireWorkplace(ctx, input)
  if (minorPerHour !== undefined && !may.seesWages) throw new AppError('workplaces.wages_not_yours')
  const link = newToken()
  return transact(ctx, async (ctx) => {
    const { tx, now, actor } = ctx
    await lockActiveWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'MANAGER' })
    const here = { placeId: workplaceId, leftAt: null, user: { email: email ?? '' } }
    if (email && (await tx.member.count({ where: here })) > 0)
      throw new AppError('employments.invited_or_works')
    if (email) await tx.employmentInvitation.deleteMany({ where: { workplaceId, email } })
    const { id } = await tx.employmentInvitation.create({
      data: {
        ...{ workplaceId, email: email ?? null, minorPerHour: minorPerHour ?? null },
        name: said.name ?? null,
        jobTitle: said.jobTitle ?? null,
        externalNumber: said.externalNumber ?? null,
        contractMinutes: said.contractMinutes ?? null,
        startedOn: dayDate(startedOn),
        ...{ linkHash: hashOf(link), invitedById: actor.id, createdAt: now, expiresAt: standsUntil(now) },
      },
      select: { id: true },
    })
    return { id, link }
  })
}

/** Who was asked and has not answered, the latest first; the wage only for whoever sees wages. */
export async function invitations(ctx: ActorContext, input: { workplaceId: string }) {
  const { may } = await requireWorkplace(ctx, input)
  const rows = await ctx.db.employmentInvitation.findMany({
    where: { workplaceId: input.workplaceId, expiresAt: { gt: ctx.clock() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 1000,
  })
  return rows.map(({ startedOn, minorPerHour, ...row }) => ({
    ...row,
    startedOn: dayText(startedOn),
    minorPerHour: may.seesWages ? minorPerHour : null,
  }))
}

/** An invitation of a workplace where the actor may ask people, held with the place. */
async function lockInvitation(ctx: TxContext<ActorContext>, id: string) {
  const where = { id, workplace: { place: ledBy(ctx.actor) } }
  const found = await ctx.tx.employmentInvitation.findFirst({ where })
  if (!found) throw new AppError('request.not_found')
  await lockWorkplace(ctx, { workplaceId: found.workplaceId, mode: 'UPDATE', as: 'MANAGER' })
  return found
}

/**
 * Another link for an invitation, told here alone; the one before stops working. Whoever has the link reads the wage, so
 * it is for those who see wages where one stands.
 */
export async function renewLink(
  ctx: ActorContext,
  { workInvitationId: id }: { workInvitationId: string },
): Promise<{ id: string; link: string }> {
  const link = newToken()
  await transact(ctx, async (ctx) => {
    const { tx, now, actor } = ctx
    const { workplaceId, minorPerHour } = await lockInvitation(ctx, id)
    const seen = { id: workplaceId, ...wagesSeenBy(actor) }
    if (minorPerHour !== null && (await tx.place.count({ where: seen })) === 0)
      throw new AppError('workplaces.wages_not_yours')
    const data = { linkHash: hashOf(link), expiresAt: standsUntil(now) }
    if ((await tx.employmentInvitation.updateMany({ where: { id }, data })).count === 0)
      throw new AppError('request.not_found')
  })
  return { id, link }
}

/** Takes an invitation back. */
export async function withdraw(
  ctx: ActorContext,
  { workInvitationId: id }: { workInvitationId: string },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    await lockInvitation(ctx, id)
    if ((await ctx.tx.employmentInvitation.deleteMany({ where: { id } })).count === 0)
      throw new AppError('request.not_found')
  })
}
