import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { dayOf } from '@/domain/time'
import { instantOf } from '@/domain/zoned-time'
import type { Actor, ActorContext, ServiceContext } from '@/server/context/context'
import { hire } from '@/server/employments/hire'
import { addRate } from '@/server/employments/rates'
import { writeChanges } from '@/server/ledger/write'
import { transact } from '@/server/live/publish'
import { ownTimesheet } from '@/server/pay-periods/review'
import { approveAll, signOff } from '@/server/pay-periods/sign'
import { paymentsDue } from '@/server/payments/due'
import { pay } from '@/server/payments/pay'
import { answer, ownCorrections } from '@/server/time-entries/corrections'
import { edit } from '@/server/time-entries/decisions'
import type { Entry } from '@/server/time-entries/entry'
import { endForgotten } from '@/server/time-entries/forgotten'
import { toldEntry } from '@/server/time-entries/save'
import { addKind } from '@/server/workplaces/lists'
import { createWorkplace } from '@/server/workplaces/service'
import { disputing, forgetful, type Worker, workers, workplace } from './demo-work'
import { numbersFrom } from './random'
import { slowly } from './seed-class'

const MINUTE = 60_000
const { timeZone } = workplace

interface Person {
  worker: Worker
  actor: Actor
  employmentId: string
  kindId: string
  /** Of every other shift, where they do two kinds of work. */
  alsoKindId: string | undefined
}

interface Seeding {
  ctx: ServiceContext
  employer: Actor
  /** By address. */
  people: ReadonlyMap<string, Actor>
  now: Date
}

type Days = { from: string; to: string }

/** A workplace with two months of hours and the days since: the first is paid, the second is due. */
export async function seedWorkplace({ ctx, employer, people, now }: Seeding): Promise<void> {
  const today = Temporal.PlainDate.from(dayOf(now, timeZone))
  const paid = monthOf(today.subtract({ months: 2 }))
  const due = monthOf(today.subtract({ months: 1 }))
  const as = (actor: Actor, at = now): ActorContext => ({ ...ctx, actor, clock: () => at })
  const opened = as(employer, at(paid.from, '00:00'))
  const { name, country, kinds } = workplace
  const { id: workplaceId } = await createWorkplace(opened, { name, country, timeZone })
  const kindIds = new Map<string, string>()
  for (const kind of kinds) kindIds.set(kind, (await addKind(opened, { workplaceId, name: kind })).id)
  const team: Person[] = []
  for (const worker of workers) {
    const actor = people.get(worker.email)
    if (!actor) continue
    const employmentId = await employ(opened, { workplaceId, actor, worker, from: paid.from })
    const alsoKindId = worker.also && kindIds.get(worker.also.kind)
    if (worker.also && alsoKindId)
      await addRate(opened, {
        ...{ employmentId, kindId: alsoKindId, minorPerHour: worker.also.wage, from: paid.from },
      })
    team.push({ worker, actor, employmentId, kindId: kindIds.get(worker.kind) ?? '', alsoKindId })
  }
  await clockAll(ctx, { workplaceId, team, from: paid.from, now })
  await endForgotten({ ...ctx, clock: () => now })
  await signAll(as, { team, month: paid, now })
  await settle(as(employer, dayAfterEnd(paid)), { workplaceId, month: paid })
  await dispute(as, { ctx, employer, team, month: due })
  const agreeing = team.filter(({ worker }) => worker.email !== disputing)
  await signAll(as, { team: agreeing, month: due, now })
}

const monthOf = (day: Temporal.PlainDate): Days => ({
  from: day.with({ day: 1 }).toString(),
  to: day.with({ day: day.daysInMonth }).toString(),
})

/** A time of day that every day has: nobody begins in the hour that a clock change takes away. */
const at = (day: string, time: string) => instantOf(`${day}T${time}`, timeZone) as Date

const dayAfterEnd = ({ to }: Days) => at(Temporal.PlainDate.from(to).add({ days: 1 }).toString(), '09:00')

interface Hiring {
  workplaceId: string
  actor: Actor
  worker: Worker
  from: string
}

async function employ(ctx: ActorContext, { workplaceId, actor, worker, from }: Hiring): Promise<string> {
  const { jobTitle, wage: minorPerHour } = worker
  const externalNumber = String(1001 + workers.indexOf(worker))
  const terms = { startedOn: from, jobTitle, externalNumber, minorPerHour }
  const who = { workplaceId, userId: actor.id, byId: ctx.actor.id }
  return transact(ctx, async (ctx) => (await hire(ctx, { ...terms, ...who })).id)
}

/** Writes every shift up to now, each with its row in the ledger: thousands of clockings in a few statements. */
async function clockAll(
  { db }: ServiceContext,
  { workplaceId, team, from, now }: { workplaceId: string; team: Person[]; from: string; now: Date },
): Promise<void> {
  const entries = team.flatMap((person) =>
    shiftsOf(person, from, now).map(
      (shift, index): Entry => ({
        ...{ id: randomUUID(), employmentId: person.employmentId, userId: person.actor.id, workplaceId },
        kindId: index % 2 === 1 ? (person.alsoKindId ?? person.kindId) : person.kindId,
        ...{ inMethod: 'CODE', outMethod: shift.endedAt && 'CODE' },
        ...{ inSite: null, inDistance: null, outSite: null, outDistance: null },
        ...{ flag: null, undisputedUntil: null, workedThrough: false, removedAt: null },
        ...shift,
      }),
    ),
  )
  await db.$transaction(async (tx) => {
    await tx.timeEntry.createMany({
      data: entries.map(({ breaks: _, ...row }) => ({ ...row, createdAt: row.startedAt })),
    })
    await tx.break.createMany({
      data: entries.flatMap(({ id: timeEntryId, breaks }) =>
        breaks.map((pause) => ({ timeEntryId, ...pause })),
      ),
    })
    const moment = { via: 'WEB' as const }
    const told = entries.map((after) => ({
      ...toldEntry({ before: null, after, actorId: after.userId }),
      ...{ ...moment, at: after.startedAt },
    }))
    await writeChanges(tx, told)
  }, slowly)
}

