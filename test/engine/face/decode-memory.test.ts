import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFaceEngine, type FaceEngine, spawnFaceWorker } from '@/server/face/face-engine'
import { portrait } from '../../support/sample-portraits'
import { outcomeOf } from './outcome'

const WORKERS = 4
let folder: string
let engine: FaceEngine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clockface-costly-'))
  await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    'test/engine/face/costly-pictures.ts',
    folder,
  ])
  engine = await createFaceEngine({ workers: WORKERS, waitMs: 60_000, timeoutMs: 60_000 })
  const face = await portrait('anna')
  await engine.readBurst(Array.from({ length: 2 * WORKERS }, () => face))
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

/** What was answered, and the most that the process grew by meanwhile, in megabytes. */
async function reading(files: string[]) {
  const pictures = await Promise.all(files.map((file) => readFile(join(folder, file))))
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 2)
  const outcomes = await Promise.all(pictures.map((picture) => outcomeOf(engine, picture)))
  clearInterval(watch)
  return { outcomes, grown: (Math.max(most, process.memoryUsage.rss()) - before) / 1e6 }
}

describe('a small file that would take much memory is refused by its header', () => {
  it.each([
    'flat-40.avif',
    'flat-12.avif',
    'interlaced-16-bit-40.png',
    'progressive-444-40.jpg',
    'wide-16-bit-40.png',
    'lossless-40.webp',
    'flat-40.gif',
  ])('%s', async (file) => {
    const { outcomes, grown } = await reading([file])
    expect(outcomes).toEqual(['picture.too_many_pixels'])
    expect(grown).toBeLessThan(30)
  })
})

describe('what telephones and programs make is read, and takes less than 200 MB', () => {
  it.each([
    'sequential-40.jpg',
    'sequential-40.png',
    'lossy-40.webp',
    'progressive-12.jpg',
    'progressive-444-12.jpg',
    'interlaced-12.png',
    '16-bit-12.png',
    'lossless-12.webp',
    'flat-6.avif',
  ])('%s', async (file) => {
    const { outcomes, grown } = await reading([file])
    expect(outcomes).toEqual(['face.none'])
    expect(grown).toBeLessThan(200)
  })
})

it('several costly pictures at once take turns, so that they take less than all together', async () => {
  const files = ['flat-6.avif', 'progressive-444-12.jpg', 'interlaced-12.png', 'flat-6.avif']
  const { outcomes, grown } = await reading([...files, ...files, ...files])
  expect(outcomes).toEqual(Array(12).fill('face.none'))
  // Without turns it would be up to 480; each thread keeps some of what it has freed.
  expect(grown).toBeLessThan(300)
})

it('workers that are ended at their turn or waiting for it leave the turn to those that follow', async () => {
  const costly = await readFile(join(folder, 'flat-6.avif'))
  const threads: Worker[] = []
  const spawn = () => {
    const thread = spawnFaceWorker()
    threads.push(thread)
    return thread
  }
  const killed = await createFaceEngine({ workers: 2, spawn, waitMs: 60_000, timeoutMs: 60_000 })
  const outcomes = [1, 2].map(() => outcomeOf(killed, costly))
  await sleep(60)
  await Promise.all(threads.splice(0).map((thread) => thread.terminate()))
  expect(await Promise.all(outcomes)).toEqual(['face.failed', 'face.failed'])
  await expect.poll(() => threads.length).toBe(2)
  expect(await outcomeOf(killed, costly)).toBe('face.none')
  await killed.close()
})
