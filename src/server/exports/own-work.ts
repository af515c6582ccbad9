import 'server-only'
import { dayText } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import { allChanges } from '../ledger/read'
import { toldOf } from './own-history'

const AT_ONCE = 500

/** The employments of a person, those that are over too. */
export const ownEmployments = ({ db, actor }: ActorContext) =>
  db.employment.findMany({
    where: { userId: actor.id },
    orderBy: [{ startedOn: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, startedOn: true, endedOn: true, jobTitle: true, externalNumber: true },
      ...{ contractMinutes: true, concurrent: true, createdAt: true },
      member: { select: { number: true } },
      workplace: {
        select: { country: true, currency: true, place: { select: { name: true, timeZone: true } } },
      },
      rates: {
        orderBy: [{ from: 'asc' }, { createdAt: 'asc' }],
        select: {
          ...{ from: true, minorPerHour: true, createdAt: true, supersededAt: true },
          kind: { select: { name: true } },
        },
      },
    },
  })

/** The entries of an employment, each with how it came about, a piece at a time. */
export async function* ownEntries(ctx: ActorContext, employmentId: string) {
  let after: { startedAt: Date; id: string } | null = null
  for (;;) {
    const entries: Awaited<ReturnType<typeof entriesAfter>> = await entriesAfter(ctx, employmentId, after)
    if (entries.length === 0) return
    const subjectIds = entries.map(({ id }) => id)
    const changes = await allChanges(ctx, { subject: 'time entry', subjectIds })
    for (const entry of entries)
      yield {
        ...entry,
        history: changes.filter(({ subjectId }) => subjectId === entry.id).map(toldOf),
      }
    if (entries.length < AT_ONCE) return
    after = entries.at(-1) ?? null
  }
}

const entriesAfter = (
  { db, actor }: ActorContext,
  employmentId: string,
  after: { startedAt: Date; id: string } | null,
) =>
  db.timeEntry.findMany({
    where: {
      ...{ employmentId, userId: actor.id },
      ...(after && {
        OR: [{ startedAt: { gt: after.startedAt } }, { startedAt: after.startedAt, id: { gt: after.id } }],
      }),
    },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    take: AT_ONCE,
    select: {
      ...{ id: true, startedAt: true, endedAt: true, inMethod: true, outMethod: true, flag: true },
      ...{ inSite: true, inDistance: true, outSite: true, outDistance: true, undisputedUntil: true },
      ...{ workedThrough: true, createdAt: true, removedAt: true },
      kind: { select: { name: true } },
      breaks: {
        orderBy: { startedAt: 'asc' },
        select: { startedAt: true, endedAt: true, paid: true },
      },
    },
  })

/** What was asked, signed, given beside the hours and paid. */
export async function ownTerms({ db, actor }: ActorContext, employmentId: string) {
  const where = { employmentId, employment: { userId: actor.id } }
  const [corrections, timesheets, extras, payments] = await Promise.all([
    db.correction.findMany({
      where,
      orderBy: { createdAt: 'asc' },
      select: {
        ...{ timeEntryId: true, state: true, wanted: true, before: true, reason: true, answer: true },
        ...{ decidedAt: true, createdAt: true },
      },
    }),
    db.timesheet.findMany({
      where,
      orderBy: { period: { from: 'asc' } },
      select: { signedAt: true, approvedAt: true, period: { select: { from: true, to: true } } },
    }),
    db.extra.findMany({
      where,
      orderBy: { day: 'asc' },
      select: {
        ...{ day: true, name: true, minutes: true, amountMinor: true, reason: true },
        ...{ createdAt: true, removedAt: true },
      },
    }),
    db.payment.findMany({
      where,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        ...{ id: true, currency: true, grossMinor: true, paidOn: true, method: true, reference: true },
        ...{ createdAt: true, period: { select: { from: true, to: true } } },
        lines: {
          orderBy: { position: 'asc' },
          select: {
            ...{ timeEntryId: true, day: true, kind: true, name: true, minutes: true },
            ...{ rateMinor: true, factor: true, amountMinor: true },
          },
        },
        stretches: {
          orderBy: { startedAt: 'asc' },
          select: { timeEntryId: true, startedAt: true, endedAt: true },
        },
      },
    }),
  ])
  return { corrections, timesheets, extras, payments }
}

/** What payroll was told of them, of each period and as often as it was. */
export const toldToPayroll = ({ db, actor }: ActorContext, employmentId: string) =>
  db.$queryRaw<Array<Record<'from' | 'to' | 'told', unknown> & { number: number; toldAt: Date }>>`
    SELECT p."from", p."to", x.number, x."createdAt" AS "toldAt", person AS told
    FROM "Employment" e
    JOIN "PayPeriod" p ON p."workplaceId" = e."workplaceId"
    JOIN "PayrollExport" x ON x."periodId" = p.id
    CROSS JOIN LATERAL jsonb_array_elements(x.people) person
    WHERE e.id = ${employmentId}::uuid AND e."userId" = ${actor.id}::uuid
      AND person->>'employmentId' = e.id::text
    ORDER BY p."from", x.number`

/** By what a statement is called in the archive. */
export const statementName = ({ id, period }: { id: string; period: { from: Date; to: Date } }) =>
  `${dayText(period.from)} ${dayText(period.to)} ${id.slice(-6)}.pdf`
