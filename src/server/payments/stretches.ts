import 'server-only'
import type { PayRules } from '@/domain/pay/schema'
import type { Stretch } from '@/domain/payments'
import { dayOf } from '@/domain/time'
import { type Days, dayAfter } from '@/domain/weeks'
import { instantOf, startOfDay } from '@/domain/zoned-time'
import type { Database } from '../db/prisma'
import { groupedBy, type Punched, paidPart } from '../pay-periods/input'
import type { PersonPeriod } from '../pay-periods/people'
import type { PayPlace } from '../pay-periods/workplace'

/** When a day of work begins. */
function beginOf(day: string, { dayStart = '00:00' }: Partial<PayRules>, { timeZone }: PayPlace): Date {
  return instantOf(`${day}T${dayStart}`, timeZone) ?? startOfDay(day, timeZone)
}

const later = (a: Date, b: Date) => (a > b ? a : b)
const earlier = (a: Date, b: Date) => (a < b ? a : b)

/** What of an entry belongs to the days of a period: by the rules, all of it or what lies between their beginnings. */
function partOf(punched: Punched, person: PersonPeriod, place: PayPlace, { from, to }: Days): Stretch | null {
  const part = paidPart(punched)
  if (!part.to) return null
  const began = dayOf(part.from, place.timeZone)
  const rules: Partial<PayRules> = person.input.rules?.findLast((set) => set.from <= began) ?? {}
  const whole = (rules.shiftDay ?? 'split') !== 'split'
  const startedAt = whole ? part.from : later(part.from, beginOf(from, rules, place))
  const endedAt = whole ? part.to : earlier(part.to, beginOf(dayAfter(to), rules, place))
  return startedAt < endedAt ? { timeEntryId: punched.id, startedAt, endedAt } : null
}

/** The stretches of the entries from which somebody's lines of a period come. */
export function stretchesOf(person: PersonPeriod, place: PayPlace, period: Days): Stretch[] {
  const entries = new Set(person.result.lines.map(({ entry }) => entry))
  return person.punches
    .filter(({ id }) => entries.has(id))
    .flatMap((punched) => partOf(punched, person, place, period) ?? [])
}

interface Paid {
  employmentId: string
  startedAt: Date
  endedAt: Date
  /** Whether what it was paid for was approved again since: whatever it lacks or exceeds has been calculated then. */
  again: boolean
}

/** Person by person, so that the index of what was paid once answers, not a walk through all that was ever paid. */
const paidBetween = (db: Database, ids: string[], { first, last }: { first: Date; last: Date }) =>
  db.$queryRaw<Paid[]>`
    SELECT paid."employmentId", paid."startedAt", paid."endedAt", EXISTS (
      SELECT 1 FROM "Timesheet" t
      WHERE t."employmentId" = paid."employmentId" AND t."approvedAt" >= y."createdAt" AND (t."periodId" = y."periodId"
        OR t."periodId" IN (SELECT l."ofPeriodId" FROM "PaymentLine" l WHERE l."paymentId" = y.id))) AS again
    FROM unnest(${ids}::uuid[]) AS person (id)
    CROSS JOIN LATERAL (
      SELECT * FROM "PaidStretch" WHERE "employmentId" = person.id
        AND tstzrange("startedAt", "endedAt") && tstzrange(${first}, ${last})
    ) AS paid
    JOIN "Payment" y ON y.id = paid."paymentId"`

/** What was paid of these stretches already, person by person. */
export async function paidOf(db: Database, wanted: ReadonlyMap<string, Stretch[]>) {
  const all = [...wanted.values()].flat()
  const [first = new Date(0)] = all.map(({ startedAt }) => startedAt).sort((a, b) => Number(a) - Number(b))
  const [last = first] = all.map(({ endedAt }) => endedAt).sort((a, b) => Number(b) - Number(a))
  return groupedBy(await paidBetween(db, [...wanted.keys()], { first, last }))
}

/**
 * Whether some of these stretches were paid with another period that was not approved again since: whatever it was paid
 * for would be paid twice, for nothing has been calculated that makes up for it.
 */
export const paidElsewhere = (stretches: readonly Stretch[], paid: readonly Paid[]): boolean =>
  stretches.some(({ startedAt, endedAt }) =>
    paid.some((one) => !one.again && one.startedAt < endedAt && one.endedAt > startedAt),
  )
