import 'server-only'
import { AppError } from '@/domain/errors'
import type { KioskContext } from '../context/context'
import { takenForPicture } from '../face-checks/not-live'

/** What would tell whoever stands at a kiosk whether somebody agreed, gave photos, or was missed before. */
const tellsOfPerson =
  /^attendance\.(no_consent|not_enrolled|model_changed)$|^enrolment\.notice_outdated$|^face\.(off_|paused$)/

interface Told {
  now: Date
  /** The number that was typed. */
  number: number | undefined
}

/**
 * Tells a refusal of the face as it is at a kiosk, where the code is on the person's own phone. How often the camera
 * took somebody for a picture is counted for the kiosk alone: whoever types a number learns nothing of whose it is.
 */
export async function asKioskRefusal<Result>(
  ctx: KioskContext,
  { now, number }: Told,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'face.covered') throw new AppError('kiosks.covered')
    if (error.code === 'face.not_live' && (await takenForPicture(ctx.db, { kioskId: ctx.kiosk.id }, now)))
      throw new AppError('kiosks.not_live_again')
    // Without a number the limit is the kiosk's own, and whoever was recognised may have withdrawn since.
    if (number === undefined) throw tellsOfPerson.test(error.code) ? new AppError('kiosks.use_code') : error
    const ofPerson = tellsOfPerson.test(error.code) || error.code === 'request.too_many'
    throw ofPerson ? new AppError('kiosks.no_face') : error
  }
}
