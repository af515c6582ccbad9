import 'server-only'
import { AppError } from '@/domain/errors'
import { PAD_THRESHOLD } from '@/domain/face/thresholds'
import type { ServiceContext } from '../context'
import { seal } from '../crypto/seal'
import type { Database } from '../db/prisma'
import { activeConsent, lockEnrolment } from '../enrolment/service'
import { evidenceLabel } from '../evidence/service'
import type { FaceCheckResult } from './check'

/**
 * Keeps the check so that it can be explained later, with its snapshot sealed. When the person has withdrawn (and
 * perhaps agreed anew) while the frames were worked on, nothing made from their face is kept and it does not count.
 */
export async function saveFaceCheck(
  ctx: ServiceContext,
  tx: Database,
  check: FaceCheckResult,
  now: Date,
): Promise<{ id: string }> {
  const { request, decision, model, threshold, pad, snapshot, course, consentId } = check
  const { userId, sessionId, purpose, liveness, kioskId = null } = request
  await lockEnrolment(tx, userId)
  if ((await activeConsent(tx, userId))?.id !== consentId) throw new AppError('attendance.no_consent')
  const { id } = await tx.faceCheck.create({
    data: {
      userId,
      sessionId,
      kioskId,
      purpose,
      outcome: decision.outcome,
      reason: decision.reason,
      model,
      similarity: decision.similarity,
      threshold,
      live: decision.live,
      liveThreshold: pad ? PAD_THRESHOLD : null,
      liveness,
      ...(course && { challenge: { ...course } }),
      at: now,
    },
    select: { id: true },
  })
  if (!snapshot) return { id }
  const image = seal(ctx.settings.faceKey, evidenceLabel(id), snapshot)
  await tx.evidence.create({ data: { faceCheckId: id, image, createdAt: now } })
  return { id }
}
