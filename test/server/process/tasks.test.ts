import { keep, someChange } from '@test/support/ledger'
import { sealedBytes } from '@test/support/sealed'
import { testWorld } from '@test/support/world'
import { Logger, parseCrontab, runOnce } from 'graphile-worker'
import { expect, test } from 'vitest'
import { verifyLedger } from '@/server/ledger/verify'
import { failingDiscreetly } from '@/server/process/failing'
import { crontab, tasks } from '@/server/process/tasks'

const world = testWorld()

test('every line of the crontab names a task there is', () => {
  const known = Object.keys(tasks(() => world.context()))
  for (const { task } of parseCrontab(crontab)) expect(known).toContain(task)
})

test('the worker erases evidence once the clock is past its days', async () => {
  const teacher = await world.user(['TEACHER'])
  const student = await world.user(['STUDENT'])
  const { id: classId } = await world.api(teacher).classes.create({
    name: 'Physics',
    timeZone: 'Asia/Kathmandu',
    lateAfterMinutes: 10,
  })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  await world.db.consent.create({
    data: { userId: student.id, noticeVersion: 4, givenAt: world.clock.now },
  })
  await world.db.faceCheck.create({
    data: {
      userId: student.id,
      placeId: classId,
      sessionId,
      purpose: 'CLOCK_IN',
      outcome: 'MATCHED',
      model: 'retail-0095',
      threshold: 0.5,
      at: world.clock.now,
      evidence: { create: { image: sealedBytes(), createdAt: world.clock.now } },
    },
  })
  const work = async () => {
    await world.db.$executeRaw`SELECT graphile_worker.add_job('purge_evidence')`
    await runOnce({
      connectionString: world.url,
      taskList: tasks(() => world.context()),
      logger: new Logger(() => () => {}),
      noHandleSignals: true,
    })
    return world.db.evidence.count()
  }
  world.wait(29 * 24 * 60)
  expect(await work()).toBe(1)
  world.wait(24 * 60)
  expect(await work()).toBe(0)
})

test('the worker seals what was changed, and notes the block outside the database', async () => {
  await keep(world, [someChange()])
  await world.db.$executeRaw`SELECT graphile_worker.add_job('seal_ledger')`
  await runOnce({
    connectionString: world.url,
    taskList: tasks(() => world.context()),
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
  })
  expect(await verifyLedger(world.context())).toMatchObject({
    ...{ rows: 1, unsealed: 0, noted: { block: 1 }, fault: null },
  })
})

test('a task that fails leaves nothing of its data in the queue and in the log', async () => {
  const lines: string[] = []
  const wrong = {
    purpose: 'CLOCK_IN',
    outcome: 'MATCHED',
    model: 'retail-0095',
    threshold: 0.531234,
  } as const
  await world.db.$executeRaw`SELECT graphile_worker.add_job('fail')`
  await runOnce({
    connectionString: world.url,
    taskList: failingDiscreetly({
      async fail() {
        await world.db.faceCheck.create({ data: { ...wrong, at: new Date(Number.NaN) } })
      },
    }),
    logger: new Logger(() => (_level, message) => lines.push(message)),
    noHandleSignals: true,
  })
  const jobs = await world.db.$queryRaw<{ last_error: string }[]>`
    SELECT last_error FROM graphile_worker._private_jobs WHERE last_error IS NOT NULL`
  const said = [...lines, ...jobs.map(({ last_error }) => last_error)]
  expect(said.filter((text) => text.includes('argument `at`'))).toHaveLength(2)
  expect(said.join()).not.toContain('0.531')
})
