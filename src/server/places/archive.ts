import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { Place } from '../db/generated/client'

type Archiving = TxContext<ActorContext>

/**
 * Archives a place that is held, or restores it, once: nothing of it is lost, and nothing begins there meanwhile. Refused
 * while a session is open or somebody clocked in. The reason of an administrator is kept with it.
 */
export async function archive(
  ctx: Archiving,
  { id, archivedAt }: Pick<Place, 'id' | 'archivedAt'>,
  { archived, reason = null }: { archived: boolean; reason?: string | null },
): Promise<void> {
  const { tx, now, actor, change } = ctx
  if ((archivedAt !== null) === archived) return
  if (archived) await requireNobodyInside(ctx, id)
  await tx.place.update({ where: { id }, data: { archivedAt: archived ? now : null } })
  change({
    ...{ subject: 'archiving', subjectId: id, actorId: actor.id, placeId: id },
    ...{ before: { archived: !archived }, after: { archived }, text: reason },
  })
}

async function requireNobodyInside({ tx }: Archiving, placeId: string): Promise<void> {
  const open = await tx.classSession.count({ where: { classId: placeId, state: 'OPEN' } })
  if (open > 0) throw new AppError('sessions.still_open')
  const people = await tx.timeEntry.count({
    where: { workplaceId: placeId, endedAt: null, removedAt: null },
  })
  if (people > 0) throw new AppError('workplaces.people_clocked_in', { people })
}
