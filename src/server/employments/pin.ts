import 'server-only'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time'
import { dayDate } from '@/domain/weeks'
import { hashPassword } from '../auth/password'
import type { ActorContext } from '../context/context'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'
import { lockWorkplace } from '../workplaces/access'
import { requireEmployment } from './access'

interface NewPin {
  employmentId: string
  /** Null takes it away. */
  pin: string | null
}

interface Whose {
  memberId: string
  placeId: string
  /** Whether it is the actor's own. */
  own: boolean
}

/** Sets another PIN, which also opens one that was locked. Kept as a hash, as passwords are. */
async function keepPin(
  ctx: ActorContext,
  { memberId, placeId, own }: Whose,
  pin: string | null,
): Promise<void> {
  await countTry(ctx.db, 'kiosk pin', ctx.actor.id)
  const hash = pin && (await hashPassword(pin))
  await transact(ctx, async (ctx) => {
    const { tx, now, change, actor } = ctx
    if (!own) await lockWorkplace(ctx, { workplaceId: placeId, mode: 'SHARE', as: 'MANAGER' })
    const before = { set: (await tx.kioskPin.deleteMany({ where: { memberId } })).count > 0 }
    if (hash) await tx.kioskPin.create({ data: { memberId, hash, setAt: now } })
    change({
      ...{ subject: 'kiosk pin', subjectId: memberId, actorId: actor.id, placeId },
      ...{ before, after: { set: hash !== null } },
    })
  })
}

/** A leader sets somebody's PIN for the kiosk, or takes it away. */
export async function setPin(ctx: ActorContext, input: NewPin): Promise<void> {
  const { employment, place } = await requireEmployment(ctx, input)
  if (employment.member.leftAt) throw new AppError('employments.ended')
  await keepPin(ctx, { memberId: employment.memberId, placeId: place.id, own: false }, input.pin)
}

/** Somebody sets their own. */
export async function setOwnPin(ctx: ActorContext, { employmentId, pin }: NewPin): Promise<void> {
  const own = await ctx.db.employment.findFirst({
    where: { id: employmentId, userId: ctx.actor.id },
    include: { member: true, workplace: { select: { place: { select: { timeZone: true } } } } },
  })
  if (!own) throw new AppError('request.not_found')
  const today = dayDate(dayOf(ctx.clock(), own.workplace.place.timeZone))
  if (own.member.leftAt || (own.endedOn && own.endedOn < today)) throw new AppError('employments.ended')
  await keepPin(ctx, { memberId: own.memberId, placeId: own.workplaceId, own: true }, pin)
}
