import 'server-only'
import { AppError } from '@/domain/errors'
import type { Actor, ActorContext } from '../context/context'
import type { Place, Prisma } from '../db/generated/client'

/** The places that somebody leads: to everybody else they do not exist. */
export function ledBy({ id: userId }: Pick<Actor, 'id'>): Prisma.PlaceWhereInput {
  return { leaders: { some: { userId } } }
}

/** The place if the actor leads it. */
export async function requireLed(ctx: ActorContext, { placeId }: { placeId: string }): Promise<Place> {
  const place = await ctx.db.place.findFirst({ where: { id: placeId, ...ledBy(ctx.actor) } })
  if (!place) throw new AppError('request.not_found')
  return place
}

/** The place if the actor owns it; whoever only assists there is told so. */
export async function requireOwned(ctx: ActorContext, { placeId }: { placeId: string }): Promise<Place> {
  const place = await requireLed(ctx, { placeId })
  const leader = await ctx.db.leader.count({
    where: { placeId, userId: ctx.actor.id, role: 'OWNER' },
  })
  if (leader === 0) throw new AppError('places.owner_only')
  return place
}
