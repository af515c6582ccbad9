import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'
import type { FaceOffReason, PlaceKind } from '../db/generated/enums'
import type { Database } from '../db/prisma'

const refusals: Record<FaceOffReason, ErrorCode> = {
  OWN_WISH: 'face.off_own_wish',
  STAFF: 'face.off_staff',
  EMPLOYER: 'face.off_employer',
  TOO_MANY_MISSES: 'face.off_misses',
}

const refusalsHere: Record<PlaceKind, ErrorCode> = {
  CLASS: 'face.off_in_class',
  WORKPLACE: 'face.off_at_work',
}

/**
 * Refuses whatever would look at the face of somebody whose face is switched off, everywhere or at the place that it
 * would be for, and says why it is. Enrolling and signing in are at no place.
 */
export async function requireFaceOn(
  db: Database,
  userId: string,
  at: { placeId: string } | null,
): Promise<void> {
  const { faceOff } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { faceOff: true } })
  if (faceOff) throw new AppError(refusals[faceOff])
  if (!at) return
  const here = await db.member.findFirst({
    where: { userId, placeId: at.placeId, faceOffSince: { not: null } },
    select: { place: { select: { kind: true } } },
  })
  if (here) throw new AppError(refusalsHere[here.place.kind])
}
