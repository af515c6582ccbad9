import 'server-only'
import { AppError } from '@/domain/errors'
import { weekDays } from '@/domain/pay-periods'
import { dayOf } from '@/domain/time'
import { type Days, dayAfter, dayDate, dayText, type Weekday } from '@/domain/weeks'
import type { ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'
import { publishHoursChanged } from '../live/hours-changed'

/** Hours that change: those of an employment between two moments; without an end all after the first. */
interface Touched {
  employmentId: string
  from: Date
  to: Date | null
}

const MINUTE_MS = 60_000
const FOREVER = '9999-12-31'

interface Held {
  id: string
  workplaceId: string
  userId: string
  timeZone: string
  weekStart: Weekday
  /** The latest hour at which a day of work begins there, in minutes after midnight. */
  dayStart: number
}

/**
 * Holds employments until the transaction ends, in an order of their own: whoever changes their hours, signs, approves
 * or pays does so alone.
 */
export function lockEmployments(tx: Database, ids: readonly string[]): Promise<Held[]> {
  return tx.$queryRaw<Held[]>`
    SELECT e.id, e."workplaceId", e."userId", p."timeZone", w."weekStart"::text, COALESCE((
      SELECT max(extract(epoch FROM (r.rules ->> 'dayStart')::time) / 60)::int FROM "RuleSet" r
      WHERE r."workplaceId" = w.id AND r."supersededAt" IS NULL), 0) AS "dayStart"
    FROM "Employment" e
    JOIN "Workplace" w ON w.id = e."workplaceId"
    JOIN "Place" p ON p.id = w.id
    WHERE e.id = ANY(${[...ids]}::uuid[])
    ORDER BY e.id FOR NO KEY UPDATE OF e`
}

/** The days of work that a stretch of time belongs to: before the hour at which days begin, the day before's. */
function daysTouched({ timeZone, dayStart }: Held, { from, to }: Touched): Days {
  const first = new Date(from.getTime() - dayStart * MINUTE_MS)
  return { from: dayOf(first, timeZone), to: to ? dayOf(to, timeZone) : FOREVER }
}

function sheetsIn(tx: Database, employmentId: string, { from, to }: Days) {
  return tx.timesheet.findMany({
    where: { employmentId, period: { from: { lte: dayDate(to) }, to: { gte: dayDate(from) } } },
    orderBy: { period: { from: 'asc' } },
    include: { period: true },
  })
}

/**
 * Throws where some of these hours are approved, which locks them: whoever may approve unlocks them first. Periods of
 * `except` may be approved: what waits for a decision there is decided all the same.
 */
export async function requireUnlocked(
  tx: Database,
  touched: Touched,
  except: Touched | null = null,
): Promise<void> {
  const [held] = await lockEmployments(tx, [touched.employmentId])
  if (!held) throw new AppError('request.not_found')
  const sheets = await sheetsIn(tx, touched.employmentId, daysTouched(held, touched))
  const open = except && daysTouched(held, except)
  const waits = ({ from, to }: { from: Date; to: Date }) =>
    open !== null && dayText(from) <= open.to && dayText(to) >= open.from
  const locked = sheets.find(({ approvedAt, period }) => approvedAt !== null && !waits(period))
  if (!locked) return
  const { from, to } = locked.period
  throw new AppError('payPeriods.locked', { from: dayText(from), to: dayText(to) })
}

/** What the ledger keeps of two signatures. */
export function asKept(periodId: string, sheet: { signedAt: Date | null; approvedAt: Date | null } | null) {
  return {
    periodId,
    signedAt: sheet?.signedAt?.toISOString() ?? null,
    approvedAt: sheet?.approvedAt?.toISOString() ?? null,
  }
}

/**
 * Takes back what was signed for hours that change, with a trace: to be called in the transaction that changes an entry,
 * an extra or a rate.
 */
export async function takeSignaturesBack(ctx: TxContext<ServiceContext>, touched: Touched): Promise<void> {
  const [held] = await lockEmployments(ctx.tx, [touched.employmentId])
  if (held) await takeBack(ctx, held, daysTouched(held, touched))
}

/** Overtime by the week is paid where the week ends, so the periods of whole weeks are concerned. */
async function takeBack(ctx: TxContext<ServiceContext>, held: Held, days: Days): Promise<void> {
  const { tx, change, actor } = ctx
  const { id: employmentId } = held
  const to = days.to === FOREVER ? FOREVER : weekDays(days.to, held.weekStart).to
  const sheets = await sheetsIn(tx, employmentId, { from: days.from, to })
  const none = { signedAt: null, approvedAt: null, approvedById: null }
  for (const sheet of sheets.filter(({ signedAt, approvedAt }) => signedAt || approvedAt)) {
    const { periodId } = sheet
    publishHoursChanged(ctx, held)
    await tx.timesheet.update({ where: { periodId_employmentId: { periodId, employmentId } }, data: none })
    change({
      ...{ subject: 'timesheet', subjectId: employmentId, actorId: actor?.id ?? null },
      ...{ placeId: held.workplaceId, before: asKept(periodId, sheet), after: asKept(periodId, none) },
    })
  }
}

/** Holds everybody who is or was employed at a workplace. */
export async function lockEverybody(tx: Database, workplaceId: string): Promise<Held[]> {
  const everybody = await tx.employment.findMany({ where: { workplaceId }, select: { id: true } })
  return lockEmployments(
    tx,
    everybody.map(({ id }) => id),
  )
}

/**
 * The same for everybody of a workplace, where what decides about the pay of these days changes: all days where none are
 * named. Work of a night belongs to the day before or after by some rules, so those days are concerned too.
 */
export async function takeAllSignaturesBack(
  ctx: TxContext<ServiceContext>,
  { workplaceId, days = {} }: { workplaceId: string; days?: Partial<Days> },
): Promise<void> {
  const from = days.from ? dayAfter(days.from, -1) : '0001-01-01'
  const to = days.to ? dayAfter(days.to) : FOREVER
  // Also who has signed nothing yet: nobody signs what changes at this moment.
  const everybody = await lockEverybody(ctx.tx, workplaceId)
  const signed = await ctx.tx.timesheet.findMany({
    where: {
      period: { workplaceId, to: { gte: dayDate(from) } },
      OR: [{ signedAt: { not: null } }, { approvedAt: { not: null } }],
    },
    distinct: ['employmentId'],
    select: { employmentId: true },
  })
  const concerned = new Set(signed.map(({ employmentId }) => employmentId))
  for (const held of everybody) if (concerned.has(held.id)) await takeBack(ctx, held, { from, to })
}

/** Throws where one of those concerned is whoever acts: nobody decides about their own hours and pay. */
export function requireOthers(
  { actor }: { actor: { id: string } },
  held: readonly { userId: string }[],
): void {
  if (held.some(({ userId }) => userId === actor.id)) throw new AppError('payPeriods.own')
}
