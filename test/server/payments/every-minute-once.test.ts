import { refusal } from '@test/support/errors'
import { type Cafe, cafe, ruled } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calculatePay } from '@/domain/pay/calculate'
import { workedMinutes } from '@/domain/pay-sums'
import type { Rules } from '@/domain/rule-sets'
import { payInputs } from '@/server/pay-periods/input'
import { seenWorkplace } from '@/server/pay-periods/workplace'

const world = testWorld()

/** Days around the edge of two periods, in the middle of a week. */
const FIRST_DAY = 29
const DAYS = 8
const LAST = '2026-05-31'
/** Where what is left to be made up for is paid at last. */
const closing = '2026-04-20'
const periods = ['2026-03-20', '2026-04-05'] as const

const when = fc.record({
  ...{ day: fc.nat(DAYS - 1), hour: fc.nat(23), minutes: fc.integer({ min: 3, max: 700 }) },
  pause: fc.option(fc.record({ after: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(60) }), {
    nil: null,
  }),
})
const onDay = fc.nat(DAYS - 1)
const which = fc.nat(9)
const work = fc.record({ kind: fc.constant('work' as const), when })
const change = fc.oneof(
  work,
  fc.record({ kind: fc.constant('edit' as const), which, when }),
  fc.record({ kind: fc.constant('remove' as const), which }),
  fc.record({ kind: fc.constant('asked' as const), which, when }),
  fc.record({ kind: fc.constant('rate' as const), day: onDay, hourly: fc.constantFrom(6000, 12_000) }),
  fc.record({ kind: fc.constant('rules' as const), day: onDay, rules: fc.constantFrom(0, 1, 2) }),
  fc.record({
    kind: fc.constant('extra' as const),
    day: onDay,
    amountMinor: fc.integer({ min: 1, max: 9999 }),
  }),
  fc.record({ kind: fc.constant('lessExtra' as const), which }),
  fc.record({ kind: fc.constant('holiday' as const), day: onDay }),
  fc.record({ kind: fc.constant('noHoliday' as const), day: onDay }),
)
const signing = fc.record({ kind: fc.constantFrom('approve' as const, 'pay' as const), period: fc.nat(1) })
const step = fc.oneof({ weight: 3, arbitrary: change }, { weight: 1, arbitrary: signing })
const bothPaid = ['approve' as const, 'pay' as const].flatMap((kind) => [
  { kind, period: 0 },
  { kind, period: 1 },
])
const steps = fc
  .tuple(
    fc.array(work, { minLength: 3, maxLength: 6 }),
    fc.array(step, { maxLength: 4 }),
    fc.constantFrom([], bothPaid, bothPaid),
    fc.array(step, { minLength: 1, maxLength: 6 }),
  )
  .map((parts): Step[] => parts.flat())
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never
type When = typeof when extends fc.Arbitrary<infer Value> ? Value : never

const reason = 'As it was'
const MINUTE = 60_000
const dayOf = (day: number) => new Date(Date.UTC(2026, 2, FIRST_DAY + day)).toISOString().slice(0, 10)

function wantedOf({ day, hour, minutes, pause }: When) {
  const start = Date.UTC(2026, 2, FIRST_DAY + day, hour)
  const at = (minute: number) => new Date(start + minute * MINUTE).toISOString()
  const from = pause ? Math.floor(pause.after * (minutes - 2)) : 0
  const to = pause ? Math.min(minutes, from + 1 + pause.length) : 0
  const breaks = pause ? [{ startedAt: at(from), endedAt: at(to) }] : []
  return { startedAt: at(0), endedAt: at(minutes), breaks, kindId: null }
}

/** What the services refuse, and rightly so: other hours are there already, or somebody was not there. */
const rightly = ['timeEntries.overlap', 'timeEntries.asked_already', 'request.not_found']

/** Changes what decides about pay as whoever may: unlocks what is approved, and tries again. */
async function changed(place: Cafe, work: () => Promise<unknown>): Promise<void> {
  const refused = await errorOf(work())
  if (refused === 'payPeriods.locked') {
    for (const day of periods) await unlock(place, day)
    return changed(place, work)
  }
  if (refused && !rightly.includes(refused)) throw new Error(refused)
}

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => refusal(Promise.reject(error)),
  )

