import { onlyWithdrawn } from '@test/support/consents'
import { enrolAs } from '@test/support/lesson'
import { testWorld } from '@test/support/world'
import { Logger, runOnce } from 'graphile-worker'
import { describe, expect, test } from 'vitest'
import type { Actor, ServiceContext } from '@/server/context/context'
import { queueRenewal, renewSlice } from '@/server/enrolment/renewal-job'
import type { FaceDescription } from '@/server/face/face-engine'
import { tasks } from '@/server/process/tasks'

const world = testWorld()
const MODEL = 'own:newer:0123456789ab'

/** The engine as if it had another recogniser: it counts what it reads, and finds faces where it is told to. */
async function newer(see: (read: number) => 'face' | 'nothing' | 'crash' = () => 'face') {
  const engine = await world.context().faceEngine()
  const reads = { count: 0 }
  const describeInBackground = async (picture: Uint8Array): Promise<FaceDescription | null> => {
    const what = see(reads.count++)
    if (what === 'crash') throw new Error('The worker ended')
    return what === 'face' ? engine.describe(picture) : null
  }
  const changed = { ...engine, recogniser: MODEL, describeInBackground } as const
  const changes: Partial<ServiceContext> = {
    faceEngine: async () => changed,
    recogniser: async () => MODEL,
  }
  return { reads, changes, ctx: world.context(null, changes) }
}

const made = () => world.db.template.count({ where: { model: MODEL } })
const waiting = () =>
  world.db.$queryRaw<{ task_identifier: string }[]>`
    SELECT task_identifier FROM graphile_worker.jobs
    WHERE attempts < max_attempts AND task_identifier IN ('renew_templates', 'calibrate') ORDER BY 1`
const tasksWaiting = async () => (await waiting()).map((row) => row.task_identifier)

/** Does what is queued, as the server does, until nothing is left that is due. */
const work = (ctx: ServiceContext) =>
  runOnce({
    connectionString: world.url,
    taskList: tasks(() => ctx),
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
  })

const renewalFor = async (changes: Partial<ServiceContext>) => {
  const admin = await world.user(['ADMIN'])
  return world.api(admin, changes).admin.renewal()
}

/** Anna with her two photos, and nothing left to do. */
async function enrolled(): Promise<Actor> {
  const anna = await world.user(['STUDENT'], 'Anna')
  await enrolAs(world, anna)
  await forgetJobs()
  return anna
}

const forgetJobs = () =>
  world.db
    .$queryRaw`SELECT id::text FROM graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))`

describe('another recogniser', () => {
  test('reads every kept photo anew, shows how far it is, and has the site calibrated', async () => {
    await enrolled()
    const { ctx, changes, reads } = await newer()
    await queueRenewal(ctx)
    expect(await renewalFor(changes)).toMatchObject({ total: 2, done: 0, running: true, toEnrolAgain: 0 })
    await work(ctx)
    expect([await made(), reads.count]).toEqual([2, 2])
    expect(await renewalFor(changes)).toMatchObject({ total: 2, done: 2, running: false })
    expect(await tasksWaiting()).toEqual(['calibrate'])
  })

  test('after a restart goes on where it was: no photo is read twice', async () => {
    await enrolled()
    const { ctx, changes, reads } = await newer()
    // No time but for one photo; then the process ends, and its place in the queue with it.
    await renewSlice(ctx, { after: undefined, made: 0 }, 0)
    expect(await made()).toBe(1)
    expect(await tasksWaiting()).toEqual(['renew_templates'])
    await forgetJobs()
    expect(await renewalFor(changes)).toMatchObject({ total: 2, done: 1, running: false })
    await queueRenewal(ctx)
    await work(ctx)
    expect([await made(), reads.count]).toEqual([2, 2])
  })

  test('that finds no face in a photo tries it once, and asks the person to enrol again', async () => {
    const anna = await enrolled()
    const { ctx, changes, reads } = await newer((read) => (read === 0 ? 'nothing' : 'face'))
    await queueRenewal(ctx)
    await work(ctx)
    await queueRenewal(ctx)
    await work(ctx)
    expect([await made(), reads.count]).toEqual([1, 2])
    expect(await renewalFor(changes)).toEqual({
      total: 2,
      done: 2,
      faceless: 1,
      running: false,
      toEnrolAgain: 1,
    })
    expect(await world.api(anna, changes).enrolment.status()).toMatchObject({
      enrolled: false,
      recogniserChanged: true,
    })
  })

  test('that fails on a photo goes on with the others, and tries that one at the next start', async () => {
    await enrolled()
    const { ctx, reads } = await newer((read) => (read === 0 ? 'crash' : 'face'))
    await queueRenewal(ctx)
    await work(ctx)
    expect([await made(), reads.count]).toEqual([1, 2])
    await queueRenewal(ctx)
    await work(ctx)
    expect([await made(), reads.count]).toEqual([2, 3])
  })
})

describe('nothing is read anew', () => {
  test.each<[string, (anna: Actor) => Promise<unknown>]>([
    ['of somebody who has withdrawn', (anna) => onlyWithdrawn(world, anna.id)],
    [
      'of somebody whose face is switched off',
      (anna) => world.db.user.update({ where: { id: anna.id }, data: { faceOff: 'TOO_MANY_MISSES' } }),
    ],
    ['where no photos are kept', () => world.db.enrolmentPhoto.updateMany({ data: { image: null } })],
  ])('%s', async (_, happen) => {
    const anna = await enrolled()
    await happen(anna)
    const { ctx, reads } = await newer()
    await queueRenewal(ctx)
    expect(await tasksWaiting()).toEqual([])
    await renewSlice(ctx, { after: undefined, made: 0 })
    expect([await made(), reads.count]).toEqual([0, 0])
  })

  test('of somebody who withdraws while the photo is read', async () => {
    const anna = await enrolled()
    const engine = await world.context().faceEngine()
    const { changes } = await newer()
    const ctx = world.context(null, {
      ...changes,
      faceEngine: async () => ({
        ...engine,
        recogniser: MODEL,
        describeInBackground: async (picture) => {
          const seen = await engine.describe(picture)
          await world.api(anna).enrolment.withdraw()
          return seen
        },
      }),
    })
    await renewSlice(ctx, { after: undefined, made: 0 })
    expect([await world.db.template.count(), await world.db.enrolmentPhoto.count()]).toEqual([0, 0])
  })

  test('where the recogniser is the one that saw the photos', async () => {
    await enrolled()
    await queueRenewal(world.context())
    expect(await tasksWaiting()).toEqual([])
  })
})

test('people whose photos are not kept are counted as those who enrol again', async () => {
  await enrolled()
  await world.db.enrolmentPhoto.updateMany({ data: { image: null } })
  const { changes } = await newer()
  expect(await renewalFor(changes)).toMatchObject({ total: 0, done: 0, toEnrolAgain: 1 })
})
