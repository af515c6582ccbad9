import 'server-only'
import type { ResetPasswordInput } from '@/domain/account-schema'
import { AppError } from '@/domain/errors'
import { endSignIns } from '../account/end-sign-ins'
import { ownerOfLink, useAccountLink } from '../account/links'
import { checkPasswordChoice, hashPassword } from '../auth/password'
import type { ServiceContext } from '../context/context'
import { countTry, forgetTries } from '../limits/limits'
import { transact } from '../live/publish'
import { requireMailBound } from '../mail/bounds'
import { queueMail } from '../mail/queue'
import { revokeAllTokens } from '../tokens/personal'

/**
 * Somebody says that they have forgotten the password of an account: its address gets a mail with a link or, where no
 * mail goes out, an administrator is told. The answer, and what is done before it, are the same for an unknown address.
 */
export async function askForReset(ctx: ServiceContext, { email }: { email: string }): Promise<void> {
  await countTry(ctx.db, 'forgotten password address', ctx.address)
  await countTry(ctx.db, 'forgotten password account', email)
  await requireMailBound(ctx, email)
  await transact(ctx, (ctx) => queueMail(ctx, { kind: 'RESET_PASSWORD', email }))
}

/** Whether a link for a new password can be used. */
export async function resetLink(
  ctx: ServiceContext,
  { link }: { link: string },
): Promise<{ usable: boolean }> {
  return { usable: (await ownerOfLink(ctx, { kind: 'RESET_PASSWORD', link })) !== null }
}

/**
 * A new password by a link. Every sign-in and every token ends: where a password was forgotten, somebody else may have
 * known it. A link that came by mail shows that its address is read by whoever has the account.
 * @throws AppError `account.link_dead`
 */
export async function resetPassword(ctx: ServiceContext, input: ResetPasswordInput): Promise<void> {
  const { link, newPassword } = input
  const owner = await ownerOfLink(ctx, { kind: 'RESET_PASSWORD', link })
  if (!owner) throw new AppError('account.link_dead')
  checkPasswordChoice(newPassword, owner)
  const passwordHash = await hashPassword(newPassword)
  await transact(ctx, async (ctx) => {
    const { tx, now, change } = ctx
    const { userId, email } = await useAccountLink(tx, { kind: 'RESET_PASSWORD', link, now })
    const user = await tx.user.update({ where: { id: userId }, data: { passwordHash } })
    if (email === user.email && !user.emailConfirmedAt)
      await tx.user.update({ where: { id: userId }, data: { emailConfirmedAt: now } })
    await endSignIns(ctx, { userId, by: 'PASSWORD' })
    await revokeAllTokens(ctx, { userId, actorId: userId })
    change({
      ...{ subject: 'password', subjectId: userId, actorId: userId, placeId: null },
      ...{ before: null, after: { step: 'RESET' } },
    })
  })
  await forgetTries(ctx.db, 'sign-in account', owner.email)
  await forgetTries(ctx.db, 'sign-in account and address', `${owner.email} from ${ctx.address}`)
}