async function unlock({ owner, workplaceId, employmentId }: Cafe, day: string) {
  const of = { workplaceId, employmentId, day }
  const { payPeriods } = world.api(owner)
  const { sheet } = await payPeriods.timesheet(of)
  if (sheet.approvedAt) await payPeriods.unlock({ ...of, reason })
}

const entries = ({ employmentId }: Cafe) =>
  world.db.timeEntry.findMany({ where: { employmentId, removedAt: null }, orderBy: { startedAt: 'asc' } })

async function approve({ owner, workplaceId, employmentId }: Cafe, day: string) {
  const { payPeriods } = world.api(owner)
  const { sheet } = await payPeriods.timesheet({ workplaceId, employmentId, day })
  if (!sheet.approvedAt)
    await payPeriods.approve({ workplaceId, employmentId, day, minutes: sheet.paidMinutes })
}

async function pay({ owner, workplaceId, employmentId }: Cafe, day: string) {
  const { payments } = world.api(owner)
  const [due] = (await payments.due({ workplaceId, day })).people
  if (due?.state !== 'READY') return
  const one = { employmentId, amount: due.total.amount }
  await payments.pay({ workplaceId, day, payments: [one], paidOn: LAST, method: 'TRANSFER' })
}

function take(place: Cafe, step: Step) {
  world.wait(1)
  if ('period' in step) {
    const day = periods[step.period] ?? ''
    return step.kind === 'pay' ? pay(place, day) : approve(place, day)
  }
  return changed(place, () => alter(place, step))
}

/** One change, as the person, their manager or the owner makes it. */
async function alter(place: Cafe, step: Change): Promise<unknown> {
  const { owner, person, workplaceId, employmentId } = place
  const { timeEntries, employments, workplaces, extras } = world.api(owner)
  if (step.kind === 'work')
    return timeEntries.add({ workplaceId, userId: person.id, wanted: wantedOf(step.when), reason })
  if (step.kind === 'rate')
    return employments.addRate({ employmentId, from: dayOf(step.day), minorPerHour: step.hourly, reason })
  if (step.kind === 'rules')
    return workplaces.setRules({
      ...{ workplaceId, from: dayOf(step.day), preset: 'none', rules: ruleSets[step.rules] ?? rules, reason },
    })
  if (step.kind === 'extra') {
    const { day, amountMinor } = step
    return extras.add({ workplaceId, employmentId, day: dayOf(day), name: 'call-back', amountMinor, reason })
  }
  if (step.kind === 'lessExtra') {
    const all = await world.db.extra.findMany({
      where: { employmentId, removedAt: null },
      orderBy: { id: 'asc' },
    })
    const extra = all[step.which % Math.max(1, all.length)]
    return extra && extras.remove({ extraId: extra.id, reason })
  }
  if (step.kind === 'holiday')
    return workplaces.addHoliday({ workplaceId, day: dayOf(step.day), name: 'Feast' })
  if (step.kind === 'noHoliday') return workplaces.removeHoliday({ workplaceId, day: dayOf(step.day) })
  return alterEntry(place, step)
}

async function alterEntry(place: Cafe, step: Extract<Change, { kind: 'edit' | 'remove' | 'asked' }>) {
  const all = await entries(place)
  const entry = all[step.which % Math.max(1, all.length)]
  if (!entry) return
  const { timeEntries } = world.api(place.owner)
  const wanted = step.kind === 'remove' ? null : wantedOf(step.when)
  if (step.kind !== 'asked') return timeEntries.edit({ entryId: entry.id, wanted, reason })
  const mine = world.api(place.person).timeEntries
  const known = (await mine.ownCorrections()).find(
    ({ state, timeEntryId }) => state === 'ASKED' && timeEntryId === entry.id,
  )
  const { workplaceId } = place
  const { id } = known ?? (await mine.ask({ workplaceId, entryId: entry.id, wanted, reason }))
  return timeEntries.decide({ correctionId: id, grant: true })
}

/** What all the days come to when they are calculated in one, from the punches. */
async function fromPunches({ owner, workplaceId, employmentId }: Cafe) {
  const { place } = await seenWorkplace(world.as(owner), { workplaceId })
  const all = { from: '2026-03-01', to: LAST }
  const [person] = await payInputs(world.db, place, all, [employmentId])
  return person ? calculatePay(person.input).totals : null
}

