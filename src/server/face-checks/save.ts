import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'
import type { FaceDecision } from '@/domain/face/challenge-decision'
import { PAD_THRESHOLD } from '@/domain/face/thresholds'
import { activeConsent } from '../biometrics/consent'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import { requireFaceOn } from '../biometrics/face-on'
import { changeFaceOff } from '../biometrics/face-switch'
import type { TxContext } from '../context/tx-context'
import { seal } from '../crypto/seal'
import type { FaceCheckOutcome } from '../db/generated/enums'
import type { Database } from '../db/prisma'
import { evidenceLabel } from '../evidence/service'
import type { FaceCheckResult } from './check'
import { type FaceTry, settleTry } from './locks'
import { takenForPicture } from './not-live'
import { type Occasion, occasionColumns } from './occasion'

interface SavedCheck {
  id: string
  /** Why the face does not count; null where it does. */
  refused: AppError | null
}

/**
 * Keeps the check so that it can be explained later, with its snapshot sealed. When the person has withdrawn (and
 * perhaps agreed anew) while the frames were worked on, nothing made from their face is kept and it does not count.
 */
export async function saveFaceCheck(ctx: TxContext, check: FaceCheckResult): Promise<SavedCheck> {
  const { tx, now } = ctx
  const {
    subject,
    decision,
    model,
    calibrationId,
    threshold,
    pad,
    snapshot,
    course,
    consentId,
    begun,
    second,
    more,
  } = check
  const { userId, occasion, purpose, liveness, kioskId = null } = subject
  const reason = more ? 'face.more_pictures' : second === 'missing' ? 'face.second_factor' : decision.reason
  await lockEnrolment(tx, userId)
  if ((await activeConsent(tx, userId))?.id !== consentId) throw new AppError('attendance.no_consent')
  if (decision.outcome === 'MATCHED') await requireInUse(tx, userId, occasion)
  const { id } = await tx.faceCheck.create({
    data: {
      userId,
      ...occasionColumns(occasion),
      kioskId,
      purpose,
      outcome: decision.outcome,
      reason,
      secondFactor: second === 'given',
      model,
      calibrationId,
      similarity: decision.similarity,
      threshold,
      ...comparedBy(decision),
      live: decision.live,
      liveThreshold: pad ? PAD_THRESHOLD : null,
      liveness,
      ...(course && { challenge: { ...course } }),
      at: now,
    },
    select: { id: true },
  })
  if (snapshot) {
    const image = seal(ctx.settings.faceKey, evidenceLabel(id), snapshot)
    await tx.evidence.create({ data: { faceCheckId: id, image, createdAt: now } })
  }
  // A match that does not decide ends no row of misses: it may be the look-alike.
  const outcome = second === 'missing' ? 'UNUSABLE' : decision.outcome
  // At a kiosk anybody may type this person's number: the kiosk counts for itself.
  const again = outcome === 'NOT_LIVE' && kioskId === null && (await takenForPicture(tx, { userId }, now))
  const told = again ? 'face.not_live_again' : reason
  return { id, refused: await settleCheck(ctx, { userId, begun, outcome, reason: told }) }
}

/** Refuses a match of a face that was switched off, or an account that was disabled, while the frames were worked on. */
export async function requireInUse(tx: Database, userId: string, occasion: Occasion | null): Promise<void> {
  await requireFaceOn(tx, userId, occasion)
  const account = await tx.user.count({ where: { id: userId, disabledAt: null } })
  if (account === 0) throw new AppError('attendance.no_consent')
}

/** What explains the score of a face that was compared. */
export function comparedBy(decision: FaceDecision): { cosine: number | null; lead: number | null } {
  if (!('comparison' in decision)) return { cosine: null, lead: null }
  const { cosine, lead } = decision.comparison
  return { cosine, lead }
}

/** A refusal as a value, so that the face check that led to it is still committed. */
export function refusalOr<Result>(work: Promise<Result>): Promise<Result | AppError> {
  return work.catch((error) => {
    if (error instanceof AppError) return error
    throw error
  })
}

interface Settled {
  userId: string
  begun: FaceTry
  outcome: FaceCheckOutcome
  reason: ErrorCode | null
}

/**
 * Counts a miss or ends a row of them, and switches the face off after too many; why the face does not count, null
 * where it does. For a check that is not saved as one of this person's too.
 */
export async function settleCheck(
  ctx: TxContext,
  { userId, begun, outcome, reason }: Settled,
): Promise<AppError | null> {
  const { tx, now } = ctx
  const { off } = await settleTry(tx, begun, outcome, now)
  if (off) {
    await changeFaceOff(ctx, { userId, reason: 'TOO_MANY_MISSES', actorId: null })
    return new AppError('face.off_misses')
  }
  return reason === null ? null : new AppError(reason)
}
