import 'server-only'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import { sessionFields } from './service'

const SHOWN = 50

/** The sessions of the actor's classes that ended by themselves and were not taken, the latest first. */
export async function notTakenSessions(ctx: ActorContext) {
  const rows = await ctx.db.classSession.findMany({
    where: { notTaken: true, schoolClass: { place: { ...ledBy(ctx.actor), archivedAt: null } } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: {
      ...sessionFields,
      schoolClass: { select: { place: { select: { id: true, name: true, timeZone: true } } } },
      _count: { select: { members: true } },
    },
  })
  return rows.map(({ schoolClass, _count, ...session }) => ({
    ...session,
    schoolClass: schoolClass.place,
    students: _count.members,
  }))
}
