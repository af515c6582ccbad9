import 'server-only'
import { AppError } from '@/domain/errors'
import { placeTopic, studentTopic, type Topic } from '@/domain/live'
import type { ActorContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import { latestEventId } from '../live/stream'
import { ledByName, ownerName } from '../places/leader-names'

const PLANNED_SHOWN = 50
const DAY_MS = 24 * 60 * 60 * 1000

function shownTo(studentId: string) {
  return {
    id: true,
    title: true,
    state: true,
    plannedStart: true,
    plannedEnd: true,
    openedAt: true,
    lateAfterMinutes: true,
    schoolClass: {
      select: { place: { select: { id: true, name: true, timeZone: true, liveness: true, ...ledByName } } },
    },
    attendance: {
      where: { studentId },
      select: { status: true, method: true, clockedInAt: true, clockedOutAt: true, note: true },
    },
  } as const
}

type Shown = Prisma.ClassSessionGetPayload<{ select: ReturnType<typeof shownTo> }>

function standing({ attendance, schoolClass, ...session }: Shown) {
  const { leaders, ...place } = schoolClass.place
  return {
    ...session,
    schoolClass: { ...place, teacher: ownerName({ leaders }) },
    record: attendance[0] ?? null,
  }
}

/** Planned and not over yet: without a planned end, a day after the start. */
export function stillPlanned(now: Date): Prisma.ClassSessionWhereInput {
  const aDayAgo = new Date(now.getTime() - DAY_MS)
  return {
    state: 'SCHEDULED',
    OR: [{ plannedEnd: { gt: now } }, { plannedEnd: null, plannedStart: { gt: aDayAgo } }],
  }
}

/**
 * The open sessions of the student's classes with their record in each, and the ones planned next; of those
 * planned later only how many. What was planned and never opened is left out once its time has passed.
 */
export async function today(ctx: ActorContext) {
  const lastEventId = await latestEventId(ctx)
  const now = ctx.clock()
  const place = { members: { some: { userId: ctx.actor.id, leftAt: null } }, archivedAt: null }
  const schoolClass = { place }
  const planned = { ...stillPlanned(now), schoolClass }
  const [open, next, plannedInAll] = await Promise.all([
    ctx.db.classSession.findMany({
      where: { state: 'OPEN', schoolClass },
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      select: shownTo(ctx.actor.id),
    }),
    ctx.db.classSession.findMany({
      where: planned,
      orderBy: [{ plannedStart: 'asc' }, { id: 'asc' }],
      take: PLANNED_SHOWN,
      select: shownTo(ctx.actor.id),
    }),
    ctx.db.classSession.count({ where: planned }),
  ])
  return {
    sessions: [...open, ...next].map(standing),
    plannedLater: Math.max(0, plannedInAll - next.length),
    now,
    viewerId: ctx.actor.id,
    lastEventId,
  }
}

/** A session of the student's with their record in it, whenever it was. */
export async function ownStanding(ctx: ActorContext, { sessionId }: { sessionId: string }) {
  const own = { userId: ctx.actor.id }
  const found = await ctx.db.classSession.findFirst({
    where: {
      id: sessionId,
      OR: [
        { attendance: { some: { studentId: ctx.actor.id } } },
        { schoolClass: { place: { members: { some: { ...own, leftAt: null } } } } },
      ],
    },
    select: shownTo(ctx.actor.id),
  })
  if (!found) throw new AppError('request.not_found')
  return standing(found)
}

/** What the student's page is told: when a session of their classes opens, changes or ends, or their own record does. */
export async function todayTopics(ctx: ActorContext): Promise<Topic[]> {
  const entries = await ctx.db.member.findMany({
    where: { userId: ctx.actor.id, leftAt: null },
    select: { placeId: true },
  })
  return [studentTopic(ctx.actor.id), ...entries.map(({ placeId }) => placeTopic(placeId))]
}
