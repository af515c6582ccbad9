import 'server-only'
import { TRIED_BEFORE_MS } from '@/domain/time-entries'
import type { TxContext } from '../context/tx-context'
import type { Entry } from './entry'

/**
 * The face checks of somebody who clocked belong to their entry: the one that counted, and those that failed just before,
 * by whatever they clocked in the end.
 */
export async function keepTried({ tx, now }: TxContext, entry: Entry): Promise<void> {
  const { id: timeEntryId, userId, workplaceId: placeId } = entry
  const since = new Date(now.getTime() - TRIED_BEFORE_MS)
  await tx.faceCheck.updateMany({
    where: { userId, placeId, timeEntryId: null, at: { gte: since } },
    data: { timeEntryId },
  })
}
