import 'server-only'
import { compareNames } from '@/domain/board'
import { paySums } from '@/domain/pay-sums'
import { dayOf } from '@/domain/time'
import { signatureAct } from '@/domain/timesheets'
import type { ActorContext } from '../context/context'
import type { Database } from '../db/prisma'
import { changesOf } from '../ledger/read'
import { latestEventId } from '../live/stream'
import { kindNames, peopleOf } from './people'
import { type Period, periodOn } from './periods'
import { daysOf, money, personOn, placeOf, type Reader, sheetOf, type Wanted } from './sheet'
import { ownEmployment, type PayPlace, seenWorkplace } from './workplace'

const HISTORY = 100

/** The hours of everybody at a workplace in a period, by name. */
export async function review(ctx: ActorContext, input: { workplaceId: string; day: string }) {
  const { place, rights } = await seenWorkplace(ctx, input)
  const lastEventId = await latestEventId(ctx)
  const period = await periodOn(ctx.db, place, input.day)
  const people = await peopleOf(ctx.db, place, period, { now: ctx.clock() })
  return {
    ...{ place: placeOf(place), period: daysOf(period), rights, viewerId: ctx.actor.id, lastEventId },
    today: dayOf(ctx.clock(), place.timeZone),
    people: people
      .map((person) => ({ ...person, id: person.employmentId }))
      .sort(compareNames)
      .map((person) => sheetOf(person, place, { who: 'MANAGER', wages: rights.seeWages })),
  }
}

/** The hours of one person in a period, with every sum. */
export async function timesheet(ctx: ActorContext, input: Wanted & { workplaceId: string }) {
  const { place, rights } = await seenWorkplace(ctx, input)
  const opened = await open(ctx, place, input, { who: 'MANAGER', wages: rights.seeWages })
  return { ...opened, rights }
}

/** The same of somebody's own. */
export async function ownTimesheet(ctx: ActorContext, input: Wanted) {
  const { employmentId } = input
  const place = await ownEmployment(ctx.db, { employmentId, userId: ctx.actor.id })
  return open(ctx, place, input, { who: 'EMPLOYEE', wages: true })
}

async function open(ctx: ActorContext, place: PayPlace, wanted: Wanted, reader: Reader) {
  const { period, person } = await personOn(ctx, place, wanted)
  const nameOf = await kindNames(ctx.db, place)
  const sums = paySums(person.result.lines, place.weekStart)
  const priced = reader.wages && person.result.priced
  return {
    ...{ place: placeOf(place), period: daysOf(period), sheet: sheetOf(person, place, reader) },
    today: dayOf(ctx.clock(), place.timeZone),
    sums: sums.map(({ parts, rate, amount, ...sum }) => ({
      ...{ ...sum, name: nameOf(sum), parts: parts.length },
      rate: priced && rate !== null ? money(rate, place) : null,
      amount: priced ? money(amount, place) : null,
    })),
    history: await historyOf(ctx.db, period, person.employmentId),
  }
}

async function historyOf(db: Database, { id: periodId }: Period, employmentId: string) {
  if (!periodId) return []
  const ofPeriod = { path: ['periodId'], equals: periodId }
  const of = { subject: 'timesheet', subjectId: employmentId, after: ofPeriod, take: HISTORY } as const
  const changes = await changesOf({ db }, of)
  return changes.map(({ id, at, actor, before, after, text }) => ({
    ...{ id, at, by: actor?.name ?? null, reason: text, act: signatureAct(before, after) },
  }))
}
