import 'server-only'
import type { ServiceContext } from '../context/context'
import { eachAlone } from '../jobs/each-alone'
import { transact } from '../live/publish'
import { endedByItself } from './clock'
import { entryFields, lockHours } from './entry'
import { saveEntry } from './save'

const AT_ONCE = 200

/**
 * Ends every entry that nobody ended after the longest shift, and flags it: one transaction each, so that one that
 * cannot be ended keeps no other waiting.
 */
export async function endForgotten(ctx: ServiceContext): Promise<{ ended: number }> {
  const now = ctx.clock()
  const due = await ctx.db.$queryRaw<Array<{ id: string; userId: string; longest: number }>>`
    SELECT e.id, e."userId", w."longestShiftMinutes" AS longest
    FROM "TimeEntry" e JOIN "Workplace" w ON w.id = e."workplaceId"
    WHERE e."endedAt" IS NULL AND e."removedAt" IS NULL
      AND e."startedAt" <= ${now}::timestamptz - make_interval(mins => w."longestShiftMinutes")
    ORDER BY e."startedAt" LIMIT ${AT_ONCE}`
  let ended = 0
  await eachAlone(due, ({ id, userId, longest }) =>
    transact(
      ctx,
      async (ctx) => {
        await lockHours(ctx.tx, userId)
        const before = await ctx.tx.timeEntry.findFirst({
          where: { id, endedAt: null, removedAt: null },
          select: entryFields,
        })
        const after = before && endedByItself(before, longest, now)
        if (!after) return
        await saveEntry(ctx, { before, after, actorId: null })
        ended++
      },
      now,
    ),
  )
  return { ended }
}