async function paid({ employmentId }: Cafe) {
  const lines = await world.db.paymentLine.findMany({ where: { payment: { employmentId } } })
  return {
    gross: lines.reduce((sum, { amountMinor }) => sum + Number(amountMinor), 0),
    paidMinutes: lines.reduce((sum, { kind, ofPeriodId, ...line }) => {
      const counts = { ...line, kind: kind as 'regular' }
      return sum + (ofPeriodId ? line.minutes : workedMinutes(counts))
    }, 0),
  }
}

/** What the next payment takes into account. */
async function stillOpen({ owner, workplaceId }: Cafe) {
  const { people } = await world.api(owner).payments.due({ workplaceId, day: '2026-05-04' })
  return people.flatMap(({ adjustments }) => adjustments).reduce((sum, { amount }) => sum + amount.amount, 0)
}

/** Minutes worked of which no stretch was paid. */
async function unpaidMinutes(place: Cafe) {
  const stretches = await world.db.paidStretch.findMany({ where: { employmentId: place.employmentId } })
  const known = new Set<number>()
  for (const { startedAt, endedAt } of stretches)
    for (let at = startedAt.getTime(); at < endedAt.getTime(); at += 60_000) known.add(at)
  return (await entries(place)).flatMap(({ startedAt, endedAt }) => {
    const missing: number[] = []
    for (let at = startedAt.getTime(); at < (endedAt?.getTime() ?? 0); at += 60_000)
      if (!known.has(at)) missing.push(at)
    return missing
  })
}

// 100 minor units a minute, so that nothing is rounded, however the weeks are cut.
const rules: Rules = {
  premiums: [{ name: 'Holiday', holidays: true, factor: '0.5' }],
  overtime: {
    daily: [{ afterMinutes: 480, factor: '1.5' }],
    weekly: [{ afterMinutes: 900, factor: '1.5' }],
  },
}
const ruleSets: Rules[] = [
  rules,
  { ...rules, breaks: [{ afterMinutes: 360, minutes: 30 }, { paidUpTo: 10 }] },
  { premiums: [{ name: 'Night', from: '22:00', to: '06:00', factor: '0.5' }] },
]

/** Takes the steps, pays what is left, and compares what was paid with a calculation from the punches. */
async function isPaidOnce(steps: readonly Step[]) {
  world.clock.now = new Date('2026-06-01T09:00:00Z')
  const place = await cafe(world, { minorPerHour: 6000, workplace: { payCycle: 'SEMI_MONTHLY' } })
  await ruled(world, place, '2026-01-01', rules)
  for (const one of steps) await take(place, one)
  for (const day of [...periods, closing]) await approve(place, day)
  for (const day of [...periods, closing]) await pay(place, day)
  const { gross, paidMinutes } = (await fromPunches(place)) ?? {}
  const [all, open] = [await paid(place), await stillOpen(place)]
  // Nobody is paid less than nothing: what was too much is open for the next payment.
  expect({ ...all, gross: all.gross + open }).toEqual({ gross, paidMinutes })
  expect(await unpaidMinutes(place)).toEqual([])
  return { place, open }
}

const tenHours = (day: number): When => ({ day, hour: 8, minutes: 600, pause: null })
const onFirst = { which: 0, when: { ...tenHours(0), minutes: 480 } }

test.each<Change>([
  { kind: 'work', when: tenHours(1) },
  { kind: 'edit', ...onFirst },
  { kind: 'remove', which: 0 },
  { kind: 'asked', ...onFirst },
  { kind: 'rate', day: 0, hourly: 12_000 },
  { kind: 'rules', day: 0, rules: 1 },
  { kind: 'extra', day: 0, amountMinor: 700 },
  { kind: 'lessExtra', which: 0 },
  { kind: 'holiday', day: 0 },
])('after both periods are paid, $kind takes signatures back and is made up for', async (change) => {
  const worked = [0, 3].map((day) => ({ kind: 'work' as const, when: tenHours(day) }))
  const extra = { kind: 'extra' as const, day: 0, amountMinor: 500 }
  const { place, open } = await isPaidOnce([...worked, extra, ...bothPaid, change])
  const { employmentId } = place
  const madeUp = await world.db.paymentLine.count({
    where: { ofPeriodId: { not: null }, payment: { employmentId } },
  })
  expect(madeUp > 0 || open !== 0).toBe(true)
})

test('whatever is worked, changed, approved and paid through the services in whatever order, every minute is paid once', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      await isPaidOnce(steps)
    }),
    { numRuns: 12 },
  )
}, 300_000)
