import 'server-only'
import { studentTopic } from '@/domain/live'
import type { TxContext } from '../context/tx-context'
import type { FaceOffReason } from '../db/generated/enums'
import { publishFacesChanged, queueCalibration } from './faces-changed'

interface Change {
  userId: string
  /** Why the face is off from now on; null: it is on again. */
  reason: FaceOffReason | null
  /** Who wanted it; null where it came about by itself. */
  actorId: string | null
  /** Why, in the words of whoever decided so for somebody else. */
  text?: string | null
}

/**
 * Switches a face off or on again, keeps who did it when and why, has the site measured anew, and tells
 * the person's own page and the boards of their classes.
 */
export async function changeFaceOff(
  ctx: TxContext,
  { userId, reason, actorId, text = null }: Change,
): Promise<void> {
  const { tx, publish, change } = ctx
  const [before] = await tx.$queryRaw<{ faceOff: FaceOffReason | null }[]>`
    SELECT "faceOff" FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
  await tx.user.update({ where: { id: userId }, data: { faceOff: reason } })
  change({
    ...{ subject: 'face opt-out', subjectId: userId, actorId, placeId: null },
    ...{ before: { faceOff: before?.faceOff ?? null }, after: { faceOff: reason }, text },
  })
  await queueCalibration(tx)
  publish([studentTopic(userId)], { type: 'face.changed' })
  await publishFacesChanged(ctx, userId)
}
