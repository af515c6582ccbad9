import 'server-only'
import type { InvitedSignUpInput } from '@/domain/account-schema'
import { ROLE_INVITATION_DAYS } from '@/domain/appointments'
import { appointedRoleSchema, type InviteToRoleInput } from '@/domain/appointments-schema'
import { AppError } from '@/domain/errors'
import { daysAfter } from '@/domain/tokens'
import { accountChange } from '../account/account-change'
import { requireNotOfDemo } from '../account/ruling'
import { checkPasswordChoice, hashPassword } from '../auth/password'
import { hashOf, isToken, newToken } from '../auth/tokens'
import type { ActorContext, ServiceContext } from '../context/context'
import { isUniqueViolation } from '../db/errors'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'
import { queueMail } from '../mail/queue'
import { newInvitationLink, standingInvitation } from './links'

/**
 * Invites somebody who has no account yet to teach or to employ. They get a mail; where no mail goes out, the path of
 * the link is the answer, told here alone. Inviting the same address again lets it begin anew.
 * @throws AppError `appointments.has_account`
 */
export async function inviteToRole(
  ctx: ActorContext,
  input: InviteToRoleInput,
): Promise<{ path: string | null }> {
  const { email, role } = input
  await requireNotOfDemo(ctx)
  return transact(ctx, async (ctx) => {
    const { tx, now, actor, mail } = ctx
    if ((await tx.user.count({ where: { email } })) > 0)
      throw new AppError('appointments.has_account', { email })
    const made = {
      ...{ role, invitedById: actor.id, createdAt: now, tokenHash: hashOf(newToken()) },
      expiresAt: daysAfter(now, ROLE_INVITATION_DAYS),
    }
    await tx.roleInvitation.upsert({ where: { email }, create: { email, ...made }, update: made })
    if (!mail)
      return { path: await newInvitationLink({ db: tx, clock: ctx.clock }, { email, mailed: false }) }
    const reader = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { locale: true } })
    await queueMail(ctx, { kind: 'ROLE_INVITATION', email, role, locale: reader.locale })
    return { path: null }
  })
}

/** Invitations that nobody has followed yet, the newest first; for administrators. */
export async function roleInvitations(ctx: ActorContext) {
  const rows = await ctx.db.roleInvitation.findMany({
    where: standingInvitation(ctx.clock()),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
  })
  return rows.map(({ role, ...row }) => ({ ...row, role: appointedRoleSchema.parse(role) }))
}

/** Takes an invitation back. */
export async function withdrawRoleInvitation(
  ctx: ActorContext,
  input: { invitationId: string },
): Promise<void> {
  const { count } = await ctx.db.roleInvitation.deleteMany({ where: { id: input.invitationId } })
  if (count === 0) throw new AppError('request.not_found')
}

const inForce = (link: string, now: Date) => ({ tokenHash: hashOf(link), ...standingInvitation(now) })

/** What a link invites to; null where it is dead, which counts against whoever brings it. */
export async function roleInvitation(ctx: ServiceContext, { link }: { link: string }) {
  const found = isToken(link)
    ? await ctx.db.roleInvitation.findFirst({
        where: inForce(link, ctx.clock()),
        select: { email: true, role: true },
      })
    : null
  if (!found) await countTry(ctx.db, 'account link', ctx.address)
  return { invitation: found && { email: found.email, role: appointedRoleSchema.parse(found.role) } }
}

/**
 * Makes the account that an invitation is for, with its role. Where it came by mail its address is confirmed by that.
 * @throws AppError `appointments.invitation_dead`
 */
export async function signUpInvited(ctx: ServiceContext, input: InvitedSignUpInput): Promise<{ id: string }> {
  const { link, name, password } = input
  const { invitation } = await roleInvitation(ctx, { link })
  if (!invitation) throw new AppError('appointments.invitation_dead')
  checkPasswordChoice(password, { name, email: invitation.email })
  const passwordHash = await hashPassword(password)
  const made = transact(ctx, async (ctx) => {
    const { tx, now } = ctx
    const gone = await tx.roleInvitation.findFirst({
      where: inForce(link, now),
      select: { invitedById: true, mailed: true },
    })
    const { count } = await tx.roleInvitation.deleteMany({ where: inForce(link, now) })
    if (!gone || count === 0) throw new AppError('appointments.invitation_dead')
    const { email, role } = invitation
    const [roles, emailConfirmedAt] = [[role], gone.mailed ? now : null]
    const { id } = await tx.user.create({
      data: { name, email, passwordHash, roles, createdAt: now, emailConfirmedAt },
      select: { id: true },
    })
    const [before, after] = [
      { roles: [], disabledAt: null },
      { roles, disabledAt: null },
    ]
    accountChange(ctx, { userId: id, actorId: gone.invitedById, before, after })
    return { id }
  })
  return made.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new AppError('account.email_taken') : error
  })
}
