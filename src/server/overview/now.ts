import 'server-only'
import { AppError } from '@/domain/errors'
import { dayOf } from '@/domain/time'
import type { BoardStanding } from '@/domain/time-entries'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import { latestEventId } from '../live/stream'
import { placeOf } from '../pay-periods/sheet'
import { payPlaceFields, payPlaceOf, rightsOf } from '../pay-periods/workplace'
import { board } from '../time-entries/board'
import { sumBy } from './so-far'
import { flaggedEntries, openCorrections, toReview } from './waiting'

type Person = Awaited<ReturnType<typeof board>>['people'][number]

/** As many workplaces as a browser may listen to. */
const MOST = 40

function countsOf(people: readonly Person[]): Record<BoardStanding, number> {
  const counts = { IN: 0, ON_BREAK: 0, OVERDUE: 0, GONE: 0, OUT: 0 }
  for (const { standing } of people) counts[standing] += 1
  return counts
}

function placesOf(ctx: ActorContext, workplaceId: string | undefined) {
  return ctx.db.place.findMany({
    where: {
      kind: 'WORKPLACE',
      ...ledBy(ctx.actor),
      ...(workplaceId ? { id: workplaceId } : { archivedAt: null }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { ...payPlaceFields, leaders: { where: { userId: ctx.actor.id } } },
  })
}

/** The workplaces that one runs, or one of them, at this moment: who is in, the hours of today, and what waits for a decision. */
export async function overviewNow(ctx: ActorContext, { workplaceId }: { workplaceId?: string | undefined }) {
  const lastEventId = await latestEventId(ctx)
  const places = await placesOf(ctx, workplaceId)
  if (workplaceId && places.length === 0) throw new AppError('request.not_found')
  const ids = places.map(({ id }) => id)
  const [corrections, flagged] = await Promise.all([
    openCorrections(ctx.db, ids),
    flaggedEntries(ctx.db, ids),
  ])
  const workplaces = places.map(async ({ leaders: [leader], ...found }) => {
    const place = payPlaceOf(found)
    const rights = rightsOf(leader)
    const { people } = await board(ctx, { workplaceId: place.id })
    const { asked, disputed } = corrections.get(place.id) ?? { asked: 0, disputed: 0 }
    return {
      ...{ place: placeOf(place), rights, standings: countsOf(people) },
      minutesToday: sumBy(people, ({ minutesToday }) => minutesToday),
      waiting: { asked, disputed, flagged: flagged.get(place.id) ?? 0 },
      review: rights.approve ? await toReview(ctx.db, place, dayOf(ctx.clock(), place.timeZone)) : null,
    }
  })
  return { workplaces: await Promise.all(workplaces), viewerId: ctx.actor.id, lastEventId }
}
