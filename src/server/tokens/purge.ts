import 'server-only'
import { DEAD_DAYS, daysAfter } from '@/domain/tokens'
import type { ServiceContext } from '../context/context'

/** Deletes tokens and sign-ins of programs that have counted no more for a month. */
export async function purgeTokens({ db, clock }: Pick<ServiceContext, 'db' | 'clock'>): Promise<void> {
  const before = { lt: daysAfter(clock(), -DEAD_DAYS) }
  await db.apiToken.deleteMany({ where: { OR: [{ revokedAt: before }, { expiresAt: before }] } })
  await db.programSignIn.deleteMany({ where: { OR: [{ endedAt: before }, { expiresAt: before }] } })
}
