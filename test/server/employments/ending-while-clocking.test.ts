import { refusal } from '@test/support/errors'
import { untilSomebodyWaits } from '@test/support/waiting'
import { cafe } from '@test/support/work-world'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { lockHours } from '@/server/time-entries/entry'

const world = testWorld()
const endedOn = '2026-03-02'

/** Both at once, begun in this order while somebody else holds the hours of whom it is about. */
async function race(first: 'in' | 'end') {
  const { clock, staff, ben, job } = await cafe(world)
  const end = () => staff.employments.end({ employmentId: job.id, endedOn })
  const begin = first === 'in' ? [() => clock('in'), end] : [end, () => clock('in')]
  const outcomes: Promise<unknown>[] = []
  await world.db.$transaction(
    async (tx) => {
      await lockHours(tx, ben.id)
      for (const one of begin) {
        outcomes.push(
          one().then(
            () => 'done',
            () => 'refused',
          ),
        )
        await untilSomebodyWaits(world.db, outcomes.length)
      }
      expect(await world.db.timeEntry.count()).toBe(0)
      expect(await world.db.employment.count({ where: { endedOn: { not: null } } })).toBe(0)
    },
    { timeout: 30_000 },
  )
  return { clock, outcomes: await Promise.all(outcomes) }
}

test('who clocks in just before their employment ends is clocked out by its end', async () => {
  const { clock, outcomes } = await race('in')
  expect(outcomes).toEqual(['done', 'done'])
  const entries = await world.db.timeEntry.findMany()
  expect(entries.map(({ endedAt }) => endedAt !== null)).toEqual([true])
  expect(await refusal(clock('in'))).toBe('request.not_found')
})

test('who clocks in just after it has ended is refused, and nothing stays open', async () => {
  const { outcomes } = await race('end')
  expect(outcomes).toEqual(['done', 'refused'])
  expect(await world.db.timeEntry.count()).toBe(0)
})
