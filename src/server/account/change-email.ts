import 'server-only'
import type { ChangeEmailInput } from '@/domain/account-schema'
import { AppError } from '@/domain/errors'
import type { ActorContext, ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import { isUniqueViolation } from '../db/errors'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'
import { requireMailBound } from '../mail/bounds'
import { queueMail } from '../mail/queue'
import { accountChange } from './account-change'
import { ownerOfLink, useAccountLink } from './links'
import { lockAccount } from './lock'
import { requireNoDemoAccount } from './ruling'
import { requirePassword } from './service'

interface NewAddress {
  userId: string
  email: string
  /** Whether it was seen that its person reads what is sent there. */
  confirmed: boolean
}

/** The account has this address from now on. What stood in the old mailbox does nothing any more, and it is told. */
async function setEmail(ctx: TxContext, { userId, email, confirmed }: NewAddress): Promise<void> {
  const { tx, now } = ctx
  const before = await lockAccount(tx, userId)
  if (before.disabledAt) throw new AppError('people.disabled')
  if (before.email === email) return
  await tx.user.update({
    where: { id: userId },
    data: { email, emailSince: now, emailConfirmedAt: confirmed ? now : null },
  })
  await tx.accountLink.deleteMany({ where: { userId } })
  await queueMail(ctx, { kind: 'EMAIL_CHANGED', email: before.email, userId })
  accountChange(ctx, { userId, actorId: userId, before, after: before, also: 'newEmail' })
}

const taken = (error: unknown): never => {
  throw isUniqueViolation(error) ? new AppError('account.email_taken') : error
}

/**
 * Another address for one's own account: once the link that is sent there was followed, or at once where no mail goes out.
 * @throws AppError `auth.wrong_password`, `account.email_taken`, `people.not_in_demo`
 */
export async function changeEmail(ctx: ActorContext, input: ChangeEmailInput): Promise<{ mailed: boolean }> {
  const { id: userId } = ctx.actor
  const { email } = input
  await requirePassword(ctx, input.password)
  await requireNoDemoAccount(ctx)
  const other = { email, id: { not: userId } }
  if ((await ctx.db.user.count({ where: other })) > 0) throw new AppError('account.email_taken')
  if (!ctx.mail) {
    await transact(ctx, (ctx) => setEmail(ctx, { userId, email, confirmed: false })).catch(taken)
    return { mailed: false }
  }
  await countTry(ctx.db, 'confirming', userId)
  await requireMailBound(ctx, email)
  await transact(ctx, (ctx) => queueMail(ctx, { kind: 'CHANGE_EMAIL', email, userId }))
  return { mailed: true }
}

/**
 * Takes the address that a link was sent to, once.
 * @throws AppError `account.link_dead`, `account.email_taken`
 */
export async function confirmNewEmail(ctx: ServiceContext, { link }: { link: string }): Promise<void> {
  const kind = 'CHANGE_EMAIL'
  if (!(await ownerOfLink(ctx, { kind, link }))) throw new AppError('account.link_dead')
  await transact(ctx, async (ctx) => {
    const { userId, email } = await useAccountLink(ctx.tx, { kind, link, now: ctx.now })
    await setEmail(ctx, { userId, email: email ?? '', confirmed: true })
  }).catch(taken)
}
