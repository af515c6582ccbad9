import 'server-only'
import { AppError } from '@/domain/errors'
import type { FaceDecision } from '@/domain/face/challenge-decision'
import { signInLimits } from '@/domain/face/verification'
import { requireFaceOn } from '../biometrics/face-on'
import type { ServiceContext } from '../context/context'
import type { FaceCheckPurpose, LivenessPolicy } from '../db/generated/enums'
import type { FaceEngine } from '../face/face-engine'
import { countTry, giveTryBack } from '../limits/limits'
import { takeChallenge } from './challenge'
import { claimedFace } from './claimed'
import { beginTry, type FaceTry, takeBackOnError } from './locks'
import { isNoRoom } from './no-room'
import type { Occasion } from './occasion'
import { type Against, type ChallengeCourse, type FrameReading, readBurst, readChallenge } from './read'

/** Whose face it should be, and what for. */
export interface FaceCheckSubject {
  userId: string
  purpose: FaceCheckPurpose
  /** What is clocked for; a sign-in has none. */
  occasion: Occasion | null
  /** The kiosk at which it happens; null or left out where it is the person's own device. */
  kioskId?: string | null
  liveness: LivenessPolicy
}

/** A face that is to be checked. */
export interface FaceCheckRequest extends FaceCheckSubject {
  frames: Blob[]
  /** The challenge that the frames answer, and when each was taken: milliseconds since the steps were told. */
  challenge?: { id: string; at: number[] } | undefined
}

export interface FaceCheckResult {
  subject: FaceCheckSubject
  decision: FaceDecision
  model: string
  /** The version of the site's calibration that gave the threshold. */
  calibrationId: number
  threshold: number
  /** Whether presentation-attack detection had a say. */
  pad: boolean
  snapshot: Buffer | null
  /** What became of the challenge, where there was one. */
  course: ChallengeCourse | null
  /** The consent under which the frames were taken. */
  consentId: string
  /** Whether the session's code was asked for as well, because somebody looks alike, and whether it was given. */
  second?: 'given' | 'missing' | null
  /** Whether three more pictures are asked for, so that this is not the last word. */
  more?: boolean
  /** What is settled when the check is saved: whether it was a miss. */
  begun: FaceTry
}

/** Frames that the engine had no room for were nobody's fault, so they do not count as a try. */
async function readFrames(
  ctx: ServiceContext,
  engine: FaceEngine,
  request: FaceCheckRequest,
  against: Against,
): Promise<FrameReading> {
  const { userId, purpose, occasion, frames, challenge } = request
  // At a kiosk anybody may type this person's number, which takes nothing from their own device.
  const who = ctx.kiosk ? `${userId} at ${ctx.kiosk.id}` : userId
  await countTry(ctx.db, 'face check', who)
  try {
    if (!challenge) return await readBurst(engine, frames, against)
    const taken = await takeChallenge(ctx, challenge.id, { userId, purpose, occasion })
    return await readChallenge(ctx, engine, { challenge: taken, frames, at: challenge.at }, against)
  } catch (error) {
    if (isNoRoom(error)) await giveTryBack(ctx.db, 'face check', who)
    throw error
  }
}

/** Reads the frames and decides whether they show this person, alive as the policy asks. */
export async function checkFace(ctx: ServiceContext, request: FaceCheckRequest): Promise<FaceCheckResult> {
  const { userId, purpose, occasion, kioskId = null, liveness } = request
  await requireFaceOn(ctx.db, userId, occasion)
  if (liveness === 'CHALLENGE' && !request.challenge) throw new AppError('challenge.needed')
  const { engine, limits, judgeBy, ...claimed } = await claimedFace(ctx, { userId, liveness, occasion })
  const decidedBy = purpose === 'SIGN_IN' ? signInLimits(limits) : limits
  const against = { judge: judgeBy(decidedBy), pad: claimed.pad }
  const begun = await beginTry(ctx, userId)
  const reading = await takeBackOnError(ctx, begun, () => readFrames(ctx, engine, request, against))
  const subject = { userId, purpose, occasion, kioskId, liveness }
  return { subject, ...reading, ...claimed, threshold: decidedBy.alone, begun }
}
