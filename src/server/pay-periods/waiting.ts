import 'server-only'
import { waitingStates } from '@/domain/corrections'
import { type ExceptionCode, toldTo } from '@/domain/exceptions'
import { remindedDays } from '@/domain/pay-reminders'
import { dayOf } from '@/domain/time'
import { dayAfter, dayDate } from '@/domain/weeks'
import { startOfDay } from '@/domain/zoned-time'
import type { ActorContext } from '../context/context'
import { approvedBy } from '../context/led-by'
import type { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { peopleOf } from './people'
import { type Period, periodOn } from './periods'
import { daysOf, placeOf, type Reader } from './sheet'
import { type PayPlace, payPlaceFields, payPlaceOf } from './workplace'

/** So long after the end of an employment its last period may wait. */
const AFTER_END_DAYS = 62

interface Asked extends Pick<Reader, 'who'> {
  now: Date
  /** Somebody's alone. */
  employmentId?: string
}

/** What waits before a workplace pays, of the earliest period of which something does. */
async function waitingAt(db: Database, place: PayPlace, asked: Asked) {
  for (const day of remindedDays(dayOf(asked.now, place.timeZone), place)) {
    const found = await waitingIn(db, place, { ...asked, period: await periodOn(db, place, day) })
    if (found.flagged + found.corrections + found.unsigned > 0) return found
  }
  return null
}

async function waitingIn(db: Database, place: PayPlace, asked: Asked & { period: Period }) {
  const { who, employmentId, period } = asked
  const from = startOfDay(period.from, place.timeZone)
  const to = startOfDay(period.to, place.timeZone, 1)
  const within: Prisma.TimeEntryWhereInput = {
    ...{ workplaceId: place.id, removedAt: null, startedAt: { gte: from, lt: to } },
    ...(employmentId && { employmentId }),
  }
  const told = new Set(toldTo(place.exceptions, who).map(({ code }) => code))
  const count = async (code: ExceptionCode, counted: () => Promise<number>) =>
    told.has(code) ? counted() : 0
  const [flagged, corrections, unsigned] = await Promise.all([
    count('entry_flagged', () => db.timeEntry.count({ where: { ...within, flag: { not: null } } })),
    count('correction_open', () => undecidedIn(db, place, { from, to, employmentId })),
    count('not_signed', () => unsignedIn(db, period, within)),
  ])
  return { period: daysOf(period), flagged, corrections, unsigned }
}

interface Span {
  from: Date
  to: Date
  employmentId: string | undefined
}

/** How many corrections of these days nobody has decided. */
async function undecidedIn(db: Database, { id }: PayPlace, { from, to, employmentId }: Span) {
  const [found] = await db.$queryRaw<Array<{ count: number }>>`
    SELECT count(*)::int AS count FROM "Correction" c JOIN "Employment" e ON e.id = c."employmentId"
    LEFT JOIN "TimeEntry" t ON t.id = c."timeEntryId"
    WHERE e."workplaceId" = ${id}::uuid AND c.state = ANY(${[...waitingStates]}::"CorrectionState"[])
      AND COALESCE(e.id = ${employmentId ?? null}::uuid, true)
      AND COALESCE(t."startedAt", (c.wanted->>'startedAt')::timestamptz) >= ${from}
      AND COALESCE(t."startedAt", (c.wanted->>'startedAt')::timestamptz) < ${to}`
  return found?.count ?? 0
}

/** How many of those who worked have neither signed nor been approved. */
async function unsignedIn(db: Database, { id: periodId }: Period, within: Prisma.TimeEntryWhereInput) {
  const worked = await db.timeEntry.groupBy({ by: 'employmentId', where: within })
  if (!periodId) return worked.length
  const employmentId = { in: worked.map((one) => one.employmentId) }
  const settled = await db.timesheet.count({
    where: { periodId, employmentId, OR: [{ signedAt: { not: null } }, { approvedAt: { not: null } }] },
  })
  return worked.length - settled
}

/** Of the workplaces where somebody approves hours, those where something waits before people are paid. */
export async function waiting(ctx: ActorContext) {
  const now = ctx.clock()
  const found = await ctx.db.place.findMany({
    where: { ...approvedBy(ctx.actor), archivedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: payPlaceFields,
  })
  const all = await Promise.all(
    found.map(async (one) => {
      const place = payPlaceOf(one)
      const waits = await waitingAt(ctx.db, place, { now, who: 'MANAGER' })
      return waits ? [{ place: placeOf(place), ...waits }] : []
    }),
  )
  return all.flat()
}

/** Somebody's own employments of which something may wait: those that last, and those that ended a while ago. */
export function ownUnsettled(ctx: ActorContext, now: Date) {
  const since = dayDate(dayAfter(dayOf(now, 'UTC'), -AFTER_END_DAYS))
  return ctx.db.employment.findMany({
    where: { userId: ctx.actor.id, OR: [{ endedOn: null }, { endedOn: { gte: since } }] },
    orderBy: [{ startedOn: 'desc' }, { id: 'asc' }],
    select: {
      ...{ id: true, startedOn: true, endedOn: true },
      workplace: { select: { place: { select: payPlaceFields } } },
    },
  })
}

/** What waits of somebody's own employment before they are paid; null where nothing does. */
export const ownWaits = (ctx: ActorContext, place: PayPlace, employmentId: string) =>
  waitingAt(ctx.db, place, { now: ctx.clock(), who: 'EMPLOYEE', employmentId })

/** Of each employment of somebody's own, what is out of the ordinary, and what waits before they are paid. */
export async function ownWaiting(ctx: ActorContext) {
  const now = ctx.clock()
  const employments = await ownUnsettled(ctx, now)
  return Promise.all(
    employments.map(async ({ id: employmentId, workplace }) => {
      const place = payPlaceOf(workplace.place)
      const running = await periodOn(ctx.db, place, dayOf(now, place.timeZone))
      const [person] = await peopleOf(ctx.db, place, running, { now, employmentIds: [employmentId] })
      return {
        ...{ employmentId, place: placeOf(place) },
        exceptions: toldTo(person?.exceptions ?? [], 'EMPLOYEE'),
        waits: await ownWaits(ctx, place, employmentId),
      }
    }),
  )
}
