import 'server-only'
import type { LeaderRights } from '@/domain/workplaces-schema'
import type { ActorContext } from '../context/context'
import { setLeaderRights } from '../places/leaders'

/** What somebody who assists may do with hours and pay. */
export function setRights(
  ctx: ActorContext,
  { workplaceId, userId, ...rights }: LeaderRights & { workplaceId: string; userId: string },
): Promise<void> {
  return setLeaderRights(ctx, { placeId: workplaceId, userId, rights })
}
