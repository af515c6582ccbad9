import { refusal } from '@test/support/errors'
import { cafe, manager } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'

const world = testWorld()
const day = '2026-03-02'
const meal = { day, name: 'missed-meal' as const, reason: 'No relief at noon' }

test('an extra is paid at the person’s rate, seen with its reason, and taken back', async () => {
  const { owner, person, workplaceId, employmentId } = await cafe(world)
  const { extras, payPeriods } = world.api(owner)
  const of = { workplaceId, employmentId }
  const { id: extraId } = await extras.add({ ...of, ...meal, minutes: 90 })
  const [own] = await world.api(person).extras.own({ employmentId, day })
  expect(own).toMatchObject({ reason: meal.reason, by: 'Ida Owner', amount: { amount: 3000 } })
  const { sheet } = await payPeriods.timesheet({ ...of, day })
  expect(sheet).toMatchObject({ extras: { amount: 3000 }, gross: { amount: 3000 }, paidMinutes: 0 })
  await extras.remove({ extraId, reason: 'A mistake' })
  expect(await extras.ofTimesheet({ ...of, day })).toEqual([])
})

test('approved hours are locked against extras, and signatures are taken back', async () => {
  const { owner, person, workplaceId, employmentId } = await cafe(world)
  const { extras, payPeriods } = world.api(owner)
  const of = { workplaceId, employmentId }
  await world.api(person).payPeriods.signOff({ employmentId, day, minutes: 0 })
  await extras.add({ ...of, ...meal, minutes: 60 })
  expect((await payPeriods.timesheet({ ...of, day })).sheet.signedAt).toBeNull()
  await payPeriods.approve({ ...of, day, minutes: 0 })
  expect(await refusal(extras.add({ ...of, ...meal, minutes: 60 }))).toBe('payPeriods.locked')
})

test('whoever approves without seeing wages gives minutes, and sees no amount', async () => {
  const place = await cafe(world)
  const of = { workplaceId: place.workplaceId, employmentId: place.employmentId }
  const { extras } = world.api(await manager(world, place, { mayApprove: true }))
  expect(await refusal(extras.add({ ...of, ...meal, amountMinor: 500 }))).toBe('extras.wages_not_yours')
  await extras.add({ ...of, ...meal, minutes: 60 })
  expect(await extras.ofTimesheet({ ...of, day })).toMatchObject([{ minutes: 60, amount: null }])
})
