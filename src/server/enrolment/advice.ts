import 'server-only'
import { COHORT_NOTICE, MIN_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { priorOf } from '@/domain/face/calibration-prior'
import { type Cohort, cohortScore, emptyCohort, probeOf } from '@/domain/face/cohort'
import { type EnrolmentAdvice, enrolmentAdvice } from '@/domain/face/enrolment-advice'
import { meanTemplate } from '@/domain/face/matching'
import { type Limits, limitsAlone } from '@/domain/face/verification'
import { activeConsent } from '../biometrics/consent'
import { templatesOf } from '../biometrics/templates'
import { withCohort } from '../calibration/cohort'
import { currentCalibration } from '../calibration/current'
import type { ActorContext } from '../context/context'
import { holdOf } from '../duplicates/hold-of'

type Own = Awaited<ReturnType<typeof templatesOf>>

/** Each photo against the mean of the person's others. */
function adviceAmong(cohort: Cohort, userId: string, own: Own, limits: Limits): EnrolmentAdvice | null {
  const photos = own.map(({ photoId, vector }) => {
    const others = own.filter((one) => one.photoId !== photoId).map((one) => one.vector)
    const claimed = { id: userId, template: meanTemplate(others) }
    return { photoId, fit: cohortScore(cohort, probeOf(cohort, vector), claimed, limits) }
  })
  return enrolmentAdvice(photos, limits)
}

/**
 * Whether the actor's own photos will work, among the people of the site if they agreed to that. Null where there is
 * nothing to say: fewer than two photos that the recogniser in use has read, no consent, a face that is switched off
 * or an enrolment that is stopped.
 */
export async function ownAdvice(ctx: ActorContext): Promise<EnrolmentAdvice | null> {
  const userId = ctx.actor.id
  const model = await ctx.recogniser()
  if (!model) return null
  const [person, consent, hold, own] = await Promise.all([
    ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { faceOff: true } }),
    activeConsent(ctx.db, userId),
    holdOf(ctx.db, userId),
    templatesOf(ctx, ctx.db, userId, model),
  ])
  if (person.faceOff || !consent || hold || own.length < MIN_PHOTOS) return null
  // By what a clock-in of theirs is decided by.
  if (consent.noticeVersion < COHORT_NOTICE)
    return adviceAmong(emptyCohort(), userId, own, limitsAlone(priorOf(model), ctx.settings.wantedRates))
  const { id: calibrationId, thresholds } = await currentCalibration(ctx, model)
  const among = withCohort(ctx, { db: ctx.db, model, calibrationId }, (cohort) =>
    adviceAmong(cohort, userId, own, thresholds),
  )
  return among.catch((error: unknown) => {
    // It is not worth a page that fails: the next look at it will say.
    if (error instanceof AppError && error.code === 'face.busy') return null
    throw error
  })
}
