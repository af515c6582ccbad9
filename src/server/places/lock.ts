import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { runningRole } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import type { Place } from '../db/generated/client'
import type { Database } from '../db/prisma'

type LockMode = 'SHARE' | 'UPDATE'

/**
 * Holds the place until the transaction ends and gives it as it then is. Who starts a session shares it; who
 * archives it, joins it or changes its leaders takes it alone, so that nothing starts where it was just archived, and
 * none gets too full.
 */
export async function lockPlace(tx: Database, placeId: string, mode: LockMode): Promise<Place> {
  if (mode === 'SHARE') await tx.$queryRaw`SELECT 1 FROM "Place" WHERE id = ${placeId}::uuid FOR SHARE`
  else await tx.$queryRaw`SELECT 1 FROM "Place" WHERE id = ${placeId}::uuid FOR NO KEY UPDATE`
  const place = await tx.place.findUnique({ where: { id: placeId } })
  if (!place) throw new AppError('request.not_found')
  return place
}

/**
 * The same, for somebody who leads it at this moment: a right that was looked at before may have ended while this waited.
 * Throws `request.not_found` where they do not lead it, `places.owner_only` where only its owner may.
 */
export async function lockLed(
  ctx: Pick<TxContext<ActorContext>, 'tx' | 'actor'>,
  { placeId, mode, as }: { placeId: string; mode: LockMode; as?: 'OWNER' },
): Promise<Place> {
  const place = await lockPlace(ctx.tx, placeId, mode)
  const leader = await ctx.tx.leader.findUnique({
    where: { placeId_userId: { placeId, userId: ctx.actor.id } },
    select: { role: true },
  })
  if (!leader || !ctx.actor.roles.includes(runningRole[place.kind])) throw new AppError('request.not_found')
  if (as && leader.role !== as) throw new AppError('places.owner_only')
  return place
}

/** The same, where something is to begin at the place. */
export async function lockActiveLed(...args: Parameters<typeof lockLed>): Promise<Place> {
  const place = await lockLed(...args)
  refuseArchived(place)
  return place
}

function refuseArchived({ kind, archivedAt }: Place): void {
  if (archivedAt) throw new AppError(kind === 'CLASS' ? 'classes.archived' : 'workplaces.archived')
}

/** The same for whoever joins, where something is to begin at the place. */
export async function lockActivePlace(tx: Database, placeId: string, mode: LockMode): Promise<Place> {
  const place = await lockPlace(tx, placeId, mode)
  refuseArchived(place)
  return place
}
