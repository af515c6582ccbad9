import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { AppError } from '@/domain/errors'
import { readVariables } from '@/server/env'
import {
  configuredRecogniser,
  createFaceEngine,
  type FaceEngine,
  type FaceEngineOptions,
  faceEngine,
  spawnFaceWorker,
} from '@/server/face/face-engine'
import { portrait } from '../../support/sample-portraits'
import { outcomeOf } from './outcome'

let picture: Buffer
let empty: Buffer
beforeAll(async () => {
  empty = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  picture = await portrait('anna')
})

const open: FaceEngine[] = []
afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close()
})

/** An engine whose threads can be reached, so that they can be killed. */
/** A worker takes seconds to start, on a machine with more to do many. */
const patient = { waitMs: 60_000, timeoutMs: 60_000 }

async function start(options: FaceEngineOptions) {
  const threads: Worker[] = []
  const spawn = () => {
    const thread = spawnFaceWorker()
    threads.push(thread)
    return thread
  }
  const engine = await createFaceEngine({ ...patient, ...options, spawn })
  open.push(engine)
  return { engine, threads }
}

it('one picture more than may wait is told to try again, and the others are still answered', async () => {
  const { engine } = await start({ workers: 1, queueLimit: 2 })
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => outcomeOf(engine, picture)))
  expect(outcomes).toEqual(['ok', 'ok', 'ok', 'face.busy'])
  expect(await outcomeOf(engine, picture)).toBe('ok')
})

const burstOutcome = (engine: FaceEngine, pictures: Uint8Array[]) =>
  engine.readBurst(pictures).then(
    (results) => results.map((result) => (result.ok ? 'ok' : result.problem)).join(' '),
    (error) => (error instanceof AppError ? error.code : String(error)),
  )

it('a burst is answered in its order, its pictures worked on side by side', async () => {
  const { engine } = await start({ workers: 2 })
  expect(await burstOutcome(engine, [picture, empty, picture])).toBe('ok face.none ok')
  expect(await engine.readBurst([])).toEqual([])
})

it('a burst is taken whole or not at all', async () => {
  const { engine } = await start({ workers: 1, queueLimit: 3 })
  const burst = () => burstOutcome(engine, [picture, picture, picture])
  // One is begun and two wait, so that there is room for one more, but not for three.
  const outcomes = await Promise.all([burst(), burst(), outcomeOf(engine, picture)])
  expect(outcomes).toEqual(['ok ok ok', 'face.busy', 'ok'])
})

it('a burst with a picture that cannot be read is answered with that, and the next one as ever', async () => {
  const { engine } = await start({ workers: 1, queueLimit: 3 })
  const burst = burstOutcome(engine, [Buffer.from('no picture'), picture, picture])
  expect(await burst).toBe('picture.unreadable')
  // The two that waited were dropped with it, so that the queue has room again.
  expect(await burstOutcome(engine, [picture, picture, picture, picture])).toBe('ok ok ok ok')
})

it('who waits too long is told to try again, and an answer comes in time or not at all', async () => {
  const { engine } = await start({ workers: 1, waitMs: 1 })
  const burst = burstOutcome(engine, [picture, picture, picture])
  expect(await outcomeOf(engine, picture)).toBe('face.busy')
  // The wait is over once the first picture is begun.
  expect(await burst).toBe('ok ok ok')
  const hurried = (await start({ workers: 1, timeoutMs: 10 })).engine
  const before = performance.now()
  expect(await burstOutcome(hurried, [picture, picture, picture])).toBe('face.failed')
  expect(performance.now() - before).toBeLessThan(1000)
})

it('a worker that dies fails its own picture only, and is replaced', async () => {
  const { engine, threads } = await start({ workers: 1 })
  const first = outcomeOf(engine, picture)
  const second = outcomeOf(engine, picture)
  await threads[0]?.terminate()
  expect(await first).toBe('face.failed')
  expect(await second).toBe('ok')
  expect(threads).toHaveLength(2)
})

it('a worker that dies while idle is replaced before the next picture', async () => {
  const { engine, threads } = await start({ workers: 1 })
  await threads[0]?.terminate()
  expect(await outcomeOf(engine, picture)).toBe('ok')
})

it('a worker that takes too long is ended and its picture fails', async () => {
  const { engine, threads } = await start({ workers: 1, timeoutMs: 1 })
  expect(await outcomeOf(engine, picture)).toMatch(/^face\.(failed|busy)$/)
  await expect.poll(() => threads.length, { timeout: 20_000 }).toBeGreaterThan(1)
})

it('a closed engine answers what still waits, and nothing more', async () => {
  const { engine } = await start({ workers: 1 })
  const waiting = [1, 2, 3].map(() => outcomeOf(engine, picture))
  await engine.close()
  expect(await Promise.all(waiting)).toEqual(['face.failed', 'face.failed', 'face.failed'])
  expect(await outcomeOf(engine, picture)).toBe('face.failed')
})

/** How late the event loop was at the 99th percentile while something went on, in milliseconds. */
async function lateness(meanwhile: Promise<unknown>): Promise<number> {
  const RESOLUTION = 5
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
  delay.enable()
  await meanwhile
  delay.disable()
  return delay.percentile(99) / 1e6 - RESOLUTION
}

// Whatever else runs on these cores makes timers late, engine or not: that much is taken off.
it('the event loop stays free while every core recognises', { retry: 2 }, async () => {
  const { engine } = await start({})
  await outcomeOf(engine, picture)
  const idle = await lateness(sleep(1000))
  const busy = await lateness(Promise.all(Array.from({ length: 60 }, () => outcomeOf(engine, picture))))
  expect(busy - Math.max(0, idle)).toBeLessThan(50)
})

it('a missing model stops the start and names the file', async () => {
  const nowhere = join(tmpdir(), 'clockface-no-models')
  await expect(createFaceEngine({ workers: 1, modelsDir: nowhere })).rejects.toThrow('blazeface.onnx')
  expect(await configuredRecogniser(nowhere)).toBeNull()
})

it('a model with another hash is never loaded', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'clockface-models-'))
  await cp(readVariables().MODELS_DIR, dir, { recursive: true })
  await writeFile(join(dir, 'facemesh.onnx'), 'not the model')
  await expect(createFaceEngine({ workers: 1, modelsDir: dir })).rejects.toThrow('facemesh.onnx')
  await rm(dir, { recursive: true })
})

it('a process has one engine, however often it is asked for', async () => {
  const before = await configuredRecogniser()
  const [a, b] = await Promise.all([faceEngine(), faceEngine()])
  open.push(a)
  expect(a).toBe(b)
  expect([before, await configuredRecogniser()]).toEqual([a.recogniser, a.recogniser])
})
