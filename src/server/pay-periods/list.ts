import 'server-only'
import { compareNames } from '@/domain/board'
import { dayOf } from '@/domain/time'
import { timesheetState } from '@/domain/timesheets'
import { type Days, dayAfter, dayText } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import type { Database } from '../db/prisma'
import { type Period, periodAmong, standingPeriods } from './periods'
import { daysOf, money, placeOf } from './sheet'
import { type PayPlace, payPlaceFields, payPlaceOf, seenWorkplace } from './workplace'

/** So many periods are listed at a time. */
const LISTED = 12
/** No period is longer. */
const LONGEST_DAYS = 31

/** The periods of a workplace, the running one first, or those before a day; each with how many stand where. */
export async function payPeriods(
  ctx: ActorContext,
  input: { workplaceId: string; before?: string | undefined },
) {
  const { place, rights } = await seenWorkplace(ctx, input)
  const today = dayOf(ctx.clock(), place.timeZone)
  const periods = await latestPeriods(ctx.db, place, input.before ? dayAfter(input.before, -1) : today)
  const counts = await countsOf(ctx.db, periods)
  const items = periods.map((period) => ({
    ...daysOf(period),
    ...(counts.get(period.id ?? '') ?? { signed: 0, approved: 0, paid: 0 }),
  }))
  return { place: placeOf(place), rights, today, items, before: periods.at(-1)?.from ?? null }
}

/** The period of a day and those before it, down to that of another day. */
async function latestPeriods(db: Database, place: PayPlace, day: string, since?: string): Promise<Period[]> {
  const earliest = dayAfter(day, -LISTED * LONGEST_DAYS)
  const standing = await standingPeriods(db, place, { from: earliest, to: day })
  const periods: Period[] = []
  for (let at = day; periods.length < LISTED && at >= (since ?? at); ) {
    const period = periodAmong(standing, place, at)
    periods.push(period)
    at = dayAfter(period.from, -1)
  }
  return periods
}

async function countsOf(db: Database, periods: Period[]) {
  const ids = periods.flatMap(({ id }) => id ?? [])
  const rows = await db.$queryRaw<Array<{ id: string; signed: number; approved: number; paid: number }>>`
    SELECT p.id, count(t."signedAt")::int AS signed, count(t."approvedAt")::int AS approved,
      (SELECT count(*)::int FROM "Payment" y WHERE y."periodId" = p.id) AS paid
    FROM "PayPeriod" p LEFT JOIN "Timesheet" t ON t."periodId" = p.id
    WHERE p.id = ANY(${ids}::uuid[]) GROUP BY p.id`
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

export function lastDayOf(place: PayPlace, endedOn: Date | null, now: Date): string {
  const today = dayOf(now, place.timeZone)
  return endedOn && dayText(endedOn) < today ? dayText(endedOn) : today
}

/** Somebody’s own employments, each with its latest periods and where they stand. */
export async function ownPayPeriods(ctx: ActorContext) {
  const employments = await ctx.db.employment.findMany({
    where: { userId: ctx.actor.id },
    select: {
      ...{ id: true, startedOn: true, endedOn: true, jobTitle: true },
      workplace: { select: { place: { select: payPlaceFields } } },
    },
  })
  const listed = employments.map(async ({ jobTitle, workplace, ...employed }) => {
    const place = payPlaceOf(workplace.place)
    const items = await periodsOf(ctx, place, employed)
    return { id: employed.id, name: place.name, jobTitle, place: placeOf(place), items }
  })
  return (await Promise.all(listed))
    .sort(compareNames)
    .map(({ id, name: _, ...one }) => ({ employmentId: id, ...one }))
}

interface Employed {
  id: string
  startedOn: Date
  endedOn: Date | null
}

/** The latest periods of an employment, and where they stand. */
export async function periodsOf(ctx: ActorContext, place: PayPlace, { id, startedOn, endedOn }: Employed) {
  const day = lastDayOf(place, endedOn, ctx.clock())
  const periods = await latestPeriods(ctx.db, place, day, dayText(startedOn))
  const own = await ownOf(ctx.db, id, periods)
  return periods.map((period) => ({ ...daysOf(period), ...standingOf(period, own, place) }))
}

interface Own {
  timesheets: Array<{ periodId: string; signedAt: Date | null; approvedAt: Date | null }>
  payments: Array<{ periodId: string; id: string; paidOn: Date; grossMinor: bigint }>
}

/** What somebody signed and was paid in these periods. */
async function ownOf(db: Database, employmentId: string, periods: Period[]): Promise<Own> {
  const where = { employmentId, periodId: { in: periods.flatMap(({ id }) => id ?? []) } }
  const [timesheets, payments] = await Promise.all([
    db.timesheet.findMany({ where, select: { periodId: true, signedAt: true, approvedAt: true } }),
    db.payment.findMany({ where, select: { periodId: true, id: true, paidOn: true, grossMinor: true } }),
  ])
  return { timesheets, payments }
}

function standingOf({ id }: Period & Days, { timesheets, payments }: Own, place: PayPlace) {
  const sheet = timesheets.find(({ periodId }) => periodId === id)
  const payment = payments.find(({ periodId }) => periodId === id)
  const signed = Boolean(sheet?.signedAt)
  return {
    state: timesheetState({ signed, approved: Boolean(sheet?.approvedAt), paid: Boolean(payment) }),
    payment: payment
      ? { id: payment.id, paidOn: dayText(payment.paidOn), gross: money(Number(payment.grossMinor), place) }
      : null,
  }
}
