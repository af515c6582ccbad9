import 'server-only'
import type { PayInput, PayRules } from '@/domain/pay/schema'
import { weekDays } from '@/domain/pay-periods'
import { withDecided } from '@/domain/premium-law'
import { type Days, dayAfter, dayDate, dayText } from '@/domain/weeks'
import { startOfDay } from '@/domain/zoned-time'
import type { EntryFlag, EntryMethod } from '../db/generated/enums'
import type { Database } from '../db/prisma'
import { memberName, nameOf } from '../places/member-name'
import type { PayPlace } from './workplace'

/** No entry is longer; so much earlier one may begin whose end still counts. */
const LONGEST_DAYS = 3

/** An entry as it was punched. */
export interface Punched {
  id: string
  employmentId: string
  kindId: string | null
  startedAt: Date
  endedAt: Date | null
  inMethod: EntryMethod
  outMethod: EntryMethod | null
  flag: EntryFlag | null
  undisputedUntil: Date | null
  workedThrough: boolean
  outside: boolean
  inside: boolean
  breaks: Array<{ startedAt: string; endedAt: string | null; paid: boolean }>
}

/** Everything from which somebody's pay of a period is calculated. */
export interface PersonInput {
  employmentId: string
  userId: string
  name: string
  number: number
  externalNumber: string | null
  jobTitle: string | null
  startedOn: string
  endedOn: string | null
  punches: Punched[]
  input: PayInput
}

/** The days whose entries count for a period: those of every week that it touches, and what reaches into them. */
function daysThatCount({ from, to }: Days, { weekStart }: PayPlace): Days {
  return { from: dayAfter(weekDays(from, weekStart).from, -1), to: dayAfter(weekDays(to, weekStart).to) }
}

/** Those who were employed on a day of the period, or these alone. */
function employmentsOf(db: Database, { id: workplaceId }: PayPlace, period: Days, ids?: readonly string[]) {
  return db.employment.findMany({
    where: ids
      ? { id: { in: [...ids] }, workplaceId }
      : {
          ...{ workplaceId, startedOn: { lte: dayDate(period.to) } },
          OR: [{ endedOn: null }, { endedOn: { gte: dayDate(period.from) } }],
        },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, userId: true, externalNumber: true, jobTitle: true, startedOn: true, endedOn: true },
      member: { select: { number: true, ...memberName } },
    },
  })
}

function entriesOf(db: Database, ids: string[], { from, to }: Days, { timeZone }: PayPlace) {
  return db.$queryRaw<Punched[]>`
    SELECT e.id, e."employmentId", e."kindId", e."startedAt", e."endedAt", e."inMethod", e."outMethod", e.flag,
      e."undisputedUntil", e."workedThrough",
      ('OUTSIDE' IN (e."inSite"::text, e."outSite"::text)) IS TRUE AS outside,
      ('INSIDE' IN (e."inSite"::text, e."outSite"::text)) IS TRUE AS inside, COALESCE(b.list, '[]') AS breaks
    FROM "TimeEntry" e
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('startedAt', "startedAt", 'endedAt', "endedAt", 'paid', paid)
        ORDER BY "startedAt") AS list
      FROM "Break" WHERE "timeEntryId" = e.id
    ) b ON true
    WHERE e."employmentId" = ANY(${ids}::uuid[]) AND e."removedAt" IS NULL
      AND e."startedAt" >= ${startOfDay(from, timeZone, -LONGEST_DAYS)}
      AND e."startedAt" < ${startOfDay(to, timeZone, 1)}
      AND (e."endedAt" IS NULL OR e."endedAt" >= ${startOfDay(from, timeZone)})
    ORDER BY e."startedAt", e.id`
}

function ratesOf(db: Database, ids: string[], { to }: Days) {
  return db.rate.findMany({
    where: { employmentId: { in: ids }, supersededAt: null, from: { lte: dayDate(to) } },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
    select: { employmentId: true, kindId: true, from: true, minorPerHour: true },
  })
}

function extrasOf(db: Database, ids: string[], { from, to }: Days) {
  return db.extra.findMany({
    where: { employmentId: { in: ids }, removedAt: null, day: { gte: dayDate(from), lte: dayDate(to) } },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
  })
}

