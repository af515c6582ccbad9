import 'server-only'
import { AppError } from '@/domain/errors'
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
  else await tx.$queryRaw`SELECT 1 FROM "Place" WHERE id = ${placeId}::uuid FOR UPDATE`
  const place = await tx.place.findUnique({ where: { id: placeId } })
  if (!place) throw new AppError('request.not_found')
  return place
}

/** The same, where something is to begin at the place. */
export async function lockActivePlace(tx: Database, placeId: string, mode: LockMode): Promise<Place> {
  const place = await lockPlace(tx, placeId, mode)
  if (place.archivedAt) throw new AppError('classes.archived')
  return place
}
