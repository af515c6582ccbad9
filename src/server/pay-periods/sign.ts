import 'server-only'
import { AppError } from '@/domain/errors'
import { toldTo } from '@/domain/exceptions'
import { dayOf } from '@/domain/time'
import type { Days } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { Database } from '../db/prisma'
import { publishHoursChanged } from '../live/hours-changed'
import { transact } from '../live/publish'
import { type PersonPeriod, peopleOf } from './people'
import { madePeriod } from './periods'
import { asKept, lockEmployments, lockEverybody, requireOthers } from './signatures'
import { lockRight, ownEmployment, type PayPlace } from './workplace'

interface Sheet {
  employmentId: string
  /** Any day of the period. */
  day: string
}

interface Seen extends Sheet {
  /** The minutes under which somebody puts their name, as they have seen them. */
  minutes: number
}

interface OfWorkplace {
  workplaceId: string
}

type Signing = TxContext<ActorContext>
type Made = Days & { id: string }

/** The period, if it has begun: nobody signs the future. */
async function begunPeriod({ tx, now }: Signing, place: PayPlace, day: string): Promise<Made> {
  if (day > dayOf(now, place.timeZone)) throw new AppError('payPeriods.not_begun')
  return madePeriod(tx, place, { day, now })
}

async function personOf(
  { tx, now }: { tx: Database; now: Date },
  place: PayPlace,
  period: Made,
  employmentId: string,
): Promise<PersonPeriod> {
  const [person] = await peopleOf(tx, place, period, { now, employmentIds: [employmentId] })
  if (!person || person.startedOn > period.to) throw new AppError('request.not_found')
  return person
}

/** Throws where the hours are others than those seen, or where something has to be settled first. */
function requireReady({ result, exceptions }: PersonPeriod, seen: number): void {
  const critical = exceptions.filter((one) => one.critical)
  if (critical.length > 0) throw new AppError('payPeriods.not_settled', { count: critical.length })
  if (result.totals.paidMinutes !== seen) throw new AppError('payPeriods.hours_changed')
}

interface Change {
  place: PayPlace
  period: Made
  people: PersonPeriod[]
  after: Partial<{ signedAt: Date; approvedAt: Date | null; approvedById: string | null }>
  reason?: string
}

async function keep(ctx: Signing, { place, period, people, after, reason }: Change) {
  const { tx, change, actor } = ctx
  const { id: periodId } = period
  const employmentIds = people.map(({ employmentId }) => employmentId)
  await tx.timesheet.createMany({
    data: employmentIds.map((employmentId) => ({ periodId, employmentId })),
    skipDuplicates: true,
  })
  await tx.timesheet.updateMany({ where: { periodId, employmentId: { in: employmentIds } }, data: after })
  for (const { employmentId, userId, sheet } of people) {
    publishHoursChanged(ctx, { workplaceId: place.id, userId })
    change({
      ...{ subject: 'timesheet', subjectId: employmentId, actorId: actor.id, placeId: place.id },
      ...{ before: asKept(periodId, sheet), after: asKept(periodId, { ...sheet, ...after }) },
      ...(reason && { text: reason }),
    })
  }
}

/** Whoever worked puts their name under the hours of a period. */
export async function signOff(ctx: ActorContext, { employmentId, day, minutes }: Seen): Promise<void> {
  const place = await ownEmployment(ctx.db, { employmentId, userId: ctx.actor.id })
  await transact(ctx, async (ctx) => {
    await lockEmployments(ctx.tx, [employmentId])
    const period = await begunPeriod(ctx, place, day)
    const person = await personOf(ctx, place, period, employmentId)
    if (person.sheet.signedAt) return
    requireReady(person, minutes)
    await keep(ctx, { place, period, people: [person], after: { signedAt: ctx.now } })
  })
}

/** A manager approves somebody's hours of a period, which locks them. */
export async function approve(ctx: ActorContext, input: Seen & OfWorkplace): Promise<void> {
  const { workplaceId, employmentId, day, minutes } = input
  await transact(ctx, async (ctx) => {
    const place = await lockRight(ctx, { workplaceId }, 'approve')
    requireOthers(ctx, await lockEmployments(ctx.tx, [employmentId]))
    const period = await begunPeriod(ctx, place, day)
    const person = await personOf(ctx, place, period, employmentId)
    const { approvedAt, approvedBy } = person.sheet
    if (approvedAt) throw new AppError('payPeriods.approved_already', { name: approvedBy?.name ?? '' })
    requireReady(person, minutes)
    const after = { approvedAt: ctx.now, approvedById: ctx.actor.id }
    await keep(ctx, { place, period, people: [person], after })
  })
}

/** Approves the hours of everybody else in a period that have no exception, and tells how many there are of each sort. */
export async function approveAll(ctx: ActorContext, { workplaceId, day }: OfWorkplace & { day: string }) {
  return transact(ctx, async (ctx) => {
    const { tx, now } = ctx
    const place = await lockRight(ctx, { workplaceId }, 'approve')
    await lockEverybody(tx, workplaceId)
    const period = await begunPeriod(ctx, place, day)
    const people = await peopleOf(tx, place, period, { now })
    const open = people.filter(({ sheet, userId }) => !sheet.approvedAt && userId !== ctx.actor.id)
    const ready = open.filter(({ exceptions }) => toldTo(exceptions, 'MANAGER').length === 0)
    const after = { approvedAt: now, approvedById: ctx.actor.id }
    if (ready.length > 0) await keep(ctx, { place, period, people: ready, after })
    return {
      approved: ready.length,
      approvedBefore: people.filter(({ sheet }) => sheet.approvedAt).length,
      withExceptions: open.length - ready.length,
    }
  })
}

/** Takes an approval back, so that hours can be corrected. What was paid stays as it was. */
export async function unlock(
  ctx: ActorContext,
  input: Sheet & OfWorkplace & { reason: string },
): Promise<void> {
  const { workplaceId, employmentId, day, reason } = input
  await transact(ctx, async (ctx) => {
    const place = await lockRight(ctx, { workplaceId }, 'approve')
    requireOthers(ctx, await lockEmployments(ctx.tx, [employmentId]))
    const period = await begunPeriod(ctx, place, day)
    const person = await personOf(ctx, place, period, employmentId)
    if (!person.sheet.approvedAt) throw new AppError('payPeriods.not_approved')
    const after = { approvedAt: null, approvedById: null }
    await keep(ctx, { place, period, people: [person], after, reason })
  })
}
