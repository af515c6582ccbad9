import 'server-only'
import type { ActorContext } from '../context/context'
import { transact } from '../live/publish'
import { withFreshCode } from '../places/join-code'
import { lockActiveWorkplace } from './access'

/** Gives a workplace a new code by which people join it, or takes it away: then they come by invitation alone. */
export async function setJoinCode(
  ctx: ActorContext,
  { workplaceId, on }: { workplaceId: string; on: boolean },
): Promise<{ joinCode: string | null }> {
  return withFreshCode((fresh) =>
    transact(ctx, async (ctx) => {
      const before = await lockActiveWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'MANAGER' })
      const joinCode = on ? fresh : null
      await ctx.tx.place.update({ where: { id: workplaceId }, data: { joinCode } })
      ctx.change({
        ...{ subject: 'join code', subjectId: workplaceId, actorId: ctx.actor.id, placeId: workplaceId },
        ...{ before: { on: before.joinCode !== null }, after: { on } },
      })
      return { joinCode }
    }),
  )
}
