import { type Cafe, cafe, ruled, worked } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calculatePay } from '@/domain/pay/calculate'
import { workedMinutes } from '@/domain/pay-sums'
import { transact } from '@/server/live/publish'
import { payInputs } from '@/server/pay-periods/input'
import { takeSignaturesBack } from '@/server/pay-periods/signatures'
import { seenWorkplace } from '@/server/pay-periods/workplace'

const world = testWorld()

/** Days around the edge of two periods, in the middle of a week. */
const FIRST_DAY = 29
const DAYS = 8
const LAST = '2026-05-31'
/** Where what is left to be made up for is paid at last. */
const closing = '2026-04-20'
const periods = ['2026-03-20', '2026-04-05'] as const

const when = fc.record({ day: fc.nat(DAYS - 1), hour: fc.nat(23), minutes: fc.integer({ min: 1, max: 700 }) })
const work = fc.record({ kind: fc.constant('work' as const), when })
const change = fc.oneof(
  work,
  fc.record({ kind: fc.constant('edit' as const), which: fc.nat(9), when }),
  fc.record({ kind: fc.constant('remove' as const), which: fc.nat(9) }),
)
const signing = fc.record({ kind: fc.constantFrom('approve' as const, 'pay' as const), period: fc.nat(1) })
const step = fc.oneof(change, signing)
const bothPaid = ['approve' as const, 'pay' as const].flatMap((kind) => [
  { kind, period: 0 },
  { kind, period: 1 },
])
const steps = fc
  .tuple(
    fc.array(work, { minLength: 3, maxLength: 6 }),
    fc.array(step, { maxLength: 4 }),
    fc.constantFrom([], bothPaid),
    fc.array(step, { minLength: 1, maxLength: 5 }),
  )
  .map((parts): Step[] => parts.flat())
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
type When = typeof when extends fc.Arbitrary<infer Value> ? Value : never

function timesOf({ day, hour, minutes }: When) {
  const startedAt = new Date(Date.UTC(2026, 2, FIRST_DAY + day, hour))
  return { startedAt, endedAt: new Date(startedAt.getTime() + minutes * 60_000) }
}

/** Changes hours as whoever may: unlocks what is approved, and takes the signatures back. */
async function changed(place: Cafe, [from, to]: [Date, Date], work: () => Promise<unknown>): Promise<void> {
  await work().catch(() => undefined)
  const touched = { employmentId: place.employmentId, from, to }
  await transact(world.as(place.owner), (ctx) => takeSignaturesBack(ctx, touched))
}

const entries = ({ employmentId }: Cafe) =>
  world.db.timeEntry.findMany({ where: { employmentId, removedAt: null }, orderBy: { startedAt: 'asc' } })

const ends = (dates: (Date | null)[]): [Date, Date] => {
  const times = dates.flatMap((date) => date?.getTime() ?? [])
  return [new Date(Math.min(...times)), new Date(Math.max(...times))]
}

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

async function take(place: Cafe, step: Step) {
  world.wait(1)
  if ('period' in step) {
    const day = periods[step.period] ?? ''
    return step.kind === 'pay' ? pay(place, day) : approve(place, day)
  }
  if (step.kind === 'work') {
    const { startedAt, endedAt } = timesOf(step.when)
    const times = [startedAt.toISOString(), endedAt.toISOString()] as const
    return changed(place, [startedAt, endedAt], () => worked(world, place, times))
  }
  return alter(place, step)
}

async function alter(place: Cafe, step: Extract<Step, { which: number }>) {
  const all = await entries(place)
  const entry = all[step.which % Math.max(1, all.length)]
  if (!entry) return
  const data = step.kind === 'edit' ? timesOf(step.when) : { removedAt: world.clock.now }
  const range = ends([entry.startedAt, entry.endedAt, ...Object.values(data)])
  const touched = step.kind === 'edit' ? range : ends([entry.startedAt, entry.endedAt])
  return changed(place, touched, () => world.db.timeEntry.update({ where: { id: entry.id }, data }))
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
const rules = {
  overtime: {
    daily: [{ afterMinutes: 480, factor: '1.5' }],
    weekly: [{ afterMinutes: 900, factor: '1.5' }],
  },
}

test('whatever is worked, edited, approved and paid in whatever order, every minute is paid once', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      world.clock.now = new Date('2026-06-01T09:00:00Z')
      const place = await cafe(world, { minorPerHour: 6000, workplace: { payCycle: 'SEMI_MONTHLY' } })
      await ruled(world, place, '2026-01-01', rules)
      for (const one of steps) await take(place, one)
      for (const day of [...periods, closing]) await approve(place, day)
      for (const day of [...periods, closing]) await pay(place, day)
      const { gross, paidMinutes } = (await fromPunches(place)) ?? {}
      const all = await paid(place)
      // Nobody is paid less than nothing: what was too much is open for the next payment.
      expect({ ...all, gross: all.gross + (await stillOpen(place)) }).toEqual({ gross, paidMinutes })
      expect(await unpaidMinutes(place)).toEqual([])
    }),
    { numRuns: 12 },
  )
}, 120_000)
