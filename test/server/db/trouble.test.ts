import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { testWorld } from '@test/support/world'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { patientFetch } from '@/components/providers/patient-fetch'
import { appRouter } from '@/server/api/app-router'
import { databaseTrouble } from '@/server/db/errors'
import type { PrismaClient } from '@/server/db/generated/client'
import { prismaOn } from '@/server/db/prisma'
import { retryAfter } from '@/server/trpc/errors'

const world = testWorld()
const open: Array<() => Promise<unknown>> = []

afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionString: world.url, ...config })
  pool.on('error', () => undefined)
  open.push(() => pool.end())
  return pool
}

/** A client whose connections are all taken. */
async function fullClient(): Promise<PrismaClient> {
  const pool = poolOf({ max: 1, connectionTimeoutMillis: 1_500 })
  const held = await pool.connect()
  open.unshift(async () => held.release())
  return prismaOn(() => pool)
}

const troubleOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => databaseTrouble(error),
  )

const write = (db: PrismaClient) => db.$transaction((tx) => tx.$executeRaw`SELECT pg_sleep(0.5)`)

describe('what passes by itself is known as that', () => {
  test('no connection in time, for a query and for a transaction', async () => {
    const db = await fullClient()
    expect(await troubleOf(db.user.count())).toBe('no room')
    expect(await troubleOf(write(db))).toBe('no room')
  })

  test('a transaction that could not begin in time, and one that took too long', async () => {
    const pool = poolOf({ max: 1 })
    const db = prismaOn(() => pool)
    const slow = db.$transaction((tx) => tx.$executeRaw`SELECT pg_sleep(1)`)
    expect(await troubleOf(db.$transaction(async () => 1, { maxWait: 100 }))).toBe('no room')
    await slow
    const late = db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_sleep(0.3)`
        return tx.user.count()
      },
      { timeout: 100 },
    )
    expect(await troubleOf(late)).toBe('no room')
  })

  test('two that cannot both be', async () => {
    const student = await world.user(['STUDENT'])
    const rename = () =>
      world.db.$transaction(
        async (tx) => {
          await tx.user.findUniqueOrThrow({ where: { id: student.id } })
          await tx.$executeRaw`SELECT pg_sleep(0.2)`
          await tx.user.update({ where: { id: student.id }, data: { name: 'Anna' } })
        },
        { isolationLevel: 'Serializable' },
      )
    expect((await Promise.all([troubleOf(rename()), troubleOf(rename())])).sort()).toEqual([
      'no room',
      'none',
    ])
  })

  test('a database that is not there, or shuts the connection', async () => {
    const gone = poolOf({ connectionString: 'postgresql://nobody@127.0.0.1:9/nothing' })
    expect(await troubleOf(prismaOn(() => gone).user.count())).toBe('away')
    const pool = poolOf({ max: 2 })
    const db = prismaOn(() => pool)
    const cut = db.$transaction(
      (tx) => tx.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(1)`,
    )
    expect(await troubleOf(cut)).toBe('away')
  })

  test('nothing else is', async () => {
    expect(await troubleOf(world.db.$queryRaw`SELECT 1 / 0`)).toBeNull()
    const twice = { name: 'A', email: 'a@example.org', passwordHash: '', roles: ['STUDENT' as const] }
    await world.db.user.create({ data: { ...twice, createdAt: world.clock.now } })
    expect(
      await troubleOf(world.db.user.create({ data: { ...twice, createdAt: world.clock.now } })),
    ).toBeNull()
    expect(databaseTrouble('no error at all')).toBeNull()
  })
})

test('hundreds of transactions in one moment leave room to read', async () => {
  const many = Array.from({ length: 60 }, () =>
    world.db.$transaction((tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(1), pg_sleep(0.02)`),
  )
  const start = Date.now()
  await world.db.$queryRaw`SELECT 1`
  expect(Date.now() - start).toBeLessThan(500)
  await Promise.all(many)
})

test('over HTTP it is 503 with Retry-After, and the browser comes again by itself', async () => {
  const full = await fullClient()
  let asked = 0
  const server = createServer(async ({ url }, response) => {
    asked++
    const context = world.context(null, { device: 'a phone', ...(asked < 3 ? { db: full } : {}) })
    const answer = await fetchRequestHandler({
      endpoint: '',
      req: new Request(`http://localhost${url}`),
      router: appRouter,
      createContext: () => context,
      responseMeta: ({ errors }) => ({ headers: retryAfter(errors) }),
    })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(await answer.text())
  }).listen(0)
  open.push(async () => server.close())
  const { port } = server.address() as AddressInfo
  const url = `http://localhost:${port}/faceSignIn.offered?input=${encodeURIComponent(JSON.stringify({ json: { email: 'a@example.org' } }))}`
  const refused = await fetch(url)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
  expect((await refused.json()).error.json.data).toMatchObject({
    appCode: 'server.busy',
    params: { seconds: 2 },
  })
  expect((await patientFetch(url)).status).toBe(200)
  expect(asked).toBe(3)
})
