import 'server-only'
import { attendanceTotals } from '@/domain/attendance'
import { compareNames } from '@/domain/board'
import { dayOf } from '@/domain/time'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import { standingsOf } from '../sessions/members'
import { sessionFields } from '../sessions/service'
import type { Days } from './class-records'

/** The classes that the actor leads, each with the sessions of its own today and how many stand where. */
export async function taughtToday(ctx: ActorContext) {
  const now = ctx.clock()
  const [classes, ids] = await Promise.all([
    ctx.db.place.findMany({
      where: { ...ledBy(ctx.actor), kind: 'CLASS', archivedAt: null },
      select: { id: true, name: true, timeZone: true },
    }),
    ctx.db.$queryRaw<Array<{ id: string }>>`
      SELECT s.id FROM "ClassSession" s
      JOIN "Place" p ON p.id = s."classId" AND p."archivedAt" IS NULL
      JOIN "Leader" l ON l."placeId" = p.id AND l."userId" = ${ctx.actor.id}::uuid
      WHERE (COALESCE(s."plannedStart", s."openedAt") AT TIME ZONE p."timeZone")::date
        = (${now}::timestamptz AT TIME ZONE p."timeZone")::date`,
  ])
  const sessionIds = ids.map(({ id }) => id)
  const [sessions, standings] = await Promise.all([
    ctx.db.classSession.findMany({
      where: { id: { in: sessionIds } },
      orderBy: [{ plannedStart: 'asc' }, { openedAt: 'asc' }, { id: 'asc' }],
      select: sessionFields,
    }),
    standingsOf(ctx.db, sessionIds),
  ])
  return classes.sort(compareNames).map((place) => {
    const own = sessions
      .filter(({ classId }) => classId === place.id)
      .map((session) => ({ ...session, ...standings(session.id) }))
    const sum = (what: 'present' | 'late' | 'absent' | 'excused') =>
      own.reduce((total, { totals }) => total + totals[what], 0)
    const [PRESENT, LATE, ABSENT, EXCUSED] = [sum('present'), sum('late'), sum('absent'), sum('excused')]
    const totals = attendanceTotals({ PRESENT, LATE, ABSENT, EXCUSED })
    return { ...place, day: dayOf(now, place.timeZone), totals, sessions: own }
  })
}

interface Row {
  id: string
  name: string
  timeZone: string
  sessions: number
  present: number
  late: number
  absent: number
  excused: number
}

interface Wanted extends Days {
  classId?: string | undefined
}

/** The classes that the actor leads, each with its sessions that began on these days of its own, added up. */
export async function summary(ctx: ActorContext, { classId, from, to }: Wanted) {
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT p.id, p.name, p."timeZone", count(DISTINCT s.id)::int AS sessions,
      count(*) FILTER (WHERE a.status = 'PRESENT')::int AS present,
      count(*) FILTER (WHERE a.status = 'LATE')::int AS late,
      count(*) FILTER (WHERE a.status = 'ABSENT')::int AS absent,
      count(*) FILTER (WHERE a.status = 'EXCUSED')::int AS excused
    FROM "Place" p
    JOIN "Leader" l ON l."placeId" = p.id AND l."userId" = ${ctx.actor.id}::uuid
    LEFT JOIN "ClassSession" s ON s."classId" = p.id AND s.state <> 'SCHEDULED'
      AND NOT s."notTaken"
      AND (COALESCE(s."plannedStart", s."openedAt") AT TIME ZONE p."timeZone")::date
        BETWEEN COALESCE(${from ?? null}::date, '-infinity') AND COALESCE(${to ?? null}::date, 'infinity')
    LEFT JOIN "Attendance" a ON a."sessionId" = s.id
    WHERE p.kind = 'CLASS' AND p."archivedAt" IS NULL
      AND p.id = COALESCE(${classId ?? null}::uuid, p.id)
    GROUP BY p.id, p.name, p."timeZone"`
  return rows.sort(compareNames).map(({ id, name, timeZone, sessions, ...counts }) => {
    const { present: PRESENT, late: LATE, absent: ABSENT, excused: EXCUSED } = counts
    return { id, name, timeZone, sessions, totals: attendanceTotals({ PRESENT, LATE, ABSENT, EXCUSED }) }
  })
}
