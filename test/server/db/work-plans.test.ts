import { recordedPlans } from '@test/support/recorded-plans'
import { testWorld } from '@test/support/world'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { seedHistory, seedWaiting } from '../../../scripts/bench/work/history'
import { workQueries } from '../../../scripts/bench/work/queries'
import { inBulk, NOW, PERIODS, seedTeam } from '../../../scripts/bench/work/seed'
import { verifySeeded } from '../../../scripts/bench/work/verify'

const world = testWorld()

/** Tables that grow with every day of work: none is ever read from end to end. */
const growing = /^(TimeEntry|Break|PaymentLine|PaidStretch|Change): /
const YEAR = '2025-11-03'

async function seeded(people: number) {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  onTestFinished(() => client.end())
  const team = await seedTeam(client, { people, from: YEAR })
  await inBulk(client, async () => {
    await seedHistory(client, team, { from: YEAR, to: '2026-11-27', lastPeriod: PERIODS.last })
    await seedWaiting(client, team)
  })
  return { client, team }
}

test('what is asked most goes by indexes, however many days have been worked', async () => {
  const { client, team } = await seeded(40)
  await verifySeeded(client)
  await client.query(`SET session_replication_role = 'replica'`)
  const recorded = recordedPlans(world.url)
  onTestFinished(() => recorded.close())
  world.clock.now = NOW
  const accounts = await world.db.user.findMany()
  const ctx = (userId: string) => {
    const actor = accounts.find(({ id }) => id === userId)
    if (!actor) throw new Error('There is no such person')
    return { ...world.context(actor), db: recorded.db, actor }
  }
  const asked = { ...team, client, ctx }
  for (const { name, prepare, ask } of workQueries) {
    await prepare?.(asked)
    const walks = await recorded.walksOf(() => ask(asked))
    expect(
      walks.filter((walk) => growing.test(walk)),
      name,
    ).toEqual([])
  }
}, 120_000)

test('seeded rows that the database would have refused are found', async () => {
  const { client } = await seeded(2)
  await inBulk(client, async () => {
    await client.query(`UPDATE "Break" SET "timeEntryId" = uuidv7()`)
  })
  await expect(verifySeeded(client)).rejects.toThrow('Break_timeEntryId_fkey')
})
