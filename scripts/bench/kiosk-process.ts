import { availableParallelism } from 'node:os'
import { appRouter } from '../../src/server/api/app-router'
import { runCalibration } from '../../src/server/calibration/run'
import type { ServiceContext } from '../../src/server/context/context'
import type { FaceEngine } from '../../src/server/face/face-engine'
import { kioskGallery } from '../../src/server/kiosks/gallery'
import { createCallerFactory } from '../../src/server/trpc/procedure'
import { enrolCrowd } from '../../test/support/crowd'
import { makeClass, makeUser } from '../../test/support/factories'
import { portrait } from '../../test/support/sample-portraits'
import { withBenchServer } from './bench-server'
import { startClockface } from './clockface'
import { enrolPictures } from './enrol-pictures'
import { GALLERY, type KioskRounds } from './kiosk-limits'
import { cpuSince } from './timings'

const createCaller = createCallerFactory(appRouter)

/** A class of 300 with Anna among them, an open session and a kiosk. */
async function place(ctx: ServiceContext, engine: FaceEngine) {
  const now = ctx.clock()
  const teacher = await makeUser(ctx.db, { roles: ['TEACHER'], now })
  const anna = await makeUser(ctx.db, { roles: ['STUDENT'], now, name: 'Anna' })
  const [first, other] = await Promise.all([portrait('anna'), portrait('annaAgain')])
  await enrolPictures(ctx, engine, anna.id, [first, other, first])
  const { id: classId } = await makeClass(ctx.db, { teacher, students: [anna], now })
  const model = engine.recogniser
  await enrolCrowd(ctx, { model, people: GALLERY - 1, classId })
  await runCalibration(ctx, model)
  const api = createCaller({ ...ctx, actor: teacher })
  const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
  const { kioskId } = await api.kiosks.add({ placeId: classId, name: 'Front door' })
  const kiosk = {
    id: kioskId,
    placeId: classId,
    name: 'Front door',
    speaks: false,
    mode: 'ONE_AT_A_TIME' as const,
    locale: null,
  }
  const occasion = { kind: 'session' as const, placeId: classId, sessionId }
  return { occasion, model, atKiosk: createCaller({ ...ctx, kiosk }).kiosks }
}

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  into.push(performance.now() - start)
  return result
}

async function measure(ctx: ServiceContext, engine: FaceEngine, rounds: number): Promise<KioskRounds> {
  const { atKiosk, ...source } = await place(ctx, engine)
  const bare = await startClockface()
  const jpegs = await Promise.all([0.44, 0.46, 0.48].map((share) => portrait('anna', { share })))
  const form = () => {
    const made = new FormData()
    for (const jpeg of jpegs) made.append('frame', new Blob([new Uint8Array(jpeg)]))
    return made
  }
  const first: number[] = []
  const answer = await timed(first, () => atKiosk.stepUp(form()))
  if (answer.firstName !== 'Anna') throw new Error('The kiosk did not know Anna')
  const results: KioskRounds = {
    recogniser: engine.recogniser,
    workers: availableParallelism(),
    firstMs: first[0] ?? 0,
    stepUpMs: [],
    stepUpCpuMs: [],
    galleryMs: [],
    coldGalleryMs: [],
    bareMs: [],
    residentBytes: 0,
  }
  for (let round = 0; round < rounds; round++) {
    await ctx.db.attendance.deleteMany()
    const used = process.cpuUsage()
    const { kind } = await timed(results.stepUpMs, () => atKiosk.stepUp(form()))
    results.stepUpCpuMs.push(cpuSince(used))
    if (kind !== 'clocked_in') throw new Error(`The kiosk answered ${kind}`)
    await timed(results.galleryMs, () => kioskGallery(ctx, source))
    const { occasion, model } = source
    const another = { ...occasion, sessionId: `${round} ${occasion.sessionId}` }
    await timed(results.coldGalleryMs, () => kioskGallery(ctx, { occasion: another, model }))
    await kioskGallery(ctx, source)
    let sum = 0
    for (const jpeg of jpegs) {
      for (const [key, value] of Object.entries((await bare.time(jpeg)) ?? {}))
        if (key.startsWith('bare ')) sum += value
    }
    results.bareMs.push(sum)
  }
  results.residentBytes = process.memoryUsage().rss
  return results
}

process.send?.(await withBenchServer((ctx, engine) => measure(ctx, engine, Number(process.argv[2]))))
process.disconnect?.()
