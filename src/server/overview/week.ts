import 'server-only'
import { aboutHours, toldTo } from '@/domain/exceptions'
import type { PayLine } from '@/domain/pay/result'
import { workedMinutes } from '@/domain/pay-sums'
import { dayOf } from '@/domain/time'
import { dayAfter, dayDate, weekOf } from '@/domain/weeks'
import { workedByDay } from '@/domain/worked-by-day'
import type { ActorContext } from '../context/context'
import type { Database } from '../db/prisma'
import { exceptionsIn } from '../pay-periods/exceptions'
import { type PersonInput, payInputs } from '../pay-periods/input'
import { money, placeOf } from '../pay-periods/sheet'
import { type PayPlace, seenWorkplace } from '../pay-periods/workplace'
import { soFar, sumBy } from './so-far'

const MINUTE = 60_000
/** So many people are on a page. */
const PAGE = 50

interface Wanted {
  workplaceId: string
  day?: string | undefined
  cursor?: string | null | undefined
}

/** Those employed on one of the days, by name; one more than a page, to know whether others follow. */
function pageOf(db: Database, { id }: PayPlace, [from = '', to = '']: string[], cursor: string | null) {
  return db.$queryRaw<Array<{ id: string }>>`
    SELECT e.id FROM "Employment" e JOIN "User" u ON u.id = e."userId"
    WHERE e."workplaceId" = ${id}::uuid AND e."startedOn" <= ${dayDate(to)}
      AND (e."endedOn" IS NULL OR e."endedOn" >= ${dayDate(from)})
      AND (${cursor}::uuid IS NULL OR (u.name, e.id) > (
        SELECT v.name, f.id FROM "Employment" f JOIN "User" v ON v.id = f."userId"
        WHERE f.id = ${cursor}::uuid AND f."workplaceId" = ${id}::uuid))
    ORDER BY u.name, e.id LIMIT ${PAGE + 1}`
}

interface Shown {
  place: PayPlace
  days: readonly string[]
  now: Date
  wages: boolean
  exceptionsOf: Awaited<ReturnType<typeof exceptionsIn>>
}

function rowOf(person: PersonInput, { place, days, now, wages, exceptionsOf }: Shown) {
  const result = soFar(person, now)
  const exceptions = exceptionsOf(person, { result, signed: true })
  const actual = workedByDay(person.punches.map(punched), place.timeZone, now)
  const amountOf = (lines: readonly PayLine[]) =>
    wages && result.priced
      ? money(
          sumBy(lines, ({ amount }) => amount),
          place,
        )
      : null
  const cell = (lines: readonly PayLine[], ms: number) => ({
    actual: Math.floor(ms / MINUTE),
    paid: sumBy(lines, workedMinutes),
    regular: sumBy(lines, (line) => (line.kind === 'regular' ? line.minutes : 0)),
    overtime: sumBy(lines, (line) => (line.kind === 'overtime' ? line.minutes : 0)),
    amount: amountOf(lines),
  })
  return {
    ...{ employmentId: person.employmentId, userId: person.userId, name: person.name, number: person.number },
    exceptions: aboutHours(toldTo(exceptions, 'MANAGER')),
    days: days.map((day) =>
      cell(
        result.lines.filter((line) => line.day === day),
        actual.get(day) ?? 0,
      ),
    ),
    sum: cell(
      result.lines,
      sumBy(days, (day) => actual.get(day) ?? 0),
    ),
  }
}

const punched = ({ startedAt, endedAt, breaks }: PersonInput['punches'][number]) => ({
  ...{ startedAt, endedAt },
  breaks: breaks.map((pause) => ({
    startedAt: new Date(pause.startedAt),
    endedAt: pause.endedAt === null ? endedAt : new Date(pause.endedAt),
  })),
})

/** A week of everybody's at a workplace, a page of people at a time: what was worked and what is paid on each day. */
export async function overviewWeek(ctx: ActorContext, { day, cursor = null, ...input }: Wanted) {
  const { place, rights } = await seenWorkplace(ctx, input)
  const now = ctx.clock()
  const today = dayOf(now, place.timeZone)
  const days = weekOf(day ?? today, place.weekStart)
  const [from = '', to = dayAfter(from, 6)] = [days.at(0), days.at(-1)]
  const found = (await pageOf(ctx.db, place, [from, to], cursor)).map(({ id }) => id)
  const ids = found.slice(0, PAGE)
  const people = await payInputs(ctx.db, place, { from, to }, ids)
  const exceptionsOf = await exceptionsIn(ctx.db, place, { period: { id: null, from, to }, people, now })
  const shown = { place, days, now, wages: rights.seeWages, exceptionsOf }
  const rows = people.map((person) => rowOf(person, shown))
  return {
    ...{ place: placeOf(place), rights, today, days },
    people: rows.toSorted((a, b) => ids.indexOf(a.employmentId) - ids.indexOf(b.employmentId)),
    nextCursor: found.length > PAGE ? (ids.at(-1) ?? null) : null,
  }
}
