import 'server-only'
import { type Days, weekOf } from '@/domain/pay-periods'
import { dayOf } from '@/domain/time'
import { dayDate } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import { payInputs } from '../pay-periods/input'
import { periodOn } from '../pay-periods/periods'
import { daysOf, money, placeOf } from '../pay-periods/sheet'
import { type PayPlace, payPlaceFields, payPlaceOf } from '../pay-periods/workplace'
import { soFar } from './so-far'

async function earned(ctx: ActorContext, place: PayPlace, { days, id }: { days: Days; id: string }) {
  const [person] = await payInputs(ctx.db, place, days, [id])
  if (!person) return null
  const { totals, priced } = soFar(person, ctx.clock())
  const { paidMinutes, overtimeMinutes, gross } = totals
  return { ...days, paidMinutes, overtimeMinutes, gross: priced ? money(gross, place) : null }
}

/** What this week and this pay period of somebody's own come to so far, at every workplace where they are employed. */
export async function ownOverview(ctx: ActorContext) {
  const employments = await ctx.db.employment.findMany({
    where: { userId: ctx.actor.id },
    orderBy: [{ startedOn: 'desc' }, { id: 'asc' }],
    select: {
      ...{ id: true, startedOn: true, endedOn: true },
      workplace: { select: { place: { select: payPlaceFields } } },
    },
  })
  const now = ctx.clock()
  const shown = employments.flatMap(({ workplace, ...one }) => {
    const place = payPlaceOf(workplace.place)
    const today = dayDate(dayOf(now, place.timeZone))
    return one.startedOn <= today && (!one.endedOn || one.endedOn >= today) ? [{ id: one.id, place }] : []
  })
  return Promise.all(
    shown.map(async ({ id, place }) => {
      const today = dayOf(now, place.timeZone)
      const period = daysOf(await periodOn(ctx.db, place, today))
      const [week, whole] = await Promise.all([
        earned(ctx, place, { id, days: weekOf(today, place.weekStart) }),
        earned(ctx, place, { id, days: period }),
      ])
      return { employmentId: id, place: placeOf(place), week, period: whole }
    }),
  )
}
