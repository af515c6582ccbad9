import 'server-only'
import { AppError } from '@/domain/errors'
import { samePersonThroughout } from '@/domain/face/challenge'
import { decideTogether } from '@/domain/face/more-pictures'
import { activeConsent } from '../biometrics/consent'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import { requireFaceOn } from '../biometrics/face-on'
import type { ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import { seal } from '../crypto/seal'
import { evidenceLabel } from '../evidence/service'
import { countTry, giveTryBack } from '../limits/limits'
import type { FaceCheckRequest, FaceCheckResult } from './check'
import { claimedFace } from './claimed'
import { type MoreTicket, openTicket } from './more-ticket'
import { isNoRoom } from './no-room'
import { takenForPicture } from './not-live'
import { type FrameReading, lookAtBurst } from './read'
import { comparedBy, requireInUse, settleCheck } from './save'

/** Whether a face was not enough, and not far from it, so that three more pictures may tell. */
export function mayNeedMore({ decision }: FaceCheckResult): boolean {
  return decision.outcome === 'NOT_MATCHED' && decision.comparison.likeness === 'almost'
}

/** Frames that are to be looked at together with those of an earlier look. */
export interface MoreRequest extends Omit<FaceCheckRequest, 'challenge' | 'kioskId'> {
  ticket: string
}

/** The check of two looks, and which row of the first it settles. */
export interface MoreResult extends FaceCheckResult {
  checkId: string
}

/**
 * Throws `challenge.expired` unless the ticket is of this person, for this purpose, from this device and no older than
 * a minute, and `challenge.used` where it has been taken.
 */
export async function requireTicket(
  ctx: ServiceContext,
  { ticket, ...about }: Omit<MoreRequest, 'frames'>,
): Promise<void> {
  const { checkId } = openTicket(ctx, ticket, about)
  if ((await ctx.db.faceCheck.count({ where: { id: checkId, ...waiting } })) === 0)
    throw new AppError('challenge.used')
}

/** What the row of a first look says until its ticket is taken. */
const waiting = { outcome: 'NOT_MATCHED', reason: 'face.more_pictures' } as const

/** Takes a ticket for its one use, for all processes: should this one end now, the first look stays what it is, a miss. */
async function take(ctx: ServiceContext, { checkId }: MoreTicket): Promise<void> {
  const { count } = await ctx.db.faceCheck.updateMany({
    where: { id: checkId, ...waiting },
    data: { reason: 'face.not_recognised' },
  })
  if (count === 0) throw new AppError('challenge.used')
}

/** Nobody looked at the frames: the same may be sent again. */
async function giveBack(ctx: ServiceContext, userId: string, { checkId }: MoreTicket): Promise<void> {
  await ctx.db.faceCheck.updateMany({ where: { id: checkId, outcome: waiting.outcome }, data: waiting })
  await giveTryBack(ctx.db, 'face check', userId)
}

/**
 * Looks at three more frames and decides by them and those of the first look together. It is part of the try that the
 * first look began, which stays a miss whatever happens, unless the two together match.
 */
export async function checkMore(ctx: ServiceContext, request: MoreRequest): Promise<MoreResult> {
  const { userId, occasion, purpose, liveness, frames } = request
  await requireFaceOn(ctx.db, userId, occasion)
  const first = openTicket(ctx, request.ticket, { userId, occasion, purpose, liveness })
  const { engine, limits, judgeBy, ...claimed } = await claimedFace(ctx, { userId, liveness, occasion })
  const { model, consentId, pad } = claimed
  // A new version of the calibration meanwhile is no matter: both looks are judged by it.
  if (model !== first.model || consentId !== first.consentId) throw new AppError('challenge.expired')
  await countTry(ctx.db, 'face check', userId)
  await take(ctx, first)
  const samePerson = samePersonThroughout(model)
  const read = async (): Promise<FrameReading> => {
    const look = await lookAtBurst(engine, frames, pad)
    const decision = await judgeBy(limits)((compare) =>
      decideTogether(first.vector, look.frames, { compare, limits, samePerson }),
    )
    return { decision, snapshot: look.snapshots[decision.frame] ?? null, course: null }
  }
  const reading = await read().catch(async (error: unknown) => {
    if (isNoRoom(error)) await giveBack(ctx, userId, first)
    throw error
  })
  const { checkId, begun } = first
  const subject = { userId, occasion, purpose, liveness }
  return { subject, ...reading, ...claimed, threshold: limits.alone, begun, checkId }
}

/** Settles the check that the first look began by what both together come to. Null where the face counts. */
export async function saveTogether(ctx: TxContext, check: MoreResult): Promise<AppError | null> {
  const { tx, now } = ctx
  const { checkId, decision, calibrationId, threshold, pad, snapshot, consentId, begun, second } = check
  const { userId, occasion } = check.subject
  const reason = second === 'missing' ? 'face.second_factor' : decision.reason
  await lockEnrolment(tx, userId)
  if ((await activeConsent(tx, userId))?.id !== consentId) throw new AppError('attendance.no_consent')
  const { outcome, similarity, live } = decision
  if (outcome === 'MATCHED') await requireInUse(tx, userId, occasion)
  if (outcome === 'UNUSABLE') {
    // Nothing was seen: what the first look showed stays.
    await tx.faceCheck.update({ where: { id: checkId }, data: { reason: 'face.not_recognised' } })
    return new AppError(decision.reason)
  }
  await tx.faceCheck.update({
    where: { id: checkId },
    data: {
      outcome,
      reason,
      secondFactor: second === 'given',
      similarity,
      calibrationId,
      threshold,
      ...comparedBy(decision),
      // Both looks had to pass.
      ...(pad && { live }),
      at: now,
    },
  })
  if (snapshot) {
    const image = seal(ctx.settings.faceKey, evidenceLabel(checkId), snapshot)
    await tx.evidence.deleteMany({ where: { faceCheckId: checkId } })
    await tx.evidence.create({ data: { faceCheckId: checkId, image, createdAt: now } })
  }
  // Only a match changes what the first look counts as: pictures that cannot be used must not buy a look for nothing.
  if (outcome !== 'MATCHED') {
    const again = outcome === 'NOT_LIVE' && (await takenForPicture(tx, { userId }, now))
    return new AppError(again ? 'face.not_live_again' : decision.reason)
  }
  const settled = second === 'missing' ? 'UNUSABLE' : 'MATCHED'
  return settleCheck(ctx, { userId, begun, outcome: settled, reason })
}
