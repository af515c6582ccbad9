import 'server-only'
import { weekDays } from '@/domain/pay-periods'
import { dayOf } from '@/domain/time'
import { type Days, dayDate } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import { payInputs } from '../pay-periods/input'
import { periodOn } from '../pay-periods/periods'
import { daysOf, money, placeOf } from '../pay-periods/sheet'
import { ownUnsettled, ownWaits } from '../pay-periods/waiting'
import { type PayPlace, payPlaceOf } from '../pay-periods/workplace'
import { soFar } from './so-far'

async function earned(ctx: ActorContext, place: PayPlace, { days, id }: { days: Days; id: string }) {
  const [person] = await payInputs(ctx.db, place, days, [id])
  if (!person) return null
  const { totals, priced } = soFar(person, ctx.clock())
  const { paidMinutes, overtimeMinutes, gross } = totals
  return { ...days, paidMinutes, overtimeMinutes, gross: priced ? money(gross, place) : null }
}

/**
 * What this week and this pay period of somebody's own come to so far, at every workplace where they are employed, and
 * what waits there before they are paid.
 */
export async function ownOverview(ctx: ActorContext) {
  const now = ctx.clock()
  const shown = (await ownUnsettled(ctx, now)).map(async ({ id, startedOn, endedOn, workplace }) => {
    const place = payPlaceOf(workplace.place)
    const today = dayOf(now, place.timeZone)
    const period = daysOf(await periodOn(ctx.db, place, today))
    const employed = startedOn <= dayDate(today) && (!endedOn || endedOn >= dayDate(today))
    const over = (days: Days) => (employed ? earned(ctx, place, { id, days }) : null)
    const [week, whole, waits] = await Promise.all([
      over(weekDays(today, place.weekStart)),
      over(period),
      ownWaits(ctx, place, id),
    ])
    return { employmentId: id, place: placeOf(place), week, period: whole, waits }
  })
  return (await Promise.all(shown)).filter(({ period, waits }) => period !== null || waits !== null)
}
