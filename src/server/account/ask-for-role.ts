import 'server-only'
import { isAppointed, mayAskAgain } from '@/domain/appointments'
import { AppError } from '@/domain/errors'
import type { Role } from '@/domain/roles'
import type { TxContext } from '../context/tx-context'

/** Notes that somebody wants to teach or to employ. Asking again while that waits changes nothing; after a refusal it takes a week. */
export async function askForRole(
  { tx, now }: TxContext,
  { userId, role }: { userId: string; role: Role },
): Promise<void> {
  if (!isAppointed(role)) throw new Error(`Nobody is appointed ${role}`)
  const last = await tx.roleRequest.findFirst({
    where: { userId, role, granted: false },
    orderBy: { askedAt: 'desc' },
    select: { decidedAt: true },
  })
  if (last?.decidedAt && !mayAskAgain(last.decidedAt, now)) throw new AppError('appointments.refused_lately')
  await tx.roleRequest.createMany({ data: [{ userId, role, askedAt: now }], skipDuplicates: true })
}
