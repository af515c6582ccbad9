import 'server-only'
import { workedMinutes } from '@/domain/pay-sums'
import { dayOf } from '@/domain/time'
import type { ActorContext } from '../context/context'
import { payInputs } from '../pay-periods/input'
import { peopleOf } from '../pay-periods/people'
import { periodOn } from '../pay-periods/periods'
import { daysOf, money, placeOf } from '../pay-periods/sheet'
import { type PayPlace, seenWorkplace } from '../pay-periods/workplace'
import { soFar, sumBy } from './so-far'
import { earliestUnpaid } from './waiting'

/** The earliest period with approved hours that are not paid, and what they come to. */
async function dueOf(ctx: ActorContext, place: PayPlace, wages: boolean) {
  const earliest = await earliestUnpaid(ctx.db, place.id)
  if (!earliest) return null
  const { employmentIds, ...period } = earliest
  const people = wages ? await peopleOf(ctx.db, place, period, { now: ctx.clock(), employmentIds }) : []
  return {
    ...{ period: daysOf(period), people: employmentIds.length },
    amount: wages
      ? money(
          sumBy(people, ({ result }) => (result.priced ? result.totals.gross : 0)),
          place,
        )
      : null,
  }
}

/** What today and the running period of a workplace come to so far, and what is due. */
export async function overviewPay(ctx: ActorContext, input: { workplaceId: string }) {
  const { place, rights } = await seenWorkplace(ctx, input)
  const now = ctx.clock()
  const today = dayOf(now, place.timeZone)
  const period = await periodOn(ctx.db, place, today)
  const results = (await payInputs(ctx.db, place, period)).map((person) => soFar(person, now))
  const priced = results.filter((result) => result.priced)
  const ofToday = priced.flatMap(({ lines }) => lines).filter(({ day }) => day === today)
  const wages = rights.seeWages
  return {
    ...{ place: placeOf(place), rights, period: daysOf(period), withoutRate: results.length - priced.length },
    paidMinutes: sumBy(results, ({ lines }) => sumBy(lines, workedMinutes)),
    overtimeMinutes: sumBy(results, ({ totals }) => totals.overtimeMinutes),
    costToday: wages
      ? money(
          sumBy(ofToday, ({ amount }) => amount),
          place,
        )
      : null,
    gross: wages
      ? money(
          sumBy(priced, ({ totals }) => totals.gross),
          place,
        )
      : null,
    due: await dueOf(ctx, place, wages),
  }
}
