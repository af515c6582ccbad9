import 'server-only'
import { workedMinutes } from '@/domain/pay-sums'
import { type TrendRow, type TrendSplit, WITHOUT_WORK } from '@/domain/trends'
import { type Days, dayAfter, dayDate } from '@/domain/weeks'
import type { Database } from '../db/prisma'
import { type PersonInput, payInputs } from '../pay-periods/input'
import { type Period, periodAmong, standingPeriods } from '../pay-periods/periods'
import type { PayPlace } from '../pay-periods/workplace'
import { soFar } from './so-far'

/** So many entries are calculated for one answer, about 100 people in a year: earlier ones that nobody paid are left out. */
const MOST_ENTRIES = 25_000
/** No period is longer. */
const LONGEST_DAYS = 31

type Punched = PersonInput['punches'][number]

const groupOf: Record<TrendSplit, (punched: Punched) => string> = {
  all: () => 'all',
  kind: ({ kindId }) => kindId ?? 'none',
  site: ({ outside, inside }) => (outside ? 'OUTSIDE' : inside ? 'INSIDE' : 'UNKNOWN'),
}

/** Those who were employed in a period and were paid nothing for it. */
async function unpaidIn(db: Database, { id: workplaceId }: PayPlace, period: Period): Promise<string[]> {
  const found = await db.employment.findMany({
    where: {
      ...{ workplaceId, startedOn: { lte: dayDate(period.to) } },
      OR: [{ endedOn: null }, { endedOn: { gte: dayDate(period.from) } }],
      ...(period.id && { payments: { none: { periodId: period.id } } }),
    },
    select: { id: true },
  })
  return found.map(({ id }) => id)
}

function rowsOf(person: PersonInput, split: TrendSplit, now: Date): { rows: TrendRow[]; priced: boolean } {
  const { lines, priced } = soFar(person, now)
  const punches = new Map(person.punches.map((punched) => [punched.id, punched]))
  const alone = split === 'all' ? 'all' : WITHOUT_WORK
  const rows = lines.map((line) => {
    const punched = punches.get(line.entry ?? '')
    return {
      ...{ day: line.day, group: punched ? groupOf[split](punched) : alone, minutes: workedMinutes(line) },
      overtime: line.kind === 'overtime' ? line.minutes : 0,
      amount: priced ? line.amount : 0,
    }
  })
  return { rows, priced }
}

interface Wanted {
  days: Days
  split: TrendSplit
  now: Date
}

/**
 * What is not paid yet of these days, calculated as it would be paid, from the latest period back. `since` is the first
 * day that is told of; `unpriced` are those without a rate, whose hours come to no money.
 */
export async function openSums(db: Database, place: PayPlace, { days, split, now }: Wanted) {
  const known = { from: dayAfter(days.from, -LONGEST_DAYS), to: days.to }
  const standing = await standingPeriods(db, place, known)
  const [rows, unpriced]: [TrendRow[], Set<string>] = [[], new Set()]
  let entries = 0
  for (let at = days.to; at >= days.from; ) {
    if (entries > MOST_ENTRIES) return { rows, unpriced, since: dayAfter(at) }
    const period = periodAmong(standing, place, at)
    const ids = await unpaidIn(db, place, period)
    const people = ids.length > 0 ? await payInputs(db, place, period, ids) : []
    for (const person of people) {
      entries += person.punches.length
      const own = rowsOf(person, split, now)
      rows.push(...own.rows)
      if (!own.priced) unpriced.add(person.employmentId)
    }
    at = dayAfter(period.from, -1)
  }
  return { rows, unpriced, since: days.from }
}
