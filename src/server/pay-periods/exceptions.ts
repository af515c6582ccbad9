import 'server-only'
import { averagedDays, beyondAverage } from '@/domain/average-hours'
import { noticedOfEntries } from '@/domain/entry-exceptions'
import { exceptionsBy, type HoursException, type Noticed } from '@/domain/exceptions'
import type { PayNotice } from '@/domain/pay/warnings'
import { dayOf } from '@/domain/time'
import { noticedOfSheet } from '@/domain/timesheets'
import { type Days, dayAfter } from '@/domain/weeks'
import { startOfDay } from '@/domain/zoned-time'
import type { Database } from '../db/prisma'
import type { PersonInput } from './input'
import type { Period } from './periods'
import type { PayPlace } from './workplace'

/** No entry is longer; so much earlier one may begin whose end still counts. */
const LONGEST_DAYS = 3

interface Everybody {
  period: Period
  people: readonly PersonInput[]
  now: Date
}

interface Reckoned {
  result: { notices: readonly PayNotice[]; priced: boolean }
  signed: boolean
}

/** Tells of each of these people what is out of the ordinary in a period: two statements whatever their number. */
export async function exceptionsIn(db: Database, place: PayPlace, { period, people, now }: Everybody) {
  const ids = people.map(({ employmentId }) => employmentId)
  const [correctionsOf, averageOf] = await Promise.all([
    openCorrections(db, ids),
    averages(db, place, { period, ids, now }),
  ])
  const over = dayOf(now, place.timeZone) > period.to
  return (person: PersonInput, { result, signed }: Reckoned): HoursException[] =>
    exceptionsBy(place.exceptions, [
      ...result.notices.map(({ entry, ...one }) => ({ ...one, entryId: entry })),
      ...ofEntries(person, place, { period, now }),
      ...averageOf(person),
      ...noticedOfSheet({
        ...{ refused: !result.priced, over, signed },
        openCorrections: correctionsOf(person, place, period),
      }),
    ])
}

function ofEntries({ punches }: PersonInput, place: PayPlace, { period, now }: Omit<Everybody, 'people'>) {
  const { timeZone, longestShiftMinutes } = place
  const entries = punches.map(({ flag, breaks, ...entry }) => ({
    ...{ ...entry, flagged: flag !== null },
    breaks: breaks.map(({ startedAt, endedAt }) => ({
      ...{ startedAt: new Date(startedAt), endedAt: endedAt ? new Date(endedAt) : null },
    })),
  }))
  return noticedOfEntries(entries, {
    ...{ now, longestShiftMinutes },
    dayOf: (at) => dayOf(at, timeZone),
  }).filter(({ day }) => day !== null && period.from <= day && day <= period.to)
}

/** Who worked more than 48 hours a week on average, up to the last whole week of a period. */
async function averages(
  db: Database,
  place: PayPlace,
  { period, ids, now }: { period: Days; ids: string[]; now: Date },
) {
  const { country, weekStart, timeZone } = place
  const yesterday = dayAfter(dayOf(now, timeZone), -1)
  const days = averagedDays({ country, weekStart, period, yesterday })
  const minutes = days ? await minutesWorked(db, { ids, days, timeZone }) : new Map<string, number>()
  return ({ employmentId, startedOn }: PersonInput): Noticed[] => {
    const beyond = days ? beyondAverage(minutes.get(employmentId) ?? 0, days, startedOn) : 0
    return days && beyond > 0 ? [{ code: 'average_long', day: days.to, entryId: null, beyond }] : []
  }
}

interface Span {
  ids: string[]
  days: Days
  timeZone: string
}

/** Minutes worked on these days without breaks; of what waits for a decision, what nobody doubts. */
async function minutesWorked(db: Database, { ids, days, timeZone }: Span): Promise<Map<string, number>> {
  const [from, to] = [startOfDay(days.from, timeZone), startOfDay(days.to, timeZone, 1)]
  const rows = await db.$queryRaw<Array<{ employmentId: string; minutes: number }>>`
    SELECT e."employmentId", (sum(extract(epoch FROM least(e.until, ${to}::timestamptz)
      - greatest(e."startedAt", ${from}::timestamptz)) - COALESCE(b.seconds, 0)) / 60)::int AS minutes
    FROM (
      SELECT id, "employmentId", "startedAt",
        CASE WHEN flag IS NULL THEN "endedAt" ELSE COALESCE("undisputedUntil", "startedAt") END AS until
      FROM "TimeEntry"
      WHERE "employmentId" = ANY(${ids}::uuid[]) AND "removedAt" IS NULL AND "endedAt" > ${from}
        AND "startedAt" >= ${startOfDay(days.from, timeZone, -LONGEST_DAYS)} AND "startedAt" < ${to}
    ) e
    LEFT JOIN LATERAL (
      SELECT sum(greatest(0, extract(epoch FROM least(COALESCE("endedAt", e.until), e.until, ${to}::timestamptz)
        - greatest("startedAt", ${from}::timestamptz)))) AS seconds
      FROM "Break" WHERE "timeEntryId" = e.id
    ) b ON true
    WHERE e.until > ${from} GROUP BY e."employmentId"`
  return new Map(rows.map(({ employmentId, minutes }) => [employmentId, minutes]))
}

/** Corrections that nobody has decided, and those that the person disputes. */
async function openCorrections(db: Database, ids: string[]) {
  const rows = await db.correction.findMany({
    where: { employmentId: { in: ids }, state: { in: ['ASKED', 'DISPUTED'] } },
    select: { employmentId: true, timeEntryId: true, wanted: true },
  })
  return (person: PersonInput, { timeZone }: PayPlace, { from, to }: Period) => {
    const inPeriod = (at: Date) => from <= dayOf(at, timeZone) && dayOf(at, timeZone) <= to
    const entries = new Map(person.punches.map(({ id, startedAt }) => [id, startedAt]))
    return rows
      .filter(({ employmentId }) => employmentId === person.employmentId)
      .flatMap(({ timeEntryId: entryId, wanted }) => {
        const at = entryId ? entries.get(entryId) : startOf(wanted)
        return at && inPeriod(at) ? [{ entryId }] : []
      })
  }
}

function startOf(wanted: unknown): Date | null {
  if (typeof wanted !== 'object' || wanted === null || !('startedAt' in wanted)) return null
  const at = new Date(String(wanted.startedAt))
  return Number.isNaN(at.getTime()) ? null : at
}
