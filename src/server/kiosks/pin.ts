import 'server-only'
import { AppError } from '@/domain/errors'
import { PIN_MISSES } from '@/domain/kiosks'
import { passwordMatches } from '../auth/password'
import type { KioskContext } from '../context/context'
import { countTry, giveTryBack } from '../limits/limits'

/**
 * Whose number and PIN these are, at the place of the kiosk. Each try counts as a miss before the PIN is looked at, so
 * that many at once gain nothing; the fifth in a row locks it until a leader sets another.
 * @throws AppError `kiosks.pin_wrong`, for a number that is nobody's or has no PIN too; `kiosks.pin_locked`;
 * `request.too_many`, by the limit of the kiosk.
 */
export async function requirePin(
  ctx: KioskContext,
  { number, pin }: { number: number; pin: string },
): Promise<{ userId: string }> {
  await countTry(ctx.db, 'kiosk PIN', ctx.kiosk.id)
  const member = await ctx.db.member.findFirst({
    where: { placeId: ctx.kiosk.placeId, number, leftAt: null, user: { disabledAt: null } },
    select: { id: true, userId: true, pin: { select: { hash: true, lockedAt: true } } },
  })
  if (member?.pin?.lockedAt) throw new AppError('kiosks.pin_locked')
  const memberId = member?.id
  const counted = memberId
    ? await ctx.db.kioskPin.updateManyAndReturn({
        where: { memberId, lockedAt: null, misses: { lt: PIN_MISSES } },
        data: { misses: { increment: 1 } },
        select: { misses: true },
      })
    : []
  // The same time is taken for a number that is nobody's.
  const right = await passwordMatches(member?.pin?.hash ?? null, pin)
  if (member && right && counted.length > 0) {
    await ctx.db.kioskPin.updateMany({ where: { memberId: member.id, lockedAt: null }, data: { misses: 0 } })
    await giveTryBack(ctx.db, 'kiosk PIN', ctx.kiosk.id)
    return { userId: member.userId }
  }
  const misses = counted[0]?.misses ?? 0
  if (memberId && misses >= PIN_MISSES) {
    await ctx.db.kioskPin.updateMany({
      where: { memberId, misses: { gte: PIN_MISSES } },
      data: { lockedAt: ctx.clock() },
    })
    throw new AppError('kiosks.pin_locked')
  }
  throw new AppError('kiosks.pin_wrong')
}
