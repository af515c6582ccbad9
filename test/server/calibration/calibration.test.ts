import { consentedTo, onlyWithdrawn } from '@test/support/consents'
import { between, direction, enrolVectors, strangers } from '@test/support/synthetic-people'
import { testWorld } from '@test/support/world'
import { Logger, runOnce } from 'graphile-worker'
import { describe, expect, test } from 'vitest'
import { IDENTIFICATION_NOTICE } from '@/domain/enrolment'
import { currentCalibration } from '@/server/calibration/current'
import { readKept } from '@/server/calibration/kept'
import { lookAlikePairs, lookAlikesOf } from '@/server/calibration/look-alikes'
import { runCalibration } from '@/server/calibration/run'
import { withdraw } from '@/server/enrolment/service'
import { tasks } from '@/server/process/tasks'

const world = testWorld()
const MODEL = 'retail-0095'
const current = () => currentCalibration(world.context(), MODEL)
const newest = () => world.db.calibration.findFirstOrThrow({ orderBy: { id: 'desc' } })

describe('the calibration in force', () => {
  test('of an empty site is what is known of the recogniser, and is kept so that checks can name it', async () => {
    const first = await current()
    expect(first.thresholds.withCode).toBeCloseTo(0.53)
    expect(first.identify(2, 1e-3)).toBeNull()
    expect(await current()).toMatchObject({ id: first.id })
    expect(await newest()).toMatchObject({ id: first.id, model: MODEL, people: 0, impostorPairs: 0 })
  })

  test('is read of versions that had another name for the limit with a code, and none for the most', async () => {
    await current()
    const { curves } = await newest()
    const kept = readKept(curves)
    const { withCode, most: _most, ...others } = kept.thresholds
    const old = readKept({ ...kept, thresholds: { ...others, verify: withCode } })
    expect(old).toEqual({ ...kept, thresholds: { ...others, withCode, most: 2 } })
  })

  test('is a new version when people have come, and the old ones stay', async () => {
    const before = await current()
    await strangers(world, 12)
    await runCalibration(world.context(), MODEL)
    const after = await current()
    expect(after.id).toBeGreaterThan(before.id)
    expect(await newest()).toMatchObject({ people: 12, photos: 24, impostorPairs: 66, genuinePairs: 24 })
    expect(await world.db.calibration.count()).toBe(2)
  })

  test('stays the same version while nothing changes', async () => {
    await strangers(world, 4)
    const { id } = await runCalibration(world.context(), MODEL)
    world.wait(24 * 60)
    expect(await runCalibration(world.context(), MODEL)).toMatchObject({ id })
  })

  test('is a new version where nothing but the photos has changed, and names the one that fits worst', async () => {
    const [anna] = await strangers(world, 4)
    if (!anna) throw new Error('nobody')
    const { id, verify } = await runCalibration(world.context(), MODEL)
    await world.db.enrolmentPhoto.deleteMany({ where: { userId: anna.id } })
    await onlyWithdrawn(world, anna.id)
    const photoIds = await enrolVectors(world, anna, [
      between(direction(0), direction(10_000), 0.9),
      between(direction(0), direction(10_001), 0.9),
    ])
    const next = await runCalibration(world.context(), MODEL)
    expect(next).toMatchObject({ people: 4, photos: 8, verify })
    expect(next.id).toBeGreaterThan(id)
    // Of each person the photo that fits worst.
    expect(photoIds.filter((photoId) => JSON.stringify(next.curves).includes(photoId))).toHaveLength(1)
  })

  test('follows the rates that the site wants', async () => {
    const usual = await current()
    const { settings } = world.context()
    const signIn = { member: 1e-7, outsider: 1e-6 }
    const strict = { ...settings, wantedRates: { ...settings.wantedRates, signIn } }
    const stricter = await currentCalibration({ ...world.context(), settings: strict }, MODEL)
    expect(stricter.thresholds.signIn).toBeGreaterThan(usual.thresholds.signIn)
    expect(await current()).toMatchObject({ id: usual.id })
  })

  test('says which score it is of, and passes over the versions that are of another', async () => {
    const { id, ...row } = await current().then(newest)
    expect(row.score).toBe('COHORT')
    const old = { basis: 'prior', highestStrangers: [], lowestGenuine: [] }
    await world.db.calibration.create({
      data: { ...row, score: 'COSINE', verify: 0.2, curves: old, wanted: {} },
    })
    expect(await current()).toMatchObject({ id })
  })

  test('of a version before is still rid of somebody who withdraws', async () => {
    const [anna] = await strangers(world, 3)
    if (!anna) throw new Error('nobody')
    const { id: _, ...row } = await current().then(newest)
    const pair = { aId: anna.id, bId: 'somebody', similarity: 0.5 }
    const old = { basis: 'site', duplicate: 0.8, highestStrangers: [pair], lowestGenuine: [] }
    await world.db.calibration.create({ data: { ...row, score: 'COSINE', curves: old, wanted: {} } })
    await withdraw(world.as(anna))
    expect((await newest()).curves).toEqual({ ...old, highestStrangers: [] })
  })

  test('of each recogniser is rid of somebody who withdraws, however many versions there are', async () => {
    const [anna] = await strangers(world, 3)
    if (!anna) throw new Error('nobody')
    const { id: _, ...row } = await current().then(newest)
    await world.db.calibration.deleteMany()
    const names = { highestStrangers: [], lowestGenuine: [{ userId: anna.id, photoId: 'one' }] }
    const version = (model: string, curves: object) => ({ ...row, model, wanted: {}, curves })
    const empty = { highestStrangers: [], lowestGenuine: [] }
    for (const model of ['dlib', MODEL])
      await world.db.calibration.createMany({ data: [empty, empty, names].map((one) => version(model, one)) })
    await withdraw(world.as(anna))
    const kept = await world.db.calibration.findMany({ select: { curves: true } })
    expect(kept).toEqual(Array(6).fill({ curves: empty }))
  })

  test('never mixes recognisers', async () => {
    await strangers(world, 4)
    await runCalibration(world.context(), 'dlib')
    expect(await newest()).toMatchObject({ model: 'dlib', people: 0 })
  })

  test('leaves out whoever agreed only to be compared with themselves', async () => {
    await strangers(world, 3)
    await consentedTo(world, IDENTIFICATION_NOTICE - 1)
    await strangers(world, 4, 10)
    expect(await runCalibration(world.context(), MODEL)).toMatchObject({ people: 4 })
  })

  test('leaves out whose face is off after too many misses, and disabled accounts', async () => {
    const [anna, berta] = await strangers(world, 6)
    await world.db.user.update({ where: { id: anna?.id ?? '' }, data: { faceOff: 'TOO_MANY_MISSES' } })
    await world.db.user.update({ where: { id: berta?.id ?? '' }, data: { disabledAt: world.clock.now } })
    const { people, curves } = await runCalibration(world.context(), MODEL)
    expect(people).toBe(4)
    for (const gone of [anna, berta]) expect(JSON.stringify(curves)).not.toContain(gone?.id)
  })

  test('is made by one job for a whole class that enrols', async () => {
    const [anna, berta] = await strangers(world, 2)
    if (!anna || !berta) throw new Error('nobody')
    const api = [world.api(anna), world.api(berta)]
    for (const one of api) await one.enrolment.deleteAllPhotos()
    await strangers(world, 3, 10)
    const waiting = await world.db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'calibrate'`
    expect(waiting[0]?.count).toBe(1n)
    await world.db
      .$executeRaw`SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) FROM graphile_worker.jobs`
    await runOnce({
      connectionString: world.url,
      taskList: tasks(() => ({ ...world.context(), recogniser: async () => MODEL })),
      logger: new Logger(() => () => {}),
      noHandleSignals: true,
    })
    expect(await newest()).toMatchObject({ model: MODEL, people: 3 })
  })
})

describe('look-alikes', () => {
  async function pair() {
    const others = await strangers(world, 5)
    const [anna, berta] = [await world.user(['STUDENT'], 'Anna'), await world.user(['STUDENT'], 'Berta')]
    const face = direction(500)
    await enrolVectors(world, anna, [face, between(face, direction(501), 0.97)])
    await enrolVectors(world, berta, [
      between(face, direction(502), 0.75),
      between(face, direction(503), 0.75),
    ])
    await runCalibration(world.context(), MODEL)
    return { anna, berta, others }
  }

  test('are found, for each of the two and among a class', async () => {
    const { anna, berta, others } = await pair()
    expect(await lookAlikesOf(world.context(), anna.id, MODEL)).toEqual([berta.id])
    expect(await lookAlikesOf(world.context(), berta.id, MODEL)).toEqual([anna.id])
    expect(await lookAlikesOf(world.context(), others[0]?.id ?? '', MODEL)).toEqual([])
    const [found] = await lookAlikePairs(world.context(), [anna.id, others[0]?.id ?? ''], MODEL)
    expect(found?.toSorted()).toEqual([anna.id, berta.id].sort())
  })

  test('are forgotten at once when one withdraws, and so is every score of theirs', async () => {
    const { anna } = await pair()
    expect(JSON.stringify((await newest()).curves)).toContain(anna.id)
    await withdraw(world.as(anna))
    expect(await world.db.lookAlike.count()).toBe(0)
    for (const { curves } of await world.db.calibration.findMany())
      expect(JSON.stringify(curves)).not.toContain(anna.id)
  })

  test('stay while the face of one is off: it could be taken for the other’s', async () => {
    const { anna, berta } = await pair()
    await world.db.user.update({ where: { id: anna.id }, data: { faceOff: 'TOO_MANY_MISSES' } })
    await runCalibration(world.context(), MODEL)
    expect(await lookAlikesOf(world.context(), berta.id, MODEL)).toEqual([anna.id])
  })

  test('stand in the newest version alone', async () => {
    await pair()
    await strangers(world, 3, 50)
    await runCalibration(world.context(), MODEL)
    const [old] = await world.db.calibration.findMany({ orderBy: { id: 'asc' } })
    expect(old?.curves).toMatchObject({ highestStrangers: [], lowestGenuine: [] })
  })
})
