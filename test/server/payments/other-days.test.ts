import { refusal } from '@test/support/errors'
import { type Cafe, cafe, worked } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'

const world = testWorld()

beforeEach(() => {
  world.clock.now = new Date('2026-05-02T09:00:00Z')
})

const approve = (place: Cafe, day: string, minutes: number) => {
  const { workplaceId, employmentId, owner } = place
  return world.api(owner).payPeriods.approve({ workplaceId, employmentId, day, minutes })
}

const pay = (place: Cafe, day: string, amount: number) => {
  const { workplaceId, employmentId, owner } = place
  const payments = [{ employmentId, amount }]
  return world
    .api(owner)
    .payments.pay({ workplaceId, day, payments, paidOn: '2026-05-02', method: 'TRANSFER' })
}

const approved = async ({ workplaceId, employmentId }: Cafe) =>
  world.db.timesheet.count({ where: { employmentId, approvedAt: { not: null }, period: { workplaceId } } })

describe('days that begin at other moments after a payment', () => {
  test('take signatures back, and no minute is paid with two periods', async () => {
    const place = await cafe(world)
    const { workplaceId, owner } = place
    // In Berlin the last hours of March; in Auckland all of it is April.
    await worked(world, place, ['2026-03-31T18:00:00Z', '2026-03-31T21:00:00Z'])
    await approve(place, '2026-03-31', 180)
    await pay(place, '2026-03-31', 6000)
    await world.api(owner).workplaces.update({ workplaceId, timeZone: 'Pacific/Auckland' })
    expect(await approved(place)).toBe(0)
    await approve(place, '2026-04-01', 180)
    expect(await refusal(pay(place, '2026-04-01', 6000))).toBe('payments.paid_elsewhere')
    // March is looked at again: it comes to nothing, so that what was paid for it is taken off in April.
    await approve(place, '2026-03-31', 0)
    await pay(place, '2026-04-01', 0)
    const sums = await world.db.payment.aggregate({ _sum: { grossMinor: true } })
    expect(sums._sum.grossMinor).toBe(6000n)
  })

  test('or a holiday that comes and goes, which is to be approved again', async () => {
    const place = await cafe(world)
    const { workplaceId, owner } = place
    await worked(world, place, ['2026-03-10T08:00:00Z', '2026-03-10T16:00:00Z'])
    const { workplaces } = world.api(owner)
    const holiday = { workplaceId, day: '2026-03-10' }
    await approve(place, '2026-03-10', 480)
    await workplaces.addHoliday({ ...holiday, name: 'Founding day' })
    expect(await approved(place)).toBe(0)
    await approve(place, '2026-03-10', 480)
    // Another name changes no pay.
    await workplaces.addHoliday({ ...holiday, name: 'Day of the founding' })
    expect(await approved(place)).toBe(1)
    await workplaces.removeHoliday(holiday)
    expect(await approved(place)).toBe(0)
  })
})

test('a holiday after the last day of a period concerns the night before it', async () => {
  const place = await cafe(world)
  const { workplaceId, owner } = place
  await worked(world, place, ['2026-03-31T20:00:00Z', '2026-04-01T02:00:00Z'])
  const { sheet } = await world.api(owner).payPeriods.timesheet({
    ...{ workplaceId, employmentId: place.employmentId, day: '2026-03-31' },
  })
  await approve(place, '2026-03-31', sheet.paidMinutes)
  expect(await approved(place)).toBe(1)
  await world.api(owner).workplaces.addHoliday({ workplaceId, day: '2026-04-01', name: 'Feast' })
  expect(await approved(place)).toBe(0)
})

describe('a payment', () => {
  test('is of a period that has begun, and dated at most a year ahead', async () => {
    const place = await cafe(world)
    const { workplaceId, employmentId, owner } = place
    expect(await refusal(pay(place, '2099-01-01', 0))).toBe('payPeriods.not_begun')
    const ahead = world.api(owner).payments.pay({
      ...{ workplaceId, day: '2026-03-10', paidOn: '2099-01-01', method: 'TRANSFER' },
      payments: [{ employmentId, amount: 0 }],
    })
    expect(await refusal(ahead)).toBe('payments.far_ahead')
  })
})

test('sign-offs and an approval of all at one moment answer without an error of ours', async () => {
  const place = await cafe(world)
  const { workplaceId, employmentId, owner, person } = place
  await worked(world, place, ['2026-03-10T08:00:00Z', '2026-03-10T16:00:00Z'])
  const day = '2026-03-10'
  const calls = [1, 2, 3, 4].flatMap(() => [
    world.api(owner).payPeriods.approveAll({ workplaceId, day }),
    world.api(person).payPeriods.signOff({ employmentId, day, minutes: 480 }),
  ])
  const failed = (await Promise.allSettled<unknown>(calls)).filter(({ status }) => status === 'rejected')
  expect(failed).toEqual([])
  expect(await approved(place)).toBe(1)
})
