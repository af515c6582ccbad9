import 'server-only'
import { endsByItselfAt } from '@/domain/sessions'
import type { ServiceContext } from '../context/context'
import { eachAlone } from '../jobs/each-alone'
import { nowHeld, transact } from '../live/publish'
import { endSession, lastClocked } from './end-session'
import { lockSession } from './service'

const AT_ONCE = 200

/**
 * Ends every session that nobody ended in the hours of its class: one transaction each, so that one that cannot be ended
 * keeps no other waiting. It ends when it was due, or with what was clocked last in it.
 */
export async function endForgottenSessions(ctx: ServiceContext): Promise<{ ended: number }> {
  const now = ctx.clock()
  // The rule of `endsByItselfAt`, which is asked again under the session's lock.
  const due = await ctx.db.$queryRaw<Array<{ id: string }>>`
    SELECT s.id FROM "ClassSession" s JOIN "SchoolClass" c ON c.id = s."classId"
    WHERE s.state = 'OPEN' AND greatest(
      CASE WHEN s."plannedEnd" >= s."openedAt" THEN s."plannedEnd" + make_interval(hours => c."endsAfterPlannedHours")
        ELSE s."openedAt" + make_interval(hours => c."endsAfterHours") END,
      s."reopenedAt" + make_interval(hours => c."endsAfterPlannedHours")
    ) <= ${now}::timestamptz
    ORDER BY s."openedAt" LIMIT ${AT_ONCE}`
  let ended = 0
  await eachAlone(due, ({ id }) =>
    transact(ctx, async (begun) => {
      // One that was deleted meanwhile has no end.
      if ((await begun.tx.classSession.count({ where: { id } })) === 0) return
      const session = await lockSession(begun.tx, id, 'UPDATE')
      const { openedAt } = session
      if (session.state !== 'OPEN' || !openedAt) return
      const rule = await begun.tx.schoolClass.findUniqueOrThrow({ where: { id: session.classId } })
      const dueAt = endsByItselfAt({ ...session, openedAt }, rule)
      const clocked = await lastClocked(begun.tx, session)
      const held = nowHeld(begun, clocked)
      if (dueAt > held.now) return
      const closedAt = new Date(Math.max(...[dueAt, ...clocked].map((at) => at?.getTime() ?? 0)))
      await endSession(held, session, { closedAt, actorId: null })
      ended++
    }),
  )
  return { ended }
}
