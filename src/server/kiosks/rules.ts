import 'server-only'
import type { IdentificationRules } from '@/domain/face/identification'
import type { RecogniserId } from '@/domain/face/thresholds'
import type { ServiceContext } from '../context'

/** A stranger at the tablet may be taken for somebody of the class in so many of the tries (ISO/IEC 19795-1: FPIR). */
export const KIOSK_FPIR = 1e-3

export interface KioskRules extends IdentificationRules {
  calibrationId: number | null
}

/** By which rules the tablet may name one of so many people by itself; null where this site's faces do not allow it. */
export async function identificationRules(
  _ctx: ServiceContext,
  _model: RecogniserId,
  _gallerySize: number,
): Promise<KioskRules | null> {
  return null
}

/** Whether somebody is known to look too much like the person, among these or at all: then no face alone decides. */
export async function hasLookAlike(
  ctx: ServiceContext,
  model: string,
  userId: string,
  among?: string[],
): Promise<boolean> {
  const other = among ? { in: among } : {}
  const pairs = await ctx.db.lookAlike.count({
    where: {
      model,
      OR: [
        { aId: userId, bId: other },
        { bId: userId, aId: other },
      ],
    },
  })
  return pairs > 0
}
