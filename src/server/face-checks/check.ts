import 'server-only'
import { IDENTIFICATION_NOTICE, MIN_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { priorOf } from '@/domain/face/calibration-prior'
import type { FaceDecision } from '@/domain/face/challenge-decision'
import { emptyCohort } from '@/domain/face/cohort'
import { meanTemplate } from '@/domain/face/matching'
import { comparing, limitsAlone, signInLimits } from '@/domain/face/verification'
import { withCohort } from '../calibration/cohort'
import { currentCalibration } from '../calibration/current'
import type { ServiceContext } from '../context'
import type { FaceCheckPurpose, LivenessPolicy } from '../db/generated/enums'
import { renewTemplates } from '../enrolment/renewal'
import { activeConsent } from '../enrolment/service'
import { templatesOf } from '../enrolment/templates'
import type { FaceEngine } from '../face/face-engine'
import { requireFaceOn } from '../face-off/refusal'
import { countTry, giveTryBack } from '../limits/limits'
import { takeChallenge } from './challenge'
import { beginTry, type FaceTry, untilSettled } from './locks'
import { type Against, type ChallengeCourse, type FrameReading, readBurst, readChallenge } from './read'

/** A face that is to be checked: whose it should be, and what for. */
export interface FaceCheckRequest {
  userId: string
  purpose: FaceCheckPurpose
  /** The session that it is about; a sign-in has none. */
  sessionId: string | null
  /** The tablet at which it happens; null or left out where it is the person's own device. */
  kioskId?: string | null
  liveness: LivenessPolicy
  frames: Blob[]
  /** The challenge that the frames answer, and when each was taken: milliseconds since the steps were told. */
  challenge?: { id: string; at: number[] } | undefined
}

export interface FaceCheckResult {
  request: FaceCheckRequest
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
  /** The agreement under which the frames were taken. */
  consentId: string
  /** Whether the session's code was asked for as well, because somebody looks alike, and whether it was given. */
  second?: 'given' | 'missing' | null
  /** What is settled when the check is saved: whether it was a miss. */
  begun: FaceTry
}

async function templatesFor(
  ctx: ServiceContext,
  engine: FaceEngine,
  { userId, consentId }: { userId: string; consentId: string },
): Promise<Float32Array[]> {
  await renewTemplates(ctx, engine, { userId, consentId })
  const templates = await templatesOf(ctx, ctx.db, userId, engine.recogniser)
  if (templates.length >= MIN_PHOTOS) return templates.map(({ vector }) => vector)
  const photos = await ctx.db.enrolmentPhoto.count({ where: { userId } })
  throw new AppError(photos >= MIN_PHOTOS ? 'attendance.model_changed' : 'attendance.not_enrolled')
}

/** Frames that the engine had no room for were nobody's fault, so they do not count as a try. */
async function readFrames(
  ctx: ServiceContext,
  engine: FaceEngine,
  request: FaceCheckRequest,
  against: Against,
): Promise<FrameReading> {
  const { userId, purpose, sessionId, frames, challenge } = request
  await countTry(ctx.db, 'face check', userId)
  try {
    if (!challenge) return await readBurst(engine, frames, against)
    const taken = await takeChallenge(ctx, challenge.id, { userId, purpose, sessionId })
    return await readChallenge(ctx, engine, { challenge: taken, frames, at: challenge.at }, against)
  } catch (error) {
    if (error instanceof AppError && (error.code === 'face.busy' || error.code === 'face.failed'))
      await giveTryBack(ctx.db, 'face check', userId)
    throw error
  }
}

/** Reads the frames and decides whether they show this person, alive as the policy asks. */
export async function checkFace(ctx: ServiceContext, request: FaceCheckRequest): Promise<FaceCheckResult> {
  const { userId } = request
  await requireFaceOn(ctx.db, userId)
  if (request.liveness === 'CHALLENGE' && !request.challenge) throw new AppError('challenge.needed')
  const consent = await activeConsent(ctx.db, userId)
  if (!consent) throw new AppError('attendance.no_consent')
  const engine = await ctx.faceEngine()
  const model = engine.recogniser
  const pad = engine.pad && request.liveness !== 'OFF'
  const templates = await templatesFor(ctx, engine, { userId, consentId: consent.id })
  const { id: calibrationId, thresholds } = await currentCalibration(ctx, model)
  const amongOthers = consent.noticeVersion >= IDENTIFICATION_NOTICE
  const wanted = ctx.settings.wantedRates
  const known = amongOthers ? thresholds : limitsAlone(priorOf(model), wanted)
  const limits = request.purpose === 'SIGN_IN' ? signInLimits(known) : known
  const claimed = { id: userId, template: meanTemplate(templates) }
  const judge: Against['judge'] = async (decide) =>
    amongOthers
      ? withCohort(ctx, { db: ctx.db, model, calibrationId }, (cohort) =>
          decide(comparing(cohort, claimed, limits)),
        )
      : decide(comparing(emptyCohort(), claimed, limits))
  const begun = await beginTry(ctx, userId)
  const reading = await untilSettled(ctx, begun, () => readFrames(ctx, engine, request, { judge, pad }))
  const threshold = limits.alone
  return { request, ...reading, model, calibrationId, threshold, pad, consentId: consent.id, begun }
}
