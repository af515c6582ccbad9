import { refusal } from '@test/support/errors'
import { type Cafe, cafe, manager, ruled, worked } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '@/server/live/publish'
import { requireUnlocked, takeSignaturesBack } from '@/server/pay-periods/signatures'

const world = testWorld()
const march = '2026-03-10'
const april = '2026-04-10'

beforeEach(() => {
  world.clock.now = new Date('2026-05-02T09:00:00Z')
})

const eightHours = (place: Cafe, on: string) => worked(world, place, [`${on}T08:00:00Z`, `${on}T16:00:00Z`])

const approve = (place: Cafe, day: string, minutes: number, who = place.owner) => {
  const { workplaceId, employmentId } = place
  return world.api(who).payPeriods.approve({ workplaceId, employmentId, day, minutes })
}

const pay = (place: Cafe, day: string, amount: number, who = place.owner) => {
  const { workplaceId, employmentId } = place
  const payments = [{ employmentId, amount }]
  return world
    .api(who)
    .payments.pay({ workplaceId, day, payments, paidOn: '2026-05-02', method: 'TRANSFER', reference: 'May' })
}

const due = async (place: Cafe, day: string) => {
  const { workplaceId } = place
  const { people } = await world.api(place.owner).payments.due({ workplaceId, day })
  return people[0]
}

/** A day of eight hours in March, paid. */
async function paidMarch() {
  const place = await cafe(world)
  const entry = await eightHours(place, march)
  await approve(place, march, 480)
  const { paymentIds } = await pay(place, march, 16_000)
  return { place, entry, paymentId: paymentIds[0] ?? '' }
}

/** What whoever corrects an entry does, unlocking first. */
async function correct(place: Cafe, id: string, endedAt: string) {
  const { workplaceId, employmentId, owner } = place
  await world.api(owner).payPeriods.unlock({ workplaceId, employmentId, day: march, reason: 'Slow clock' })
  const touched = { employmentId, from: new Date(`${march}T00:00:00Z`), to: new Date(endedAt) }
  await transact(world.as(owner), async (ctx) => {
    await requireUnlocked(ctx.tx, touched)
    await ctx.tx.timeEntry.update({ where: { id }, data: { endedAt: new Date(endedAt) } })
    await takeSignaturesBack(ctx, touched)
  })
}

describe('paying', () => {
  test('marks approved hours as paid, with their lines and stretches of time, for both to read', async () => {
    const { place, entry, paymentId } = await paidMarch()
    const own = await world.api(place.person).payments.ownById({ paymentId })
    expect(own).toMatchObject({
      ...{ gross: { amount: 16_000, currency: 'EUR' }, method: 'TRANSFER', reference: 'May' },
      period: { from: '2026-03-01', to: '2026-03-31' },
      lines: [{ entryId: entry.id, kind: 'regular', minutes: 480, rate: { amount: 2000 }, factor: '1' }],
      stretches: [{ entryId: entry.id, startedAt: entry.startedAt, endedAt: entry.endedAt }],
    })
    expect(await world.api(place.owner).payments.byId({ paymentId })).toEqual(own)
    const { items } = await world.api(place.person).payments.own({})
    expect(items.map(({ id }) => id)).toEqual([paymentId])
    expect((await due(place, march))?.state).toBe('PAID')
    expect(await world.db.change.count({ where: { subject: 'payment' } })).toBe(1)
  })

  test('takes approved hours alone, and the sum that the payer has seen', async () => {
    const place = await cafe(world)
    await eightHours(place, march)
    expect(await refusal(pay(place, march, 16_000))).toBe('payments.not_approved')
    await approve(place, march, 480)
    expect(await refusal(pay(place, march, 15_999))).toBe('payments.amount_changed')
    expect(await world.db.payment.count()).toBe(0)
  })

  test('is for whoever may pay: seeing wages is not enough, and a stranger finds nothing', async () => {
    const { place, paymentId } = await paidMarch()
    const seer = await manager(world, place, { seesWages: true })
    expect(await refusal(pay(place, april, 0, seer))).toBe('payPeriods.right_missing')
    const approver = world.api(await manager(world, place, { mayApprove: true })).payments
    const { workplaceId } = place
    expect(await refusal(approver.due({ workplaceId, day: march }))).toBe('payPeriods.right_missing')
    expect(await refusal(approver.byId({ paymentId }))).toBe('request.not_found')
    expect(await refusal(approver.ofWorkplace({ workplaceId }))).toBe('request.not_found')
    const other = world.api(await world.user(['EMPLOYEE'])).payments
    expect(await refusal(other.ownById({ paymentId }))).toBe('request.not_found')
  })

  test('by two at once happens once, and the other is told', async () => {
    const place = await cafe(world)
    await eightHours(place, march)
    await approve(place, march, 480)
    const both = [pay(place, march, 16_000), pay(place, march, 16_000)]
    const results = await Promise.allSettled(both)
    const lost = both[results.findIndex(({ status }) => status === 'rejected')]
    expect(await refusal(lost ?? Promise.resolve())).toBe('payments.paid_already')
    expect(await world.db.payment.count()).toBe(1)
  })

  test('of one refuses all where another is not due', async () => {
    const place = await cafe(world)
    await eightHours(place, march)
    await approve(place, march, 480)
    const { workplaceId, employmentId } = place
    const payments = [
      { employmentId, amount: 16_000 },
      { employmentId: workplaceId, amount: 1 },
    ]
    const wrong = { workplaceId, day: march, payments, paidOn: '2026-05-02', method: 'CASH' as const }
    expect(await refusal(world.api(place.owner).payments.pay(wrong))).toBe('request.not_found')
    expect(await world.db.payment.count()).toBe(0)
  })

  test('work over the edge of a period is paid by each its own part', async () => {
    const place = await cafe(world)
    await worked(world, place, ['2026-03-31T20:00:00Z', '2026-04-01T02:00:00Z'])
    await approve(place, march, 120)
    await approve(place, april, 240)
    await pay(place, march, 4000)
    await pay(place, april, 8000)
    const stretches = await world.db.paidStretch.findMany({ orderBy: { startedAt: 'asc' } })
    const midnight = new Date('2026-03-31T22:00:00Z')
    expect(stretches).toMatchObject([{ endedAt: midnight }, { startedAt: midnight }])
  })
})