/** The rules of a workplace that hold by a day, the earliest first. */
export async function rulesUpTo(db: Database, workplaceId: string, to: string): Promise<PayRules[]> {
  const sets = await db.ruleSet.findMany({
    where: { workplaceId, supersededAt: null, from: { lte: dayDate(to) } },
    orderBy: { from: 'asc' },
  })
  return sets.map((set) => ({
    ...withDecided(set.rules as Omit<PayRules, 'from'>),
    from: dayText(set.from),
  }))
}

async function rulesOf(db: Database, { id: workplaceId }: PayPlace, { from, to }: Days) {
  const [rules, holidays] = await Promise.all([
    rulesUpTo(db, workplaceId, to),
    db.holiday.findMany({
      where: { workplaceId, day: { gte: dayDate(from), lte: dayDate(to) } },
      orderBy: { day: 'asc' },
    }),
  ])
  return { rules, holidays: holidays.map(({ day }) => dayText(day)) }
}

/** An entry as it is paid: one that waits for a decision up to where nobody doubts it. */
export function paidPart({ startedAt, endedAt, flag, undisputedUntil }: Punched) {
  return { from: startedAt, to: flag ? (undisputedUntil ?? startedAt) : endedAt }
}

/** An entry as it is calculated. */
export function entryInput(entry: Punched): PayInput['entries'][number] {
  const { from, to } = paidPart(entry)
  const until = (at: string | null) => new Date(Math.min(Date.parse(at ?? '') || Infinity, Number(to)))
  const taken = to ? entry.breaks.filter(({ startedAt }) => new Date(startedAt) < to) : []
  return {
    ...{ id: entry.id, in: from.toISOString(), out: to?.toISOString() ?? null, kind: entry.kindId },
    breaks: taken.map(({ startedAt, endedAt, paid }) => ({
      ...{ start: new Date(startedAt).toISOString(), end: until(endedAt).toISOString(), paid },
    })),
    flagged: entry.flag !== null,
    noBreakDeduction: entry.workedThrough,
  }
}

/** The rows of each employment, in their order. */
export function groupedBy<Row extends { employmentId: string }>(rows: Row[]): (id: string) => Row[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.employmentId)
    if (group) group.push(row)
    else groups.set(row.employmentId, [row])
  }
  return (id) => groups.get(id) ?? []
}

/**
 * What the pay of a period is calculated from, for everybody who was employed in it or for these employments: the same
 * few statements whatever their number. Kinds of work go by their ids.
 */
export async function payInputs(
  db: Database,
  place: PayPlace,
  period: Days,
  employmentIds?: readonly string[],
): Promise<PersonInput[]> {
  const days = daysThatCount(period, place)
  const people = await employmentsOf(db, place, period, employmentIds)
  const ids = people.map(({ id }) => id)
  const [entries, rates, extras, { rules, holidays }] = await Promise.all([
    ...([entriesOf(db, ids, days, place), ratesOf(db, ids, days)] as const),
    ...([extrasOf(db, ids, period), rulesOf(db, place, days)] as const),
  ])
  const [entriesBy, ratesBy, extrasBy] = [groupedBy(entries), groupedBy(rates), groupedBy(extras)]
  const shared = {
    ...{ timeZone: place.timeZone, currency: place.currency, period: { from: period.from, to: period.to } },
    ...{ weekStart: weekdayOf(place), rules, holidays },
  }
  return people.map(({ id, userId, externalNumber, jobTitle, startedOn, endedOn, member }) => ({
    ...{
      employmentId: id,
      userId,
      externalNumber,
      jobTitle,
      startedOn: dayText(startedOn),
      endedOn: endedOn && dayText(endedOn),
    },
    ...{ name: nameOf(member), number: member.number, punches: entriesBy(id) },
    input: {
      ...shared,
      rates: ratesBy(id).map(({ from, kindId, minorPerHour }) => ({
        ...{ from: dayText(from), hourly: minorPerHour },
        ...(kindId && { kind: kindId }),
      })),
      entries: entriesBy(id).map(entryInput),
      extras: extrasBy(id).map(({ day, name, minutes, amountMinor }) => ({
        ...{ day: dayText(day), name, amount: Number(amountMinor) },
        ...(minutes !== null && { minutes }),
      })),
    },
  }))
}

const weekdayOf = ({ weekStart }: PayPlace) => weekStart.toLowerCase() as Lowercase<typeof weekStart>
