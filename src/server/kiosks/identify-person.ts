import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'
import { type Identification, identify } from '@/domain/face/identification'
import { PAD_THRESHOLD } from '@/domain/face/thresholds'
import { withCohort } from '../calibration/cohort'
import type { KioskContext } from '../context/context'
import type { FaceCheckOutcome } from '../db/generated/enums'
import type { FaceCheckResult } from '../face-checks/check'
import { beginTry, type FaceTry, settleTry, takeBackOnError } from '../face-checks/locks'
import { type Occasion, occasionColumns } from '../face-checks/occasion'
import { type BurstLook, lookAtBurst } from '../face-checks/read'
import { countTry } from '../limits/limits'
import { type KnownPerson, kioskGallery, stillIn } from './gallery'
import { hasLookAlike, identificationRules } from './rules'

export interface Seen {
  occasion: Occasion
  frames: Blob[]
  now: Date
}

export type Tried = Pick<FaceCheckResult, 'model' | 'threshold' | 'pad' | 'begun'> & {
  calibrationId: number | null
}

interface Uncertain {
  outcome: FaceCheckOutcome
  reason: ErrorCode
  /** What the try counts as, where that is not the outcome. */
  settled?: FaceCheckOutcome
}

/** Of somebody whom the kiosk does not know nothing is kept, but that somebody was there. */
export async function keepCount(
  ctx: KioskContext,
  { occasion, now }: Pick<Seen, 'occasion' | 'now'>,
  tried: Tried,
  { outcome, reason, settled = outcome }: Uncertain,
): Promise<AppError> {
  const { model, threshold, pad, begun, calibrationId } = tried
  await ctx.db.$transaction(async (tx) => {
    await tx.faceCheck.create({
      data: {
        ...occasionColumns(occasion),
        kioskId: ctx.kiosk.id,
        purpose: 'CLOCK_IN',
        outcome,
        reason,
        model,
        calibrationId,
        threshold,
        liveThreshold: pad ? PAD_THRESHOLD : null,
        liveness: 'PAD',
        at: now,
      },
    })
    await settleTry(tx, begun, settled, now)
  })
  return new AppError(reason)
}

/** Begins no try for a picture that nobody looked at. */
async function look(ctx: KioskContext, seen: Seen, pad: boolean): Promise<BurstLook & { begun: FaceTry }> {
  const engine = await ctx.faceEngine()
  const begun = await beginTry(ctx, null)
  return takeBackOnError(ctx, begun, async () => {
    await countTry(ctx.db, 'kiosk check', ctx.kiosk.id)
    return { ...(await lookAtBurst(engine, seen.frames, pad)), begun }
  })
}

type Found = Extract<Identification, { outcome: 'KNOWN' }>

/** The person whom the burst shows, unless somebody else looks too much alike; otherwise why nobody is named. */
async function certainPerson(
  ctx: KioskContext,
  seen: Seen,
  tried: Tried,
  { found, gallery }: { found: Identification; gallery: KnownPerson[] },
): Promise<{ found: Found; person: KnownPerson } | AppError> {
  if (found.outcome === 'UNUSABLE' || found.outcome === 'NOT_LIVE') return keepCount(ctx, seen, tried, found)
  const person = found.outcome === 'KNOWN' && gallery.find(({ id }) => id === found.id)
  if (!person) return keepCount(ctx, seen, tried, { outcome: 'NOT_MATCHED', reason: 'kiosks.unknown' })
  // It is one of the two, only not surely which: neither a miss nor the end of a row of them.
  if (await hasLookAlike(ctx, tried.model, person.id)) {
    const uncertain = { outcome: 'NOT_MATCHED', reason: 'kiosks.number_needed', settled: 'UNUSABLE' } as const
    return keepCount(ctx, seen, tried, uncertain)
  }
  return { found, person }
}

/**
 * One to many: who of the class stands there. What comes back is a match and is still to be saved.
 * @throws AppError `kiosks.number_needed` where this site's faces do not allow it, or this face does not;
 * `kiosks.unknown`; the problem of the pictures; `face.not_live`; `kiosks.paused`.
 */
export async function identifyPerson(ctx: KioskContext, seen: Seen): Promise<FaceCheckResult> {
  const { recogniser: model, pad } = await ctx.faceEngine()
  const gallery = await kioskGallery(ctx, { occasion: seen.occasion, model })
  const rules = await identificationRules(ctx, model, gallery.length)
  if (!rules) throw new AppError('kiosks.number_needed')
  const { frames, snapshots, begun } = await look(ctx, seen, pad)
  const { threshold, calibrationId } = rules
  const tried = { model, threshold, calibrationId, pad, begun }
  const certain = await takeBackOnError(ctx, begun, async () => {
    const found = await withCohort(ctx, { db: ctx.db, model, calibrationId }, (cohort) =>
      identify(frames, { people: stillIn(cohort, gallery), cohort }, rules),
    )
    return certainPerson(ctx, seen, tried, { found, gallery })
  })
  if (certain instanceof AppError) throw certain
  const { person, found } = certain
  const { comparison, live, frame } = found
  return {
    ...tried,
    subject: {
      userId: person.id,
      purpose: 'CLOCK_IN',
      occasion: seen.occasion,
      kioskId: ctx.kiosk.id,
      liveness: 'PAD',
    },
    decision: { outcome: 'MATCHED', reason: null, frame, similarity: comparison.score, comparison, live },
    snapshot: snapshots[frame] ?? null,
    course: null,
    consentId: person.consentId,
  }
}
