import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { testWorld } from '@test/support/world'
import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { appRouter } from '@/server/api/app-router'
import { programContext } from '@/server/api/program-context'
import { isDatabaseAway } from '@/server/db/away'
import { PrismaClient } from '@/server/db/generated/client'
import { restHandler } from '@/server/rest/handler'
import { createCallerFactory } from '@/server/trpc/procedure'

const world = testWorld()
const pools: pg.Pool[] = []

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await Promise.all(pools.splice(0).map((pool) => pool.end()))
})

function clientOf(settings: pg.PoolConfig) {
  const pool = new pg.Pool(settings)
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  pools.push(pool)
  return new PrismaClient({ adapter: new PrismaPg(pool) })
}

/** Nothing listens there. */
const nowhere = () => clientOf({ connectionString: 'postgresql://nobody:x@127.0.0.1:1/none' })

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

describe('a database is away', () => {
  test('where nothing listens', async () => {
    const db = nowhere()
    expect(isDatabaseAway(await errorOf(db.user.count()))).toBe(true)
    expect(isDatabaseAway(await errorOf(db.$queryRaw`SELECT 1`))).toBe(true)
    expect(isDatabaseAway(await errorOf(db.$transaction((tx) => tx.user.count())))).toBe(true)
  })

  test('where it cuts a connection off in the midst of a question', async () => {
    const db = clientOf({ connectionString: world.url, application_name: 'cut-off' })
    const asked = errorOf(db.$queryRaw`SELECT pg_sleep(20)::text`)
    const cutOff = () => world.db.$queryRaw<unknown[]>`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'cut-off' AND state = 'active'`
    await expect.poll(async () => (await cutOff()).length).toBeGreaterThan(0)
    expect(isDatabaseAway(await asked)).toBe(true)
  })

  test('where every connection is taken for too long', async () => {
    const db = clientOf({ connectionString: world.url, max: 1, connectionTimeoutMillis: 100 })
    const long = errorOf(db.$queryRaw`SELECT pg_sleep(0.6)::text`)
    expect(isDatabaseAway(await errorOf(db.user.count()))).toBe(true)
    await long
  })

  test('but not where it refuses what was asked', async () => {
    expect(isDatabaseAway(await errorOf(world.db.$queryRaw`SELECT 1 / 0`))).toBe(false)
    const who = { where: { id: randomUUID() } }
    expect(isDatabaseAway(await errorOf(world.db.user.findUniqueOrThrow(who)))).toBe(false)
    expect(isDatabaseAway(new Error('something else'))).toBe(false)
  })
})

describe('what is asked while it is away', () => {
  const listen = () => {
    const lines: string[] = []
    vi.stubEnv('LOG_LEVEL', 'info')
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
      lines.push(String(line))
      return true
    })
    return lines
  }

  test('is answered 503 with when to come again, and logged once with its code', async () => {
    const services = { ...world.context(), db: nowhere() }
    const ask = restHandler({
      router: appRouter,
      services: () => services,
      contextOf: ({ headers }) => programContext(services, headers),
    })
    const lines = listen()
    const token = `cf_pat_${'a'.repeat(43)}`
    const asked: Record<string, string>[] = [{ authorization: `Bearer ${token}` }, {}]
    for (const headers of asked) {
      lines.length = 0
      const response = await ask(new Request('http://clockface.test/api/v1/classes', { headers }))
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
      expect(await response.json()).toMatchObject({ code: 'server.busy' })
      expect(lines).toHaveLength(1)
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', code: 'server.busy' })
    }
  })

  test('of a procedure is told the same', async () => {
    const person = await world.user(['STUDENT'])
    const caller = createCallerFactory(appRouter)({ ...world.context(person), db: nowhere() })
    const lines = listen()
    const error = await errorOf(caller.attendance.today())
    expect(error).toMatchObject({ code: 'SERVICE_UNAVAILABLE', cause: { code: 'server.busy' } })
    expect(lines).toHaveLength(1)
  })
})
