import 'server-only'
import { CARRIED } from '@/domain/line-names'
import type { LineKind } from '@/domain/pay/result'
import { type Counted, type Stretch, type WeekDifference, weekDifferences } from '@/domain/payments'
import { type Days, dayText } from '@/domain/weeks'
import type { PaymentLine } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { peopleOf } from '../pay-periods/people'
import type { PayPlace } from '../pay-periods/workplace'
import { stretchesOf } from './stretches'

/** What has to be made up for a period that was paid and corrected. */
export interface Adjustment {
  employmentId: string
  period: Days & { id: string }
  weeks: WeekDifference[]
  /** The stretches that count for the period now. */
  stretches: Stretch[]
}

interface Candidate {
  employmentId: string
  periodId: string
  from: Date
  to: Date
}

/** Periods that were approved again after the last payment for them, or of which that left something for the next one. */
function approvedAgain(db: Database, { id: workplaceId }: PayPlace, ids: readonly string[] | undefined) {
  return db.$queryRaw<Candidate[]>`
    SELECT y."employmentId", y."periodId", p."from", p."to"
    FROM "Payment" y
    JOIN "PayPeriod" p ON p.id = y."periodId"
    JOIN "Timesheet" t ON t."periodId" = y."periodId" AND t."employmentId" = y."employmentId"
    WHERE p."workplaceId" = ${workplaceId}::uuid
      AND (${ids === undefined} OR y."employmentId" = ANY(${[...(ids ?? [])]}::uuid[]))
      AND t."approvedAt" IS NOT NULL
      AND (
        t."approvedAt" >= y."createdAt"
        AND t."approvedAt" >= ALL (
          SELECT z."createdAt" FROM "PaymentLine" l JOIN "Payment" z ON z.id = l."paymentId"
          WHERE l."ofPeriodId" = y."periodId" AND z."employmentId" = y."employmentId")
        OR EXISTS (
          SELECT 1 FROM "PaymentLine" l JOIN "Payment" z ON z.id = l."paymentId"
          WHERE l."ofPeriodId" = y."periodId" AND z."employmentId" = y."employmentId" AND l.name = ${CARRIED}
            AND z."createdAt" >= ALL (
              SELECT last."createdAt" FROM "PaymentLine" m JOIN "Payment" last ON last.id = m."paymentId"
              WHERE m."ofPeriodId" = y."periodId" AND last."employmentId" = y."employmentId")))
    ORDER BY p."from", y."employmentId"`
}

const counted = ({ day, kind, name, minutes, amountMinor }: PaymentLine): Counted => ({
  ...{ day: dayText(day), kind: kind as LineKind, name, minutes, amount: Number(amountMinor) },
})

/** The lines that were paid for periods: at first, and to make up for corrections. */
async function paidLines(db: Database, periodIds: string[], employmentIds: string[]) {
  const of = { employmentId: { in: employmentIds } }
  const [payments, madeUp] = await Promise.all([
    db.payment.findMany({
      where: { ...of, periodId: { in: periodIds } },
      select: { employmentId: true, periodId: true, lines: { where: { ofPeriodId: null } } },
    }),
    db.paymentLine.findMany({
      where: { ofPeriodId: { in: periodIds }, payment: of },
      include: { payment: { select: { employmentId: true } } },
    }),
  ])
  return ({ employmentId, periodId }: Candidate) => ({
    paid: payments
      .filter((payment) => payment.employmentId === employmentId && payment.periodId === periodId)
      .flatMap(({ lines }) => lines.map(counted)),
    madeUp: madeUp
      .filter((line) => line.payment.employmentId === employmentId && line.ofPeriodId === periodId)
      .map(counted),
  })
}

interface Asked {
  now: Date
  /** The period that is paid: what is corrected in it, it pays itself. */
  except: string | null
  employmentIds?: readonly string[]
}

/** What earlier payments of a workplace, or of these employments, fall short of or exceed by now. */
export async function adjustments(db: Database, place: PayPlace, asked: Asked): Promise<Adjustment[]> {
  const { now, except, employmentIds } = asked
  const found = await approvedAgain(db, place, employmentIds)
  const candidates = found.filter(({ periodId }) => periodId !== except)
  if (candidates.length === 0) return []
  const periodIds = [...new Set(candidates.map(({ periodId }) => periodId))]
  const people = candidates.map(({ employmentId }) => employmentId)
  const linesOf = await paidLines(db, periodIds, [...new Set(people)])
  const made: Adjustment[] = []
  for (const periodId of periodIds) {
    const of = candidates.filter((candidate) => candidate.periodId === periodId)
    made.push(...(await ofPeriod(db, place, { now, of, linesOf })))
  }
  return made.filter(({ weeks, stretches }) => weeks.length > 0 || stretches.length > 0)
}

interface OfPeriod {
  now: Date
  of: Candidate[]
  linesOf: Awaited<ReturnType<typeof paidLines>>
}

async function ofPeriod(
  db: Database,
  place: PayPlace,
  { now, of, linesOf }: OfPeriod,
): Promise<Adjustment[]> {
  const [first] = of
  if (!first) return []
  const period = { id: first.periodId, from: dayText(first.from), to: dayText(first.to) }
  const employmentIds = of.map(({ employmentId }) => employmentId)
  const people = await peopleOf(db, place, period, { now, employmentIds })
  return people.map((person) => {
    const { employmentId, result } = person
    const before = linesOf({ ...first, employmentId })
    return {
      ...{ employmentId, period, stretches: stretchesOf(person, place, period) },
      weeks: weekDifferences(period, place.weekStart, { now: result.lines, ...before }),
    }
  })
}
