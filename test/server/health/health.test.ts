import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@test/support/database'
import { writeRecogniser } from '@test/support/own-recogniser'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { faceEngine } from '@/server/face/face-engine'
import { lacking } from '@/server/health/readiness'
import { health, isReady } from '@/server/health/service'

const { url } = testDatabase()
const modelsDir = mkdtempSync(join(tmpdir(), 'clockface-models-'))
const pools: pg.Pool[] = []
afterAll(async () => {
  rmSync(modelsDir, { recursive: true })
  await Promise.all(pools.map((pool) => pool.end()))
})

function poolOf(connectionString: string) {
  const pool = new pg.Pool({ connectionString })
  pools.push(pool)
  return pool
}

const served = (pool: pg.Pool) => ({ pool, dataDir: modelsDir, modelsDir })

describe('health', () => {
  test('with a database and no models at all: well, and honest about faces', async () => {
    expect(await health(served(poolOf(url)))).toMatchObject({
      status: 'ok',
      database: 'ok',
      recogniser: null,
      pad: false,
    })
  })

  test.each([
    [['dlib-resnet.onnx'], 'dlib', false],
    [['dlib-resnet.onnx', 'retail-0095.onnx', 'minifasnet-v2.onnx'], 'retail-0095', true],
  ])('with %j it names the recogniser', async (files, recogniser, pad) => {
    for (const file of files) writeFileSync(join(modelsDir, file), '')
    expect(await health(served(poolOf(url)))).toMatchObject({ recogniser, pad })
  })

  test('with a recogniser of its own it names that one, and no other where its file is gone', async () => {
    const file = await writeRecogniser(modelsDir, 'mine')
    vi.stubEnv('RECOGNISER', file)
    const named = await health(served(poolOf(url)))
    expect(named.recogniser).toMatch(/^own:test-recogniser:[0-9a-f]{12}$/)
    rmSync(file)
    expect(await health(served(poolOf(url)))).toMatchObject({ recogniser: null })
    vi.unstubAllEnvs()
  })

  test('once the engine has been tried its word counts, not the files that are there', async () => {
    await expect(faceEngine({ workers: 1, modelsDir })).rejects.toThrow('blazeface.onnx')
    const failed = { status: 'ok', recogniser: null, pad: false }
    expect(await health(served(poolOf(url)))).toMatchObject(failed)
    const { recogniser, pad, close } = await faceEngine({ workers: 1 })
    rmSync(join(modelsDir, 'retail-0095.onnx'))
    expect(await health(served(poolOf(url)))).toMatchObject({ recogniser, pad })
    await close()
  })

  test('a database that refuses: down', async () => {
    const pool = poolOf('postgresql://clockface@127.0.0.1:1/none')
    expect(await health(served(pool))).toMatchObject({ status: 'down', database: 'down' })
  })

  test('a database that is silent: down, after two seconds', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    const sockets: { destroy(): void }[] = []
    silent.on('connection', (socket) => sockets.push(socket))
    await new Promise((resolve) => silent.once('listening', resolve))
    const address = silent.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const before = Date.now()
    const pool = poolOf(`postgresql://clockface@127.0.0.1:${port}/none`)
    expect(await health(served(pool))).toMatchObject({ status: 'down' })
    expect(Date.now() - before).toBeLessThan(3000)
    for (const socket of sockets) socket.destroy()
    silent.close()
  })
})

describe('readiness', () => {
  const models = join(modelsDir, 'all')
  const ready = (pool = poolOf(url)) => ({ pool, dataDir: modelsDir, modelsDir: models })
  beforeAll(() => {
    mkdirSync(models)
    for (const file of ['dlib-resnet.onnx', 'retail-0095.onnx', 'minifasnet-v2.onnx'])
      writeFileSync(join(models, file), '')
  })

  test('with all of it, requests should come here', async () => {
    expect(await lacking(ready())).toEqual([])
    expect(await isReady(ready())).toBe(true)
  })

  test('a database that answers and takes no writes is none', async () => {
    const options = encodeURIComponent('-c default_transaction_read_only=on')
    const pool = poolOf(`${url}?options=${options}`)
    expect((await pool.query('SELECT 1')).rowCount).toBe(1)
    expect(await lacking(ready(pool))).toEqual(['write'])
    expect(await health(ready(pool))).toMatchObject({ status: 'down', database: 'down' })
  })

  test('a migration that has not been applied', async () => {
    const migrationsDir = join(modelsDir, 'migrations')
    mkdirSync(join(migrationsDir, '20991231000000_to_come'), { recursive: true })
    expect(await lacking({ ...ready(), migrationsDir })).toEqual(['migrations'])
  })

  const full = join(modelsDir, 'full')
  mkdirSync(full)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'none', full]).status === 0
  afterAll(() => spawnSync('umount', [full]))

  test.skipIf(!mounted)('a disk that is all but full', async () => {
    const almost = { ...ready(), dataDir: full }
    expect(await lacking(almost)).toEqual(['space'])
    expect(await health(almost)).toMatchObject({ status: 'down', database: 'ok' })
  })
})
