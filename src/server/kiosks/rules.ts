import 'server-only'
import type { IdentificationRules } from '@/domain/face/identification'
import { BASIC_RECOGNISER, type RecogniserId } from '@/domain/face/thresholds'
import { currentCalibration } from '../calibration/current'
import { lookAlikesOf } from '../calibration/look-alikes'
import type { ServiceContext } from '../context/context'

export interface KioskRules extends IdentificationRules {
  calibrationId: number
}

/**
 * By which rules the kiosk may name one of so many people by itself; null where this site's faces do not allow it.
 * The basic recogniser names nobody.
 */
export async function identificationRules(
  ctx: ServiceContext,
  model: RecogniserId,
  gallerySize: number,
): Promise<KioskRules | null> {
  if (model === BASIC_RECOGNISER || gallerySize === 0) return null
  const { id, thresholds, identify } = await currentCalibration(ctx, model)
  const threshold = identify(gallerySize, ctx.settings.wantedRates.fpir)
  if (threshold === null) return null
  const { least, margin, weight, most } = thresholds
  return { threshold, least, margin, weight, most, calibrationId: id }
}

/** Whether somebody is known to look too much like the person: then no face alone decides. */
export async function hasLookAlike(ctx: ServiceContext, model: string, userId: string): Promise<boolean> {
  return (await lookAlikesOf(ctx, userId, model)).length > 0
}
