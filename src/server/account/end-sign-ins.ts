import 'server-only'
import type { TxContext } from '../context/tx-context'
import { publishAccessChange } from '../live/access'
import { forgetDevices } from './devices'

/** Ends every sign-in of a person and what every browser knows of them, and the streams that their pages have open. */
export async function endSignIns(ctx: TxContext, userId: string): Promise<void> {
  const { tx, now } = ctx
  await tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } })
  await forgetDevices(tx, { userId, now })
  publishAccessChange(ctx, userId)
}
