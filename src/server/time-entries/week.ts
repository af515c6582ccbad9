import 'server-only'
import { dayOf } from '@/domain/time'
import { type Weekday, weekOf } from '@/domain/weeks'
import { workedByDay } from '@/domain/worked-by-day'
import { startOfDay } from '@/domain/zoned-time'
import type { ActorContext } from '../context/context'
import { breaksDeducted } from './deducted'
import { earliestFirst, shownFields } from './shown'
import { requireWorkedAt } from './today'
import { reachingInto } from './worked'

const MINUTE = 60_000

interface WeekAt {
  workplace: { weekStart: Weekday; place: { id: string; name: string; timeZone: string } }
  userId: string
  /** Any day of the week; today where none is named. */
  day?: string | undefined
}

/** A week of somebody's at a workplace: their entries, and what was worked on each day by the clock of the place. */
export async function weekAt(ctx: ActorContext, { workplace, userId, day }: WeekAt) {
  const now = ctx.clock()
  const { place, weekStart } = workplace
  const { timeZone } = place
  const days = weekOf(day ?? dayOf(now, timeZone), weekStart)
  const [from = '', to = ''] = [days.at(0), days.at(-1)]
  const span = { from: startOfDay(from, timeZone), to: startOfDay(to, timeZone, 1) }
  const entries = await ctx.db.timeEntry.findMany({
    where: { workplaceId: place.id, userId, ...reachingInto(span, now) },
    orderBy: earliestFirst,
    select: shownFields,
  })
  const worked = workedByDay(entries, timeZone, now)
  const totals = days.map((each) => ({ day: each, minutes: Math.floor((worked.get(each) ?? 0) / MINUTE) }))
  const ms = days.reduce((sum, each) => sum + (worked.get(each) ?? 0), 0)
  return {
    ...{ workplace: place, from, to, days: totals, entries, now },
    minutes: Math.floor(ms / MINUTE),
    deducts: await breaksDeducted(ctx.db, place.id, { from, to }),
  }
}

/** The same of the person's own. */
export async function ownWeek(ctx: ActorContext, input: { workplaceId: string; day?: string | undefined }) {
  const workplace = await requireWorkedAt(ctx, input.workplaceId)
  return weekAt(ctx, { workplace, userId: ctx.actor.id, day: input.day })
}
