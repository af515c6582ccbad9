import 'server-only'
import type { ServiceContext } from '../context/context'
import type { Prisma } from '../db/generated/client'

/** What went wrong in one week, counted without names. */
export interface Week {
  /** Its Monday, at midnight UTC. */
  from: Date
  /** Pictures given for enrolment, and those of them that could not be used; null in what is told of some classes alone. */
  pictures: number | null
  notEnrolled: number | null
  /** Looks at a face to clock in or out, those of which no picture could be used, and those refused: a stranger, or a mistake. */
  checks: number
  unusable: number
  refused: number
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const WEEKS = 8

interface Row {
  week: Date
  count: number
}

/**
 * The last weeks, this one first, of the whole site or of some classes alone. Photos that were deleted since are not
 * counted any more; of a picture that could not be used nobody knows whose it was, so classes have none.
 */
export async function weeklyFailures(
  ctx: Pick<ServiceContext, 'db' | 'clock'>,
  classes: Prisma.PlaceWhereInput | null,
): Promise<Week[]> {
  const places = classes && (await ctx.db.place.findMany({ where: classes, select: { id: true } }))
  const placeIds = places?.map(({ id }) => id) ?? null
  const now = ctx.clock()
  const monday = new Date(now)
  monday.setUTCHours(0, 0, 0, 0)
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7))
  const since = new Date(monday.getTime() - (WEEKS - 1) * WEEK_MS)
  const [failed, enrolled, checks] = await Promise.all([
    ctx.db.$queryRaw<Row[]>`
      SELECT date_trunc('week', at, 'UTC') AS week, count(*)::int AS count
      FROM "EnrolmentFailure" WHERE at >= ${since} GROUP BY 1`,
    ctx.db.$queryRaw<Row[]>`
      SELECT date_trunc('week', "createdAt", 'UTC') AS week, count(*)::int AS count
      FROM "EnrolmentPhoto" WHERE "createdAt" >= ${since} GROUP BY 1`,
    ctx.db.$queryRaw<Array<Row & { unusable: number; refused: number }>>`
      SELECT date_trunc('week', at, 'UTC') AS week, count(*)::int AS count,
        count(*) FILTER (WHERE outcome = 'UNUSABLE')::int AS unusable,
        count(*) FILTER (WHERE outcome NOT IN ('UNUSABLE', 'MATCHED'))::int AS refused
      FROM "FaceCheck" WHERE at >= ${since} AND purpose IN ('CLOCK_IN', 'CLOCK_OUT')
        AND (${placeIds}::uuid[] IS NULL OR "placeId" = ANY(${placeIds}::uuid[])) GROUP BY 1`,
  ])
  return Array.from({ length: WEEKS }, (_, i) => {
    const from = new Date(monday.getTime() - i * WEEK_MS)
    const inWeek = <R extends Row>(rows: R[]) => rows.find(({ week }) => week.getTime() === from.getTime())
    const notEnrolled = inWeek(failed)?.count ?? 0
    const check = inWeek(checks)
    return {
      from,
      pictures: classes ? null : notEnrolled + (inWeek(enrolled)?.count ?? 0),
      notEnrolled: classes ? null : notEnrolled,
      checks: check?.count ?? 0,
      unusable: check?.unusable ?? 0,
      refused: check?.refused ?? 0,
    }
  })
}
