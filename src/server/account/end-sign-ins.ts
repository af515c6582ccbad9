import 'server-only'
import type { TxContext } from '../context/tx-context'
import type { SignInEnd } from '../db/generated/client'
import { publishAccessChange } from '../live/access'
import { forgetDevices } from './devices'

interface Ended {
  userId: string
  /** Why they end together. */
  by: Extract<SignInEnd, 'EVERYWHERE' | 'PASSWORD' | 'ACCOUNT'>
}

/** Ends every sign-in of the person and what every browser knows of them, and the streams that their pages have open. */
export async function endSignIns(ctx: TxContext, { userId, by }: Ended): Promise<void> {
  const { tx, now } = ctx
  await tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } })
  await tx.signIn.updateMany({
    where: { userId, endedAt: null, expiresAt: { gt: now } },
    data: { endedAt: now, endedBy: by },
  })
  await forgetDevices(tx, { userId, now })
  // Whoever ends all of it may have lost a mail, or a link, to somebody else, or their password to who asked for another address.
  await tx.accountLink.deleteMany({ where: { userId, kind: { in: ['RESET_PASSWORD', 'CHANGE_EMAIL'] } } })
  await tx.mail.deleteMany({ where: { userId, kind: 'CHANGE_EMAIL' } })
  publishAccessChange(ctx, userId)
}
