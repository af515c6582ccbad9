import 'server-only'
import { AppError } from '@/domain/errors'
import { employeeTopic, type Topic } from '@/domain/live'
import { dayOf } from '@/domain/time'
import { dayDate } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import { transact } from '../live/publish'
import { latestEventId } from '../live/stream'
import { applyAct, endedByItself, type WorkAct } from './clock'
import { workedThroughFrom } from './deducted'
import { earliestFirst, type ShownEntry, shownFields } from './shown'
import { workedToday } from './worked'

const MINUTE = 60_000

const worksAt = (userId: string): Prisma.WorkplaceWhereInput => ({
  place: { archivedAt: null, members: { some: { userId, leftAt: null } } },
})

function workplacesOf(ctx: ActorContext) {
  const { id: userId } = ctx.actor
  return ctx.db.workplace.findMany({
    where: worksAt(userId),
    orderBy: [{ place: { name: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      faceClocking: true,
      longestShiftMinutes: true,
      place: { select: { name: true, timeZone: true, liveness: true } },
      kinds: { where: { archivedAt: null }, orderBy: { name: 'asc' }, select: { id: true, name: true } },
      employments: { where: { userId }, select: { startedOn: true, endedOn: true } },
      _count: { select: { sites: true } },
    },
  })
}
type OwnWorkplace = Awaited<ReturnType<typeof workplacesOf>>[number]

function employedNow({ employments, place }: OwnWorkplace, now: Date): boolean {
  const day = dayDate(dayOf(now, place.timeZone))
  return employments.some(
    ({ startedOn, endedOn }) => startedOn <= day && (endedOn === null || endedOn >= day),
  )
}

interface Standing {
  /** What is open, or in question. */
  entries: ShownEntry[]
  now: Date
}

async function standing(ctx: ActorContext, workplace: OwnWorkplace, { entries, now }: Standing) {
  const { id, place, kinds, faceClocking, longestShiftMinutes, _count } = workplace
  const own = entries.filter(({ workplaceId }) => workplaceId === id)
  const open = own.find(({ endedAt }) => endedAt === null) ?? null
  const today = await workedToday(ctx.db, { workplaceId: id, userId: ctx.actor.id, ...place }, now)
  return {
    ...{ id, ...place, kinds, faceClocking, hasSites: _count.sites > 0 },
    employed: employedNow(workplace, now),
    // One that is about to end by itself is nothing that goes on.
    open: open && !endedByItself(open, longestShiftMinutes, now) ? open : null,
    minutesToday: Math.floor(today / MINUTE),
    workedThroughFrom: await workedThroughFrom(ctx.db, { entry: open, ...place, longestShiftMinutes }, now),
    forgotten: own.filter(({ flag }) => flag === 'FORGOTTEN_OUT'),
  }
}

/** Where the person works, whether they are in, how long they have worked today, and what is asked of them. */
export async function today(ctx: ActorContext) {
  const lastEventId = await latestEventId(ctx)
  const now = ctx.clock()
  const [workplaces, entries] = await Promise.all([
    workplacesOf(ctx),
    ctx.db.timeEntry.findMany({
      where: {
        ...{ userId: ctx.actor.id, removedAt: null },
        OR: [{ endedAt: null }, { flag: 'FORGOTTEN_OUT' }],
      },
      orderBy: earliestFirst,
      select: shownFields,
    }),
  ])
  return {
    workplaces: await Promise.all(workplaces.map((each) => standing(ctx, each, { entries, now }))),
    ...{ now, viewerId: ctx.actor.id, lastEventId },
  }
}

/** What the person's page is told: that their own hours change. */
export const ownTopics = (ctx: ActorContext): Topic[] => [employeeTopic(ctx.actor.id)]

/** Begins or ends a break of the person who is in. */
async function pause(ctx: ActorContext, workplaceId: string, what: 'break_start' | 'break_end') {
  const wanted: WorkAct = { workplaceId, userId: ctx.actor.id, what, method: 'HAND' }
  await transact(ctx, (ctx) => applyAct(ctx, wanted))
}

export const startBreak = (ctx: ActorContext, input: { workplaceId: string }): Promise<void> =>
  pause(ctx, input.workplaceId, 'break_start')

export const endBreak = (ctx: ActorContext, input: { workplaceId: string }): Promise<void> =>
  pause(ctx, input.workplaceId, 'break_end')

/** The place of a workplace where the person works or worked. */
export async function requireWorkedAt(ctx: ActorContext, workplaceId: string) {
  const workplace = await ctx.db.workplace.findFirst({
    where: { id: workplaceId, place: { members: { some: { userId: ctx.actor.id } } } },
    select: { weekStart: true, place: { select: { id: true, name: true, timeZone: true } } },
  })
  if (!workplace) throw new AppError('request.not_found')
  return workplace
}
