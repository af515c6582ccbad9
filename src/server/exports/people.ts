import 'server-only'
import { CARRIED } from '@/domain/line-names'
import type { LineKind, PayLine } from '@/domain/pay/result'
import type { FrozenPerson } from '@/domain/payroll/frozen'
import { type Days, dayText } from '@/domain/weeks'
import type { Database } from '../db/prisma'
import { kindNames } from '../pay-periods/people'
import type { Period } from '../pay-periods/periods'
import type { PayPlace } from '../pay-periods/workplace'
import { type Due, dueIn } from '../payments/due'

export interface PayrollPeople {
  people: FrozenPerson[]
  /** The names of those whose hours nobody has approved, or who have no rate: payroll is not told of them yet. */
  waiting: string[]
}

/** What payroll is to be told of a period: what was paid in it, else what is approved, with what earlier ones lack. */
export async function payrollPeople(
  db: Database,
  place: PayPlace,
  period: Period,
  now: Date,
): Promise<PayrollPeople> {
  const due = await dueIn(db, place, period, { now })
  const [paid, nameOf] = await Promise.all([paidLines(db, due), kindNames(db, place)])
  const settled = due.filter(({ state }) => state === 'READY' || state === 'PAID')
  return {
    people: settled.map(({ person, adjustments, carried }) => ({
      employmentId: person.employmentId,
      name: person.name,
      externalNumber: person.externalNumber,
      jobTitle: person.jobTitle,
      lines: paid.get(person.employmentId) ?? dueLines({ person, adjustments, carried }, nameOf, () => null),
    })),
    waiting: due.filter((one) => !settled.includes(one)).map(({ person }) => person.name),
  }
}

/** The lines of what is due: of the period, of what earlier ones lack, and of what is left for the next payment. */
export function dueLines(
  { person, adjustments, carried }: Pick<Due, 'person' | 'adjustments' | 'carried'>,
  nameOf: Awaited<ReturnType<typeof kindNames>>,
  corrected: (period: Days) => string | null,
): PayLine[] {
  return [
    ...person.result.lines.map((line) => ({ ...line, name: nameOf(line) })),
    ...adjustments.flatMap(({ period, weeks }) =>
      weeks.map((week) => ({ ...adjustment(week), name: corrected(period) })),
    ),
    ...carried.map((left) => ({ ...adjustment({ ...left, minutes: 0 }), name: CARRIED })),
  ]
}

const adjustment = ({ day, minutes, amount }: { day: string; minutes: number; amount: number }): PayLine => ({
  ...{ day, minutes, amount, entry: null, kind: 'adjustment', name: null, rate: null, factor: null },
})

async function paidLines(db: Database, due: readonly Due[]): Promise<Map<string, PayLine[]>> {
  const payments = await db.payment.findMany({
    where: { id: { in: due.flatMap(({ person }) => person.payment?.id ?? []) } },
    select: { employmentId: true, lines: { orderBy: { position: 'asc' } } },
  })
  return new Map(
    payments.map(({ employmentId, lines }) => [
      employmentId,
      lines.map((line) => ({
        ...{ entry: line.timeEntryId, day: dayText(line.day), kind: line.kind as LineKind, name: line.name },
        ...{ minutes: line.minutes, factor: line.factor, amount: Number(line.amountMinor) },
        rate: line.rateMinor === null ? null : Number(line.rateMinor),
      })),
    ]),
  )
}
