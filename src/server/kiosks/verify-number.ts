import 'server-only'
import { AppError } from '@/domain/errors'
import type { KioskContext } from '../context/context'
import { checkFace, type FaceCheckResult } from '../face-checks/check'
import { takeBackOnError } from '../face-checks/locks'
import { saveFaceCheck } from '../face-checks/save'
import { needsSecondFactor } from '../face-checks/second-factor'
import { transact } from '../live/publish'
import type { Seen } from './identify-person'

/**
 * One to one: whether the person with this number in the class stands there. What comes back is a match and is still
 * to be saved; of a face that does not match only the check itself is kept, since nobody knows whose it was.
 * @throws AppError `kiosks.no_face`, `kiosks.not_matched`, `kiosks.use_code` where somebody looks too much alike; the
 * problem of the pictures; `face.not_live`; `kiosks.paused`; and what tells of the person, which is for nobody at the door.
 */
export async function verifyNumber(ctx: KioskContext, number: number, seen: Seen): Promise<FaceCheckResult> {
  const entry = await ctx.db.member.findFirst({
    where: { placeId: ctx.kiosk.placeId, number, leftAt: null, user: { disabledAt: null } },
    select: { userId: true },
  })
  if (!entry) throw new AppError('kiosks.no_face')
  const check = await checkFace(ctx, {
    userId: entry.userId,
    purpose: 'CLOCK_IN',
    occasion: seen.occasion,
    kioskId: ctx.kiosk.id,
    liveness: 'PAD',
    frames: seen.frames,
  })
  const { outcome } = check.decision
  const judged = await takeBackOnError(ctx, check.begun, async () => {
    const second = (await needsSecondFactor(ctx, check)) ? ('missing' as const) : null
    if (outcome === 'MATCHED' && !second) return null
    return transact(ctx, (ctx) => saveFaceCheck(ctx, { ...check, second, snapshot: null }), seen.now)
  })
  if (!judged) return check
  // The code on the person's own phone, given soon enough, completes it.
  if (outcome === 'MATCHED') throw new AppError('kiosks.use_code')
  if (outcome === 'NOT_MATCHED') throw new AppError('kiosks.not_matched')
  throw judged.refused
}
