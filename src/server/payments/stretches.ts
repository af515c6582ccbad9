import 'server-only'
import type { PayRules } from '@/domain/pay/schema'
import type { Days } from '@/domain/pay-periods'
import { outside, type Stretch } from '@/domain/payments'
import { dayOf, instantOf, startOfDay } from '@/domain/time'
import { dayAfter } from '@/domain/weeks'
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
}

/** Person by person, so that the index of what was paid once answers, not a walk through all that was ever paid. */
const paidBetween = (db: Database, ids: string[], { first, last }: { first: Date; last: Date }) =>
  db.$queryRaw<Paid[]>`
    SELECT paid."employmentId", paid."startedAt", paid."endedAt"
    FROM unnest(${ids}::uuid[]) AS person (id)
    CROSS JOIN LATERAL (
      SELECT * FROM "PaidStretch" WHERE "employmentId" = person.id
        AND tstzrange("startedAt", "endedAt") && tstzrange(${first}, ${last})
    ) AS paid`

/** Those of them that nobody was paid for yet. */
export async function unpaidStretches(db: Database, wanted: ReadonlyMap<string, Stretch[]>) {
  const all = [...wanted.values()].flat()
  const [first = new Date(0)] = all.map(({ startedAt }) => startedAt).sort((a, b) => Number(a) - Number(b))
  const [last = first] = all.map(({ endedAt }) => endedAt).sort((a, b) => Number(b) - Number(a))
  const paid = await paidBetween(db, [...wanted.keys()], { first, last })
  const paidOf = groupedBy(paid)
  return new Map([...wanted].map(([id, stretches]) => [id, outside(stretches, paidOf(id))]))
}

/**
 * Those who were paid some of this time with another period that was not approved again since: whatever it was paid for
 * would be paid twice, for nothing has been calculated that makes up for it.
 */
export async function paidElsewhere(db: Database, wanted: ReadonlyMap<string, Stretch[]>) {
  const all = [...wanted].flatMap(([id, stretches]) => stretches.map((stretch) => ({ id, ...stretch })))
  const found = await db.$queryRaw<Array<{ employmentId: string }>>`
    SELECT DISTINCT wanted.id AS "employmentId"
    FROM unnest(${all.map(({ id }) => id)}::uuid[], ${all.map(({ startedAt }) => startedAt)}::timestamptz[],
      ${all.map(({ endedAt }) => endedAt)}::timestamptz[]) AS wanted (id, "startedAt", "endedAt")
    JOIN "PaidStretch" paid ON paid."employmentId" = wanted.id
      AND tstzrange(paid."startedAt", paid."endedAt") && tstzrange(wanted."startedAt", wanted."endedAt")
    JOIN "Payment" y ON y.id = paid."paymentId"
    WHERE NOT EXISTS (
      SELECT 1 FROM "Timesheet" t
      WHERE t."employmentId" = wanted.id AND t."approvedAt" >= y."createdAt" AND (t."periodId" = y."periodId"
        OR t."periodId" IN (SELECT l."ofPeriodId" FROM "PaymentLine" l WHERE l."paymentId" = y.id)))`
  return new Set(found.map(({ employmentId }) => employmentId))
}
