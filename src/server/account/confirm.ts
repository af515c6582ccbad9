import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext, ServiceContext } from '../context/context'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'
import { requireMailBound } from '../mail/bounds'
import { queueMail } from '../mail/queue'
import { ownerOfLink, useAccountLink } from './links'

/** Whether the person's address is confirmed; null where no mail goes out, so that none can be. */
export async function addressStanding(ctx: ActorContext): Promise<{ confirmed: boolean | null }> {
  if (!ctx.mail) return { confirmed: null }
  const confirmed = await ctx.db.user.count({
    where: { id: ctx.actor.id, emailConfirmedAt: { not: null } },
  })
  return { confirmed: confirmed > 0 }
}

/** Sends the person a mail by which they confirm their address, once more; nothing where none goes out or it is confirmed. */
export async function askToConfirm(ctx: ActorContext): Promise<void> {
  const { confirmed } = await addressStanding(ctx)
  if (confirmed !== false) return
  await countTry(ctx.db, 'confirming', ctx.actor.id)
  await requireMailBound(ctx, ctx.actor.email)
  await transact(ctx, (ctx) => queueMail(ctx, { kind: 'CONFIRM_EMAIL', email: ctx.actor.email }))
}

/**
 * Confirms the address that a link was sent to, as long as it is still that of the account.
 * @throws AppError `account.link_dead`
 */
export async function confirmEmail(ctx: ServiceContext, { link }: { link: string }): Promise<void> {
  const kind = 'CONFIRM_EMAIL'
  if (!(await ownerOfLink(ctx, { kind, link }))) throw new AppError('account.link_dead')
  await transact(ctx, async ({ tx, now }) => {
    const { userId, email } = await useAccountLink(tx, { kind, link, now })
    const { count } = await tx.user.updateMany({
      where: { id: userId, email: email ?? '' },
      data: { emailConfirmedAt: now },
    })
    if (count === 0) throw new AppError('account.link_dead')
  })
}
