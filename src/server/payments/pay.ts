import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'
import { CARRIED } from '@/domain/line-names'
import { outside, type paymentMethods } from '@/domain/payments'
import { dayOf } from '@/domain/time'
import { dayAfter, dayDate } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import { publishHoursChanged } from '../live/hours-changed'
import { transact } from '../live/publish'
import { kindNames } from '../pay-periods/people'
import { madePeriod } from '../pay-periods/periods'
import { lockEmployments, requireOthers } from '../pay-periods/signatures'
import { lockRight, type PayPlace } from '../pay-periods/workplace'
import { type Due, dueIn } from './due'
import { paidElsewhere, paidOf, stretchesOf } from './stretches'
import { type NewLine, writeLines, writeStretches } from './write'

/** A payment that is on its way is dated at most so much later. */
const LATEST_DAYS = 366

interface Pay {
  workplaceId: string
  /** Any day of the period. */
  day: string
  paidOn: string
  method: (typeof paymentMethods)[number]
  reference?: string | undefined
  /** Whom, and the sum in minor units that the payer has seen. */
  payments: Array<{ employmentId: string; amount: number }>
}

type Paying = TxContext<ActorContext>
type Made = Awaited<ReturnType<typeof madePeriod>>

const refusals = {
  NOT_APPROVED: 'payments.not_approved',
  NO_RATE: 'payments.no_rate',
  PAID: 'payments.paid_already',
} as const satisfies Partial<Record<Due['state'], ErrorCode>>

/** Throws unless everybody may be paid just what the payer has seen. */
function requireDue(due: readonly Due[], seen: Pay['payments']): void {
  for (const { employmentId, amount } of seen) {
    const own = due.find(({ person }) => person.employmentId === employmentId)
    if (!own) throw new AppError('request.not_found')
    const { name } = own.person
    if (own.state !== 'READY') throw new AppError(refusals[own.state], { name })
    if (own.total !== amount) throw new AppError('payments.amount_changed', { name })
  }
}

function linesOf(
  { person, adjustments, carried }: Due,
  nameOf: Awaited<ReturnType<typeof kindNames>>,
): NewLine[] {
  const own = person.result.lines.map((line) => ({
    ...{ timeEntryId: line.entry, day: line.day, kind: line.kind, name: nameOf(line), minutes: line.minutes },
    ...{ rateMinor: line.rate, factor: line.factor, amountMinor: line.amount, ofPeriodId: null },
  }))
  const madeUp = adjustments.flatMap(({ period, weeks }) =>
    weeks.map(({ day, minutes, amount }) => ({
      ...{ timeEntryId: null, day, kind: 'adjustment', name: null, minutes },
      ...{ rateMinor: null, factor: null, amountMinor: amount, ofPeriodId: period.id },
    })),
  )
  const left = carried.map(({ periodId, day, amount }) => ({
    ...{ timeEntryId: null, day, kind: 'adjustment', name: CARRIED, minutes: 0 },
    ...{ rateMinor: null, factor: null, amountMinor: amount, ofPeriodId: periodId },
  }))
  return [...own, ...madeUp, ...left]
}

/** Writes payments, what they consist of, and which stretches of time they pay: never to be changed again. */
async function write(ctx: Paying, place: PayPlace, period: Made, { due, input }: { due: Due[]; input: Pay }) {
  const { tx, now, actor } = ctx
  const nameOf = await kindNames(tx, place)
  const own = new Map(due.map(({ person }) => [person.employmentId, stretchesOf(person, place, period)]))
  const stretches = new Map(
    due.map(({ person: { employmentId }, adjustments }) => [
      employmentId,
      [...(own.get(employmentId) ?? []), ...adjustments.flatMap((one) => one.stretches)],
    ]),
  )
  const paidTo = await paidOf(tx, stretches)
  for (const { person } of due)
    if (paidElsewhere(own.get(person.employmentId) ?? [], paidTo(person.employmentId)))
      throw new AppError('payments.paid_elsewhere', { name: person.name })
  const { method, reference } = input
  const shared = { periodId: period.id, currency: place.currency, paidOn: dayDate(input.paidOn) }
  const made = await tx.payment.createManyAndReturn({
    data: due.map(({ person: { employmentId }, total }) => ({
      ...{ ...shared, employmentId, grossMinor: total, method },
      ...{ reference: reference || null, madeById: actor.id, createdAt: now },
    })),
    select: { id: true, employmentId: true },
  })
  const idOf = new Map(made.map(({ id, employmentId }) => [employmentId, id]))
  const of = ({ person }: Due) => ({ paymentId: idOf.get(person.employmentId) ?? '' })
  const lines = due.flatMap((one) =>
    linesOf(one, nameOf).map((line, position) => ({ ...line, ...of(one), position })),
  )
  const paid = due.flatMap((one) => {
    const { employmentId } = one.person
    const unpaid = outside(stretches.get(employmentId) ?? [], paidTo(employmentId))
    return unpaid.map((stretch) => ({ ...stretch, ...of(one), employmentId }))
  })
  await writeLines(tx, lines)
  await writeStretches(tx, paid)
  tell(ctx, place, { due, period, input, idOf })
  return made.map(({ id }) => id)
}

interface Told {
  due: Due[]
  period: Made
  input: Pay
  idOf: ReadonlyMap<string, string>
}

function tell(ctx: Paying, place: PayPlace, { due, period, input, idOf }: Told) {
  const { change, actor } = ctx
  const { currency } = place
  for (const { person, total } of due) {
    const { employmentId, userId } = person
    publishHoursChanged(ctx, { workplaceId: place.id, userId })
    change({
      ...{
        subject: 'payment',
        subjectId: idOf.get(employmentId) ?? '',
        actorId: actor.id,
        placeId: place.id,
      },
      before: null,
      after: {
        ...{ periodId: period.id, employmentId, currency, paidOn: input.paidOn },
        grossMinor: String(total),
      },
    })
  }
}

/** Marks one or many as paid, all or none: for hours that are approved, and just the sums that the payer has seen. */
export async function pay(ctx: ActorContext, input: Pay): Promise<{ paymentIds: string[] }> {
  const employmentIds = input.payments.map(({ employmentId }) => employmentId)
  return transact(ctx, async (ctx) => {
    const place = await lockRight(ctx, input, 'pay')
    const today = dayOf(ctx.now, place.timeZone)
    if (input.day > today) throw new AppError('payPeriods.not_begun')
    if (input.paidOn > dayAfter(today, LATEST_DAYS)) throw new AppError('payments.far_ahead')
    requireOthers(ctx, await lockEmployments(ctx.tx, employmentIds))
    const period = await madePeriod(ctx.tx, place, { day: input.day, now: ctx.now })
    const due = await dueIn(ctx.tx, place, period, { now: ctx.now, employmentIds })
    requireDue(due, input.payments)
    return { paymentIds: await write(ctx, place, period, { due, input }) }
  })
}
