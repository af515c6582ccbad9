import 'server-only'
import { minutesOverdue } from '@/domain/entry-exceptions'
import { AppError } from '@/domain/errors'
import { exceptionSettings, exceptionsBy, toldTo } from '@/domain/exceptions'
import { exceptionSettingsSchema } from '@/domain/exceptions-schema'
import { dayOf } from '@/domain/time'
import { standingOf } from '@/domain/time-entries'
import { dayDate } from '@/domain/weeks'
import { workedByDay } from '@/domain/worked-by-day'
import { startOfDay } from '@/domain/zoned-time'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import { latestEventId } from '../live/stream'
import { memberName, nameOf } from '../places/member-name'
import { endedByItself } from './clock'
import { earliestFirst, type ShownEntry, shownFields } from './shown'
import { reachingInto } from './worked'

const MINUTE = 60_000

/** The workplace if the actor leads it. */
export async function requireLedWorkplace(ctx: ActorContext, workplaceId: string) {
  const workplace = await ctx.db.workplace.findFirst({
    where: { id: workplaceId, place: ledBy(ctx.actor) },
    select: {
      weekStart: true,
      ...{ longestShiftMinutes: true, exceptions: true },
      place: { select: { id: true, name: true, timeZone: true } },
    },
  })
  if (!workplace) throw new AppError('request.not_found')
  return workplace
}

/** Of these workplaces, the ones that the actor leads. */
export async function ownWorkplaceIds(ctx: ActorContext, ids: string[]): Promise<string[]> {
  const own = await ctx.db.workplace.findMany({
    where: { id: { in: ids }, place: ledBy(ctx.actor) },
    select: { id: true },
  })
  return own.map(({ id }) => id)
}

interface At {
  timeZone: string
  longestShiftMinutes: number
  now: Date
  /** What of exceptions is otherwise there, as it is kept. */
  exceptions: unknown
}

/** Whether whoever has been in since then is overdue, as far as managers are told. */
function isOverdue({ startedAt }: ShownEntry, at: At): boolean {
  const beyond = minutesOverdue({ startedAt }, at)
  if (beyond <= 0) return false
  const settings = exceptionSettings(exceptionSettingsSchema.parse(at.exceptions))
  const noticed = { code: 'entry_overdue' as const, day: null, entryId: null, beyond }
  return toldTo(exceptionsBy(settings, [noticed]), 'MANAGER').length > 0
}

/** Where somebody stands who has these entries today. */
function standing(entries: readonly ShownEntry[], at: At) {
  const { timeZone, longestShiftMinutes, now } = at
  const last = entries.at(-1) ?? null
  const goesOn = last && last.endedAt === null && !endedByItself(last, longestShiftMinutes, now)
  const state = goesOn ? standingOf(last) : 'out'
  const today = workedByDay(entries, timeZone, now).get(dayOf(now, timeZone)) ?? 0
  const standings = { in: 'IN', on_break: 'ON_BREAK', out: last ? 'GONE' : 'OUT' } as const
  const overdue = goesOn && isOverdue(last, at)
  return {
    standing: overdue ? ('OVERDUE' as const) : standings[state],
    since:
      (state === 'on_break' && !overdue ? last?.breaks.at(-1)?.startedAt : goesOn && last?.startedAt) || null,
    leftAt: goesOn ? null : (last?.endedAt ?? null),
    kind: goesOn ? (last?.kind?.name ?? null) : null,
    minutesToday: Math.floor(today / MINUTE),
  }
}

function byPerson(entries: readonly ShownEntry[]): Map<string, ShownEntry[]> {
  const people = new Map<string, ShownEntry[]>()
  for (const entry of entries) people.set(entry.userId, [...(people.get(entry.userId) ?? []), entry])
  return people
}

/** Who of a workplace is in now, on a break, gone or not there yet, in the order of their names. */
export async function board(ctx: ActorContext, { workplaceId }: { workplaceId: string }) {
  const { place, longestShiftMinutes, exceptions } = await requireLedWorkplace(ctx, workplaceId)
  const lastEventId = await latestEventId(ctx)
  const now = ctx.clock()
  const { timeZone } = place
  const day = dayOf(now, timeZone)
  const span = { from: startOfDay(day, timeZone), to: startOfDay(day, timeZone, 1) }
  const [employments, entries, flagged] = await Promise.all([
    ctx.db.employment.findMany({
      where: {
        ...{ workplaceId, startedOn: { lte: dayDate(day) }, member: { leftAt: null } },
        OR: [{ endedOn: null }, { endedOn: { gte: dayDate(day) } }],
      },
      orderBy: [{ member: { user: { name: 'asc' } } }, { id: 'asc' }],
      select: {
        ...{ id: true, userId: true, jobTitle: true },
        member: { select: { number: true, ...memberName } },
      },
    }),
    ctx.db.timeEntry.findMany({
      where: { workplaceId, ...reachingInto(span, now) },
      orderBy: earliestFirst,
      select: shownFields,
    }),
    ctx.db.timeEntry.groupBy({
      by: 'userId',
      where: { workplaceId, removedAt: null, flag: 'FORGOTTEN_OUT' },
      _count: true,
    }),
  ])
  const own = byPerson(entries)
  const waiting = new Map(flagged.map(({ userId, _count }) => [userId, _count]))
  return {
    workplace: place,
    people: employments.map(({ id: employmentId, userId, jobTitle, member }) => ({
      ...{ employmentId, userId, jobTitle, number: member.number, name: nameOf(member) },
      ...standing(own.get(userId) ?? [], { timeZone, longestShiftMinutes, exceptions, now }),
      forgotten: waiting.get(userId) ?? 0,
    })),
    ...{ now, viewerId: ctx.actor.id, lastEventId },
  }
}
