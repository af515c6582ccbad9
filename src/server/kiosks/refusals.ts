import 'server-only'
import { AppError } from '@/domain/errors'
import type { KioskContext } from '../context/context'
import { takenForPicture } from '../face-checks/not-live'

/**
 * Tells a refusal of the face as it is at a kiosk, where the code is on the person's own phone. How often the camera
 * took somebody for a picture is counted for the kiosk alone: whoever types a number learns nothing of whose it is.
 */
export async function asKioskRefusal<Result>(
  ctx: KioskContext,
  now: Date,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'face.covered') throw new AppError('kiosks.covered')
    if (error.code === 'face.not_live' && (await takenForPicture(ctx.db, { kioskId: ctx.kiosk.id }, now)))
      throw new AppError('kiosks.not_live_again')
    throw error
  }
}
