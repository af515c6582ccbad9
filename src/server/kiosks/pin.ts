import 'server-only'
import { AppError } from '@/domain/errors'
import { PIN_MISSES } from '@/domain/kiosks'
import { passwordMatches } from '../auth/password'
import type { KioskContext } from '../context/context'
import { judge } from '../limits/guess'
import { inTurn } from '../limits/turns'

/** One person after the other stands before a kiosk. */
const line = { atOnce: 1, waiting: 20 }

interface Typed {
  number: number
  pin: string
}

function memberOf(ctx: KioskContext, number: number) {
  return ctx.db.member.findFirst({
    where: { placeId: ctx.kiosk.placeId, number, leftAt: null, user: { disabledAt: null } },
    select: { id: true, userId: true, pin: { select: { hash: true, lockedAt: true } } },
  })
}

/** Ends the row of misses of a PIN that was right; not where it has been locked since it was read. */
async function endMisses(ctx: KioskContext, memberId: string): Promise<boolean> {
  const { count } = await ctx.db.kioskPin.updateMany({
    where: { memberId, lockedAt: null, misses: { lt: PIN_MISSES } },
    data: { misses: 0 },
  })
  return count > 0
}

/** Counts a miss; whether it is the one that locks the PIN, or it was locked already. */
async function countMiss(ctx: KioskContext, memberId: string): Promise<boolean> {
  const [pin] = await ctx.db.kioskPin.updateManyAndReturn({
    where: { memberId, lockedAt: null },
    data: { misses: { increment: 1 } },
    select: { misses: true },
  })
  if (!pin || pin.misses < PIN_MISSES) return !pin
  await ctx.db.kioskPin.updateMany({ where: { memberId, lockedAt: null }, data: { lockedAt: ctx.clock() } })
  return true
}

type Owner = { userId: string } | 'wrong' | 'locked'

async function ownerOf(ctx: KioskContext, { number, pin }: Typed): Promise<Owner> {
  const member = await memberOf(ctx, number)
  if (member?.pin?.lockedAt) return 'locked'
  // The same time is taken for a number that is nobody's.
  const right = await passwordMatches(member?.pin?.hash ?? null, pin)
  if (!member?.pin) return 'wrong'
  if (right && (await endMisses(ctx, member.id))) return { userId: member.userId }
  return (await countMiss(ctx, member.id)) ? 'locked' : 'wrong'
}

/**
 * Whose number and PIN these are, at the place of the kiosk. Only what was wrong counts; the fifth in a row locks the PIN
 * until a leader sets another.
 * @throws AppError `kiosks.pin_wrong`, for a number that is nobody's or has no PIN too; `kiosks.pin_locked`;
 * `request.too_many`, by the limit of the kiosk.
 */
export async function requirePin(ctx: KioskContext, typed: Typed): Promise<{ userId: string }> {
  const { id } = ctx.kiosk
  const guess = { own: { name: 'kiosk PIN', key: id } } as const
  let why: 'wrong' | 'locked' = 'wrong'
  const look = async () => {
    const owner = await ownerOf(ctx, typed)
    if (typeof owner !== 'string') return owner
    why = owner
    return null
  }
  const { found } = await inTurn(`kiosk PIN ${id}`, line, () => judge(ctx.db, guess, look))
  if (!found) throw new AppError(`kiosks.pin_${why}`)
  return found
}
