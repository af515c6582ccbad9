import 'server-only'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time'
import { dayText } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import { transact } from '../live/publish'
import { foundByCode } from '../places/join-guess'
import { ledByName, ownerName } from '../places/leader-names'
import { lockActivePlace } from '../places/lock'
import { hire } from './hire'
import { ratesOf } from './rates'

async function placeByCode(ctx: ActorContext, joinCode: string) {
  const place = await foundByCode(ctx, () =>
    ctx.db.place.findUnique({
      where: { joinCode, kind: 'WORKPLACE', archivedAt: null },
      select: {
        ...{ id: true, name: true, timeZone: true, ...ledByName },
        members: { where: { userId: ctx.actor.id, leftAt: null }, select: { id: true } },
      },
    }),
  )
  if (!place) throw new AppError('employments.code_unknown')
  return place
}

/** Which workplace a code leads to, before somebody joins. */
export async function workplaceToJoin(ctx: ActorContext, { joinCode }: { joinCode: string }) {
  const place = await placeByCode(ctx, joinCode)
  return { name: place.name, by: ownerName(place), joined: place.members.length > 0 }
}

/** Works there from today on; terms and wage are for the employer to say. */
export async function joinWorkplace(
  ctx: ActorContext,
  { joinCode }: { joinCode: string },
): Promise<{ employmentId: string }> {
  const { id: workplaceId, timeZone } = await placeByCode(ctx, joinCode)
  const userId = ctx.actor.id
  return transact(ctx, async (ctx) => {
    await lockActivePlace(ctx.tx, workplaceId, 'UPDATE')
    const startedOn = dayOf(ctx.now, timeZone)
    const { id } = await hire(ctx, { workplaceId, userId, byId: userId, startedOn })
    return { employmentId: id }
  })
}

/** Where the actor works and worked, the latest first, with their own wage. */
export async function ownEmployments(ctx: ActorContext) {
  const rows = await ctx.db.employment.findMany({
    where: { userId: ctx.actor.id },
    orderBy: [{ startedOn: 'desc' }, { id: 'desc' }],
    take: 200,
    include: {
      member: { select: { number: true, leftAt: true, pin: { select: { lockedAt: true } } } },
      workplace: {
        select: { currency: true, place: { select: { id: true, name: true, timeZone: true, ...ledByName } } },
      },
    },
  })
  const rates = await ratesOf(
    ctx.db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ member, workplace: { currency, place }, startedOn, endedOn, ...terms }) => ({
    ...terms,
    ...{ number: member.number, left: member.leftAt !== null, by: ownerName(place) },
    pin: member.pin && { locked: member.pin.lockedAt !== null },
    workplace: { id: place.id, name: place.name, timeZone: place.timeZone, currency },
    startedOn: dayText(startedOn),
    endedOn: endedOn && dayText(endedOn),
    rates: rates.filter(({ employmentId, supersededAt }) => employmentId === terms.id && !supersededAt),
  }))
}
