import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'
import type { FaceOffReason } from '../db/generated/enums'
import type { Database } from '../db/prisma'

const refusals: Record<FaceOffReason, ErrorCode> = {
  OWN_WISH: 'face.off_own_wish',
  STAFF: 'face.off_staff',
  EMPLOYER: 'face.off_employer',
  TOO_MANY_MISSES: 'face.off_misses',
}

/** Refuses whatever would look at the face of somebody whose face is switched off, and says why it is. */
export async function requireFaceOn(db: Database, userId: string): Promise<void> {
  const { faceOff } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { faceOff: true } })
  if (faceOff) throw new AppError(refusals[faceOff])
}
