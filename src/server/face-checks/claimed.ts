import 'server-only'
import { COHORT_NOTICE, MIN_PHOTOS, WORK_NOTICE } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { priorOf } from '@/domain/face/calibration-prior'
import { emptyCohort } from '@/domain/face/cohort'
import { meanTemplate } from '@/domain/face/matching'
import { comparing, type Limits, limitsAlone } from '@/domain/face/verification'
import { activeConsent } from '../biometrics/consent'
import { renewTemplates } from '../biometrics/renewal'
import { templatesOf } from '../biometrics/templates'
import { withCohort } from '../calibration/cohort'
import { currentCalibration } from '../calibration/current'
import { lookAlikesOf } from '../calibration/look-alikes'
import type { ServiceContext } from '../context/context'
import type { LivenessPolicy } from '../db/generated/enums'
import type { FaceEngine } from '../face/face-engine'
import type { Occasion } from './occasion'
import type { Against } from './read'

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

/** Somebody as whom a face is checked, and by what. */
export interface ClaimedFace {
  engine: FaceEngine
  model: string
  /** The consent that is in force. */
  consentId: string
  /** The version of the site's calibration that gives the limits. */
  calibrationId: number
  limits: Limits & { signIn: number }
  /** Whether presentation-attack detection has a say. */
  pad: boolean
  /** Lets faces be compared with theirs by these limits, among the people of the site if they agreed to that. */
  judgeBy: (limits: Limits) => Against['judge']
}

interface Claim {
  userId: string
  liveness: LivenessPolicy
  occasion: Occasion | null
}

/**
 * What a face is held against.
 * @throws AppError `attendance.no_consent`, `enrolment.notice_outdated` at work, `attendance.not_enrolled`, `attendance.model_changed`, or as the engine does
 */
export async function claimedFace(
  ctx: ServiceContext,
  { userId, liveness, occasion }: Claim,
): Promise<ClaimedFace> {
  const consent = await activeConsent(ctx.db, userId)
  if (!consent) throw new AppError('attendance.no_consent')
  if (occasion?.kind === 'work' && consent.noticeVersion < WORK_NOTICE)
    throw new AppError('enrolment.notice_outdated')
  const engine = await ctx.faceEngine()
  const model = engine.recogniser
  const templates = await templatesFor(ctx, engine, { userId, consentId: consent.id })
  const { id: calibrationId, thresholds } = await currentCalibration(ctx, model)
  const amongOthers = consent.noticeVersion >= COHORT_NOTICE
  const claimed = { id: userId, template: meanTemplate(templates) }
  const lookAlikes = new Set(await lookAlikesOf(ctx, userId, model))
  return {
    engine,
    model,
    consentId: consent.id,
    calibrationId,
    limits: amongOthers ? thresholds : limitsAlone(priorOf(model), ctx.settings.wantedRates),
    pad: engine.pad && liveness !== 'OFF',
    judgeBy: (limits) => async (decide) =>
      amongOthers
        ? withCohort(ctx, { db: ctx.db, model, calibrationId }, (cohort) =>
            decide(comparing(cohort, claimed, limits, lookAlikes)),
          )
        : decide(comparing(emptyCohort(), claimed, limits)),
  }
}
