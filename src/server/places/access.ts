import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { ledBy, ownedBy } from '../context/led-by'
import type { Place } from '../db/generated/client'

/** The place if the actor leads it. */
export async function requireLed(ctx: ActorContext, { placeId }: { placeId: string }): Promise<Place> {
  const place = await ctx.db.place.findFirst({ where: { id: placeId, ...ledBy(ctx.actor) } })
  if (!place) throw new AppError('request.not_found')
  return place
}

/** The place if the actor owns it; whoever only assists there is told so. */
export async function requireOwned(ctx: ActorContext, { placeId }: { placeId: string }): Promise<Place> {
  const place = await requireLed(ctx, { placeId })
  const owned = await ctx.db.place.count({ where: { id: placeId, ...ownedBy(ctx.actor) } })
  if (owned === 0) throw new AppError('places.owner_only')
  return place
}
