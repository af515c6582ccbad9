import 'server-only'
import { stillPlanned } from '../attendance/today'
import type { KioskContext } from '../context/context'
import { findOpenSession, identifies, noteSeen, occasionAt, presence } from './state'
import { walksThrough } from './walk-through-rules'
import { workState } from './work-place'

/** What the kiosk shows while nobody stands before it. It asks every few seconds, and so says that it is there. */
export async function kioskState(ctx: KioskContext) {
  const now = ctx.clock()
  const { placeId, name, speaks, locale } = ctx.kiosk
  const [schoolClass, session, next] = await Promise.all([
    ctx.db.place.findUniqueOrThrow({
      where: { id: placeId },
      select: { name: true, timeZone: true },
    }),
    findOpenSession(ctx),
    ctx.db.classSession.findFirst({
      where: { classId: placeId, ...stillPlanned(now), schoolClass: { place: { archivedAt: null } } },
      orderBy: [{ plannedStart: 'asc' }, { id: 'asc' }],
      select: { title: true, plannedStart: true },
    }),
    noteSeen(ctx, now),
  ])
  const occasion = session && occasionAt(ctx, session.id)
  const names = occasion !== null && (await identifies(ctx, occasion))
  return {
    name,
    speaks,
    locale,
    schoolClass,
    work: await workState(ctx, now),
    session:
      session && occasion
        ? {
            ...session,
            ...(await presence(ctx, occasion)),
            identifies: names,
            walksThrough: names && (await walksThrough(ctx)),
          }
        : null,
    next: next?.plannedStart ? { title: next.title, plannedStart: next.plannedStart } : null,
    now,
  }
}
