import { cafe, worked } from '@test/support/hours'
import { listenToFeeds } from '@test/support/listen'
import { employ } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'

const world = testWorld()

test('whoever looks at a period is told when hours are signed, approved, unlocked and paid', async () => {
  world.clock.now = new Date('2026-04-02T09:00:00Z')
  const { owner, person, workplaceId, employmentId } = await cafe(world)
  const day = '2026-03-10'
  await worked(world, { workplaceId, employmentId, person }, [`${day}T08:00:00Z`, `${day}T16:00:00Z`])
  const { payPeriods, payments } = world.api(owner)
  const sheet = { workplaceId, employmentId, day }
  const told = () => world.db.event.count({ where: { topics: { hasEvery: topics } } })
  const topics = [`workplace:${workplaceId}`, `employee:${person.id}`]
  const { lastEventId, viewerId } = await payPeriods.review({ workplaceId, day })
  expect([typeof lastEventId, viewerId]).toEqual(['string', owner.id])

  await world.api(person).payPeriods.signOff({ employmentId, day, minutes: 480 })
  expect(await told()).toBe(1)
  await payPeriods.approve({ ...sheet, minutes: 480 })
  await payPeriods.unlock({ ...sheet, reason: 'The clock was slow' })
  await payPeriods.approve({ ...sheet, minutes: 480 })
  expect(await told()).toBe(4)
  const due = [{ employmentId, amount: 16_000 }]
  await payments.pay({ workplaceId, day, payments: due, paidOn: '2026-04-01', method: 'CASH' })
  expect(await told()).toBe(5)
})

test('one event tells everybody whose hours are approved at once, and names nobody', async () => {
  world.clock.now = new Date('2026-04-02T09:00:00Z')
  const { owner, person, workplaceId, employmentId } = await cafe(world)
  const other = await world.user(['EMPLOYEE'], 'Olga Other')
  const second = await employ(world.db, { workplaceId, person: other, now: new Date('2026-01-01T00:00:00Z') })
  const day = '2026-03-10'
  const { lastEventId } = await world.api(owner).payPeriods.review({ workplaceId, day })
  for (const one of [
    { workplaceId, employmentId, person },
    { workplaceId, employmentId: second.id, person: other },
  ]) {
    await worked(world, one, [`${day}T08:00:00Z`, `${day}T16:00:00Z`])
    const own = { employmentId: one.employmentId, day, minutes: 480 }
    await world.api(one.person).payPeriods.signOff(own)
  }
  const since = (await world.api(owner).payPeriods.review({ workplaceId, day })).lastEventId
  const own = [person, other].map((who) => listenToFeeds(world.as(who), [{ kind: 'work' }], since))
  const place = listenToFeeds(world.as(owner), [{ kind: 'workplace', workplaceId }], since)
  expect(since).not.toBe(lastEventId)
  await world.api(owner).payPeriods.approveAll({ workplaceId, day })
  for (const stream of [...own, place]) {
    await stream.until(1)
    expect(stream.events).toEqual([{ type: 'hours.changed', workplaceId }])
    await stream.cut()
  }
})