type Shift = Pick<Entry, 'startedAt' | 'endedAt' | 'breaks'>

function shiftsOf({ worker }: Person, from: string, now: Date): Shift[] {
  const random = numbersFrom(worker.email)
  const today = Temporal.PlainDate.from(dayOf(now, timeZone))
  const { days } = Temporal.PlainDate.from(from).until(today, { largestUnit: 'day' })
  const forgot = worker.email === forgetful
  const past = Array.from({ length: forgot ? days - 2 : days }, (_, index) =>
    today.subtract({ days: days - index }),
  )
  const shifts = past
    .filter(({ dayOfWeek }) => worker.weekdays.includes(dayOfWeek))
    .map((day) => shiftOn(day.toString(), worker, random))
    .filter(({ endedAt }) => endedAt !== null && endedAt <= now)
  return [...shifts, ...openShift(worker, today, now)]
}

function shiftOn(day: string, worker: Worker, random: ReturnType<typeof numbersFrom>): Shift {
  const { minutes, time } = worker
  const startedAt = later(at(day, time), random.below(7) - 2)
  const endedAt = later(startedAt, minutes + random.below(12))
  const paused = later(startedAt, Math.round(minutes / 2) + random.below(20))
  const breaks = minutes > 360 ? [{ startedAt: paused, endedAt: later(paused, 30 + random.below(5)) }] : []
  return { startedAt, endedAt, breaks }
}

/** Who is in now, and who has been since the day before yesterday, because they forgot to clock out. */
function openShift(worker: Worker, today: Temporal.PlainDate, now: Date): Shift[] {
  if (worker.email === forgetful) {
    const startedAt = at(today.subtract({ days: 2 }).toString(), worker.time)
    const paused = later(startedAt, 240)
    return [{ startedAt, endedAt: null, breaks: [{ startedAt: paused, endedAt: later(paused, 30) }] }]
  }
  const monthsFirst = at(monthOf(today).from, '00:00')
  if (worker.inSince === undefined || later(now, -worker.inSince) < monthsFirst) return []
  const pause = worker.breakSince
  const breaks = pause ? [{ startedAt: later(now, -pause), endedAt: null }] : []
  return [{ startedAt: later(now, -worker.inSince), endedAt: null, breaks }]
}

const later = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * MINUTE)

const earlier = (one: Date, other: Date) => (one < other ? one : other)

type As = (actor: Actor, at?: Date) => ActorContext

interface Signing {
  team: Person[]
  month: Days
  now: Date
}

async function signAll(as: As, { team, month, now }: Signing): Promise<void> {
  for (const { actor, employmentId } of team) {
    const own = as(actor, earlier(dayAfterEnd(month), now))
    const sheet = { employmentId, day: month.from }
    const { paidMinutes: minutes } = (await ownTimesheet(own, sheet)).sheet
    await signOff(own, { ...sheet, minutes })
  }
}

/** Approves and pays a month. */
async function settle(ctx: ActorContext, { workplaceId, month }: { workplaceId: string; month: Days }) {
  const period = { workplaceId, day: month.from }
  await approveAll(ctx, period)
  const { people } = await paymentsDue(ctx, period)
  const payments = people
    .filter(({ state }) => state === 'READY')
    .map(({ employmentId, total }) => ({ employmentId, amount: total.amount }))
  await pay(ctx, {
    ...{ ...period, payments, paidOn: dayOf(ctx.clock(), timeZone), method: 'TRANSFER' },
    reference: `${workplace.name} ${month.from.slice(0, 7)}`,
  })
}

interface Disputing {
  ctx: ServiceContext
  employer: Actor
  team: Person[]
  month: Days
}

/** The employer ends a shift earlier than it was clocked; whoever worked it does not agree. */
async function dispute(as: As, { ctx, employer, team, month }: Disputing): Promise<void> {
  const person = team.find(({ worker }) => worker.email === disputing)
  if (!person) return
  const { employmentId, actor } = person
  const entry = await ctx.db.timeEntry.findFirstOrThrow({
    where: { employmentId, startedAt: { gte: at(month.from, '00:00') } },
    orderBy: { startedAt: 'asc' },
    include: { breaks: true },
  })
  const endedAt = later(entry.endedAt as Date, -45)
  const decided = later(entry.endedAt as Date, 24 * 60)
  const wanted = {
    ...{ startedAt: entry.startedAt.toISOString(), endedAt: endedAt.toISOString(), kindId: entry.kindId },
    breaks: entry.breaks.map((pause) => ({
      startedAt: pause.startedAt.toISOString(),
      endedAt: (pause.endedAt as Date).toISOString(),
    })),
  }
  await edit(as(employer, decided), {
    entryId: entry.id,
    wanted,
    reason: 'The café closed three quarters of an hour before.',
  })
  const own = as(actor, later(decided, 60))
  const [correction] = await ownCorrections(own)
  const words = 'I cleaned the machine after that, as always.'
  await answer(own, { correctionId: correction?.id ?? '', agrees: false, words })
}
