import 'server-only'
import { payPeriodOf, periodBetween } from '@/domain/pay-periods'
import { type Days, dayDate, dayText } from '@/domain/weeks'
import type { Database } from '../db/prisma'
import type { PayPlace } from './workplace'

/** A pay period; without an id while nothing stands of it. */
export interface Period extends Days {
  id: string | null
}

interface Row {
  id: string
  from: Date
  to: Date
}

const periodOfRow = ({ id, from, to }: Row) => ({ id, from: dayText(from), to: dayText(to) })

/** The periods of a workplace with at least one of these days, as far as something stands of them. */
export async function standingPeriods(db: Database, { id: workplaceId }: Pick<PayPlace, 'id'>, days: Days) {
  const rows = await db.payPeriod.findMany({
    where: { workplaceId, from: { lte: dayDate(days.to) }, to: { gte: dayDate(days.from) } },
    orderBy: { from: 'asc' },
    select: { id: true, from: true, to: true },
  })
  return rows.map(periodOfRow)
}

/** The period of a day among those of which something stands. */
export function periodAmong(standing: readonly Period[], place: PayPlace, day: string): Period {
  const taken = standing.find(({ from, to }) => from <= day && day <= to)
  const wanted = payPeriodOf(day, place)
  return taken ?? { id: null, ...(periodBetween(day, wanted, standing) ?? wanted) }
}

/** The pay period of a workplace that a day belongs to. */
export async function periodOn(db: Database, place: PayPlace, day: string): Promise<Period> {
  return periodAmong(await standingPeriods(db, place, payPeriodOf(day, place)), place, day)
}

/** The same, made where nothing stood of it yet. Whoever holds employments as well holds those first. */
export async function madePeriod(
  tx: Database,
  place: PayPlace,
  { day, now }: { day: string; now: Date },
): Promise<Days & { id: string }> {
  const { id, from, to } = await periodOn(tx, place, day)
  if (id) return { id, from, to }
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('pay periods:' || ${place.id}, 0))::text`
  // Where somebody else made one meanwhile, by this cycle or another, theirs stands.
  await tx.payPeriod.createMany({
    data: [{ workplaceId: place.id, from: dayDate(from), to: dayDate(to), createdAt: now }],
    skipDuplicates: true,
  })
  const made = await periodOn(tx, place, day)
  return { ...made, id: made.id ?? '' }
}
