import { cafe, worked } from '@test/support/hours'
import { recordedStatements } from '@test/support/recorded-statements'
import { employ } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'

const world = testWorld()

test('the hours of everybody, and what is due, take the same few statements whatever their number', async () => {
  const place = await cafe(world)
  const { workplaceId, owner } = place
  const recorded = recordedStatements(world.url)
  const { payPeriods, payments } = world.api(owner, { db: recorded.db })
  const of = { workplaceId, day: '2026-03-02' }
  const asked = async () => [
    (await recorded.of(() => payPeriods.review(of))).length,
    (await recorded.of(() => payments.due(of))).length,
  ]
  await payPeriods.review(of)
  const forOne = await asked()
  for (let i = 0; i < 20; i++) {
    const person = await world.user(['EMPLOYEE'], `No. ${i}`)
    const { id: employmentId } = await employ(world.db, { workplaceId, person, now: world.clock.now })
    await worked(world, { workplaceId, employmentId, person }, [
      '2026-03-01T08:00:00Z',
      '2026-03-01T16:00:00Z',
    ])
  }
  expect(await asked()).toEqual(forOne)
  expect((await payPeriods.review(of)).people).toHaveLength(21)
  expect(Math.max(...forOne)).toBeLessThan(25)
  await recorded.close()
})