describe('a correction of what was paid', () => {
  test('is made up for in the next period that is paid, and only once', async () => {
    const { place, entry } = await paidMarch()
    await correct(place, entry.id, `${march}T17:30:00Z`)
    expect((await due(place, april))?.adjustments).toEqual([])
    await approve(place, march, 570)
    expect(await due(place, april)).toMatchObject({
      adjustments: [{ period: { from: '2026-03-01', to: '2026-03-31' }, amount: { amount: 3000 } }],
      total: { amount: 3000 },
    })
    await approve(place, april, 0)
    const { paymentIds } = await pay(place, april, 3000)
    const paid = await world.api(place.owner).payments.byId({ paymentId: paymentIds[0] ?? '' })
    expect(paid.lines).toMatchObject([
      { kind: 'adjustment', minutes: 90, amount: { amount: 3000 }, ofPeriod: { from: '2026-03-01' } },
    ])
    expect(paid.stretches).toMatchObject([{ entryId: entry.id, startedAt: new Date(`${march}T16:00:00Z`) }])
    expect((await due(place, '2026-05-01'))?.adjustments).toEqual([])
  })

  test('that takes time away takes its money back, from the next payments as far as they reach', async () => {
    const { place, entry } = await paidMarch()
    await correct(place, entry.id, `${march}T15:00:00Z`)
    await approve(place, march, 420)
    const open = {
      adjustments: [{ amount: { amount: -2000 } }],
      carried: { amount: 2000 },
      total: { amount: 0 },
    }
    expect(await due(place, april)).toMatchObject(open)
    await approve(place, april, 0)
    await pay(place, april, 0)
    expect(await due(place, '2026-05-04'), 'what was left is open still').toMatchObject(open)
  })

  test('leaves the payment as it was', async () => {
    const { place, entry, paymentId } = await paidMarch()
    const before = await world.api(place.person).payments.ownById({ paymentId })
    await correct(place, entry.id, `${march}T15:00:00Z`)
    await approve(place, march, 420)
    expect(await world.api(place.person).payments.ownById({ paymentId })).toEqual(before)
  })

  test('is due to somebody who has left by then, who signs nothing any more', async () => {
    const { place, entry } = await paidMarch()
    const { employmentId: id } = place
    await world.db.employment.update({ where: { id }, data: { endedOn: new Date('2026-03-31') } })
    await correct(place, entry.id, `${march}T17:00:00Z`)
    await approve(place, march, 540)
    expect(await due(place, april)).toMatchObject({ state: 'READY', total: { amount: 2000 } })
    await pay(place, april, 2000)
  })

  test('of a week that ends in a later period changes the overtime there', async () => {
    const place = await cafe(world)
    await ruled(world, place, '2026-01-01', { overtime: { weekly: [{ afterMinutes: 480, factor: '1.5' }] } })
    const entry = await eightHours(place, '2026-03-31')
    await eightHours(place, '2026-04-01')
    await approve(place, march, 480)
    await pay(place, march, 16_000)
    await approve(place, april, 480)
    await pay(place, april, 24_000)
    const { workplaceId, employmentId, owner } = place
    const unlock = { workplaceId, employmentId, reason: 'Slow clock' }
    for (const day of [march, april]) await world.api(owner).payPeriods.unlock({ ...unlock, day })
    await world.db.timeEntry.update({
      where: { id: entry.id },
      data: { endedAt: new Date('2026-03-31T14:00:00Z') },
    })
    await approve(place, march, 360)
    await approve(place, april, 480)
    const may = await due(place, '2026-05-01')
    // Two hours less in March; two hours of April's are no overtime any more.
    expect(may?.adjustments.map(({ amount }) => amount.amount)).toEqual([-4000, -2000])
  })
})
