import 'server-only'
import { AppError } from '@/domain/errors'
import type { PayLine } from '@/domain/pay/result'
import { weekDays } from '@/domain/pay-periods'
import { workedMinutes } from '@/domain/pay-sums'
import { type Days, dayAfter } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import type { Database } from '../db/prisma'
import { payInputs } from '../pay-periods/input'
import { lastDayOf, periodsOf } from '../pay-periods/list'
import { type Calculated, peopleOf } from '../pay-periods/people'
import { periodOn } from '../pay-periods/periods'
import { daysOf, money, placeOf, sheetOf } from '../pay-periods/sheet'
import { type PayPlace, seenWorkplace } from '../pay-periods/workplace'
import { shownFields } from '../time-entries/shown'
import { soFar, sumBy } from './so-far'

const WEEKS = 8
const ENTRIES = 10

interface Shown {
  place: PayPlace
  wages: boolean
}

function earned(
  { lines, priced }: Pick<Calculated, 'lines' | 'priced'>,
  days: Days,
  { place, wages }: Shown,
) {
  const of = (value: (line: PayLine) => number) => sumBy(lines, value)
  return {
    ...{ from: days.from, to: days.to, paidMinutes: of(workedMinutes) },
    overtimeMinutes: of((line) => (line.kind === 'overtime' ? line.minutes : 0)),
    gross:
      wages && priced
        ? money(
            of(({ amount }) => amount),
            place,
          )
        : null,
  }
}

/** The last weeks up to that of a day, the earliest first. */
function weeksUpTo(day: string, { weekStart }: PayPlace): Days[] {
  const { from } = weekDays(day, weekStart)
  return Array.from({ length: WEEKS }, (_, index) =>
    weekDays(dayAfter(from, 7 * (index + 1 - WEEKS)), weekStart),
  )
}

/** The last weeks, each as a whole, whatever period cuts it. */
async function weeksOf(ctx: ActorContext, employmentId: string, { day, ...shown }: Shown & { day: string }) {
  const { place } = shown
  const weeks = weeksUpTo(day, place)
  const [from = day, to = day] = [weeks.at(0)?.from, weeks.at(-1)?.to]
  const [person] = await payInputs(ctx.db, place, { from, to }, [employmentId])
  if (!person) throw new AppError('request.not_found')
  const { lines, priced } = soFar(person, ctx.clock())
  return weeks.map((week) => {
    const own = lines.filter((line) => week.from <= line.day && line.day <= week.to)
    return earned({ lines: own, priced }, week, shown)
  })
}

/** The latest entries of an employment. */
const latestEntries = (db: Database, employmentId: string) =>
  db.timeEntry.findMany({
    where: { employmentId, removedAt: null },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: ENTRIES,
    select: shownFields,
  })

/** Somebody as whoever decides about their hours or sees wages there needs to know them; of who has left, their last days. */
export async function overviewPerson(ctx: ActorContext, { employmentId }: { employmentId: string }) {
  const employment = await ctx.db.employment.findFirst({
    where: { id: employmentId, workplace: { place: ledBy(ctx.actor) } },
    select: { id: true, workplaceId: true, userId: true, startedOn: true, endedOn: true },
  })
  if (!employment) throw new AppError('request.not_found')
  const { place, rights } = await seenWorkplace(ctx, employment)
  const now = ctx.clock()
  const day = lastDayOf(place, employment.endedOn, now)
  const shown = { place, wages: rights.seeWages }
  const period = await periodOn(ctx.db, place, day)
  const [person] = await peopleOf(ctx.db, place, period, { now, employmentIds: [employmentId] })
  if (!person) throw new AppError('request.not_found')
  const [weeks, periods, entries] = await Promise.all([
    ...([weeksOf(ctx, employmentId, { ...shown, day }), periodsOf(ctx, place, employment)] as const),
    latestEntries(ctx.db, employmentId),
  ])
  const week = weeks.at(-1)
  if (!week) throw new AppError('request.not_found')
  return {
    ...{
      place: placeOf(place),
      rights,
      day,
      employmentId,
      userId: employment.userId,
      name: person.name,
    },
    ...{ week, weeks, entries, now, period: earned(soFar(person, now), daysOf(period), shown) },
    sheet: sheetOf(person, place, { who: 'MANAGER', wages: shown.wages }),
    periods: periods.map(({ payment, ...one }) => ({
      ...one,
      payment: payment && { ...payment, gross: shown.wages ? payment.gross : null },
    })),
  }
}
