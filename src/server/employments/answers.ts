import 'server-only'
import { AppError } from '@/domain/errors'
import { dayText } from '@/domain/weeks'
import { provenAddress } from '../auth/proven-address'
import { hashOf, isToken } from '../auth/tokens'
import type { ActorContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import { transact } from '../live/publish'
import { foundByCode } from '../places/join-guess'
import { ledByName, ownerName } from '../places/leader-names'
import { lockActivePlace } from '../places/lock'
import { hire } from './hire'

const shown = {
  workplace: { select: { currency: true, place: { select: { name: true, ...ledByName } } } },
} as const

type Shown = Prisma.EmploymentInvitationGetPayload<{ include: typeof shown }>

/** An invitation as whoever is asked sees it: their wage too. */
function asAsked({ id, startedOn, jobTitle, contractMinutes, minorPerHour, workplace }: Shown) {
  const { currency, place } = workplace
  return {
    ...{ id, jobTitle, contractMinutes, minorPerHour, currency },
    ...{ workplace: place.name, by: ownerName(place), startedOn: dayText(startedOn) },
  }
}

const standing = (now: Date) => ({ expiresAt: { gt: now }, workplace: { place: { archivedAt: null } } })

/** Where the actor is asked to work, by their email. */
export async function ownInvitations(ctx: ActorContext) {
  const { email } = await provenAddress(ctx)
  if (email === null) return []
  const rows = await ctx.db.employmentInvitation.findMany({
    where: { email, ...standing(ctx.clock()) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    include: shown,
  })
  return rows.map(asAsked)
}

/** By its link, for whoever has it; by its id, for whoever has the email. */
type Which = { link: string } | { invitationId: string }

async function whereOf(ctx: ActorContext, which: Which): Promise<Prisma.EmploymentInvitationWhereInput> {
  if ('invitationId' in which) {
    const { email } = await provenAddress(ctx)
    if (email === null) throw new AppError('account.unconfirmed')
    return { id: which.invitationId, email }
  }
  if (!isToken(which.link)) throw new AppError('employments.invitation_gone')
  return { linkHash: hashOf(which.link) }
}

/** What a link leads to, before it is answered. */
export async function byLink(ctx: ActorContext, { link }: { link: string }) {
  const where = { ...(await whereOf(ctx, { link })), ...standing(ctx.clock()) }
  const found = await foundByCode(ctx, () => ctx.db.employmentInvitation.findFirst({ where, include: shown }))
  if (!found) throw new AppError('employments.invitation_gone')
  return asAsked(found)
}

/** Works there from the day that was said, on what was said. */
export async function accept(ctx: ActorContext, which: Which): Promise<{ employmentId: string }> {
  if ('link' in which) await byLink(ctx, which)
  const userId = ctx.actor.id
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    const where = { ...(await whereOf(ctx, which)), ...standing(ctx.now) }
    const found = await tx.employmentInvitation.findFirst({ where })
    if (!found) throw new AppError('employments.invitation_gone')
    const { id, workplaceId, invitedById: byId, startedOn, ...terms } = found
    await lockActivePlace(tx, workplaceId, 'UPDATE')
    // It may have been answered or taken back while this waited.
    if ((await tx.employmentInvitation.deleteMany({ where: { id } })).count === 0)
      throw new AppError('employments.invitation_gone')
    const hiring = { workplaceId, userId, byId, ...terms, startedOn: dayText(startedOn) }
    return { employmentId: (await hire(ctx, hiring)).id }
  })
}

/** Says no: the invitation goes. */
export async function decline(ctx: ActorContext, which: Which): Promise<void> {
  const { count } = await ctx.db.employmentInvitation.deleteMany({ where: await whereOf(ctx, which) })
  if (count === 0) throw new AppError('employments.invitation_gone')
}
