import { setTimeout as pause } from 'node:timers/promises'
import { cuttableLine } from '@test/support/cut-line'
import { tamper } from '@test/support/ledger'
import { listenTo } from '@test/support/listen'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import type { Topic } from '@/domain/live'
import type { LiveBus } from '@/server/live/bus'
import { createLiveBus, liveConnectionName } from '@/server/live/bus'
import { transact } from '@/server/live/publish'
import { eventStream } from '@/server/live/stream'

const world = testWorld()
const topic: Topic = 'session:any'

const publishOne = () =>
  transact(world.context(), async ({ publish }) => publish([topic], { type: 'roster.changed' }))

async function stream(live: LiveBus) {
  const ctx = world.as(await world.user(['TEACHER']), { live })
  const parts = async () => [{ key: 'any', topics: [topic], after: 0n }]
  return listenTo((signal) => eventStream(ctx, { parts, signal }))
}

/** The database at the end of a line that the test can cut. */
async function line() {
  const direct = new URL(world.url)
  const cuttable = await cuttableLine(Number(direct.port))
  const { hostname, port } = new URL(cuttable.url)
  return { cuttable, url: Object.assign(direct, { hostname, port }).href }
}

test('a connection that hangs half open is noticed and made again', async () => {
  const { cuttable, url } = await line()
  const bus = createLiveBus(url, { heartbeatMs: 300, answerMs: 200 })
  const open = await stream(bus)
  await publishOne()
  await open.until(1)
  cuttable.freeze()
  await publishOne()
  await publishOne()
  await open.until(3)
  await open.cut()
  await bus.close()
  await cuttable.close()
})

test('what was published while the line was cut arrives afterwards, in order, also from 9 to 10', async () => {
  const { cuttable, url } = await line()
  const bus = createLiveBus(url)
  const open = await stream(bus)
  await publishOne()
  await open.until(1)
  cuttable.cut()
  for (let id = 2; id <= 12; id++) await publishOne()
  cuttable.mend()
  await open.until(12)
  expect(open.ids).toEqual(Array.from({ length: 12 }, (_, index) => String(index + 1)))
  await open.cut()
  await bus.close()
  await cuttable.close()
})

test('a stream whose reader goes away gives up while the database cannot be reached', async () => {
  const { cuttable, url } = await line()
  cuttable.cut()
  const bus = createLiveBus(url)
  const open = await stream(bus)
  await pause(100)
  await open.cut()
  expect(open.events).toEqual([])
  await bus.close()
  await cuttable.close()
})

test('a connection that could not be used is not left open', async () => {
  const bus = createLiveBus(world.url)
  await tamper(world.ownerUrl, 'ALTER TABLE "Event" RENAME TO "Elsewhere"')
  const { heard, stop } = bus.subscribe([topic], () => undefined)
  await pause(1_300)
  await tamper(world.ownerUrl, 'ALTER TABLE "Elsewhere" RENAME TO "Event"')
  await heard
  const open = await world.db.$queryRaw`
    SELECT pid FROM pg_stat_activity
    WHERE application_name = ${liveConnectionName} AND datname = current_database()`
  expect(open).toHaveLength(1)
  stop()
  await bus.close()
})
