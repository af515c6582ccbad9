import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { ActorContext } from '../../../src/server/context/context'
import { clientOf } from '../../../src/server/db/client-of'
import { createLiveBus } from '../../../src/server/live/bus'
import { migrate } from '../../database/migrations'
import { ensureDatabase, type Postgres, startPostgres } from '../../setup/postgres'
import { benchContext } from '../bench-server'
import { seedHistory, seedWaiting } from './history'
import { inBulk, NOW, PEOPLE, PERIODS, type SeededTeam, seedTeam } from './seed'
import { verifySeeded } from './verify'

/** A workplace with its history: what the employer asks is asked as the employer, and so on. */
export interface WorkWorld extends SeededTeam {
  ctx: (userId: string) => ActorContext
  /** Goes past triggers, to undo what was measured. */
  client: pg.Client
}

const ended = { from: PERIODS.longest, to: '2023-11-19', lastPeriod: '2023-11-06' }
const lately = { from: PERIODS.first, to: '2026-11-27', lastPeriod: PERIODS.last }

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Three years of 500 people in one database, six in another; says how long each took. */
async function seed(postgres: Postgres, progress: (line: string) => void): Promise<void> {
  await ensureDatabase(postgres, 'now')
  const url = postgres.url('now')
  await migrate(url)
  await runMigrations({ connectionString: url })
  await connected(url, async (client) => {
    await inBulk(client, async () => {
      const team = await seedTeam(client, { people: PEOPLE, from: PERIODS.longest })
      await seedHistory(client, team, lately)
      await seedWaiting(client, team)
    })
    progress('three years are there')
    await verifySeeded(client)
    progress('three years are verified')
  })
  await connected(postgres.url('postgres'), (client) => client.query('CREATE DATABASE twice TEMPLATE now'))
  await connected(postgres.url('twice'), async (client) => {
    await inBulk(client, async () => seedHistory(client, await teamOf(client), ended))
    await verifySeeded(client)
    progress('twice the history is there and verified')
  })
}

async function teamOf(client: pg.Client): Promise<SeededTeam> {
  const { rows } = await client.query<SeededTeam>(
    `SELECT "placeId" AS "workplaceId", "userId" AS "employerId" FROM "Leader"`,
  )
  const [team] = rows
  if (!team) throw new Error('Nothing is seeded')
  return team
}

async function isSeeded(postgres: Postgres): Promise<boolean> {
  const there = await connected(postgres.url('postgres'), (client) =>
    client.query(`SELECT FROM pg_database WHERE datname = 'twice'`),
  )
  return there.rowCount === 1
}

async function openWorld(url: string, dir: string) {
  // What was kept may be from an earlier version.
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`SET session_replication_role = 'replica'`)
  const team = await teamOf(client)
  const pool = new pg.Pool({ connectionString: url })
  pool.on('error', () => undefined)
  const db = clientOf(pool)
  const live = createLiveBus(url)
  const people = await db.user.findMany()
  const ctx = (userId: string): ActorContext => {
    const actor = people.find(({ id }) => id === userId)
    if (!actor) throw new Error('There is no such person')
    return { ...benchContext({ db, live, dir, clock: () => NOW }), actor }
  }
  const close = async () => {
    await live.close()
    await db.$disconnect()
    await pool.end()
    await client.end()
  }
  return { world: { ...team, ctx, client } satisfies WorkWorld, close }
}

interface Where {
  /** A folder in which the databases stay; without one they go at the end. */
  keep: string | undefined
  progress: (line: string) => void
}

/** Does work with a workplace of 500 people and three years, and with one of six. */
export async function withWork<Result>(
  { keep, progress }: Where,
  work: (now: WorkWorld, twice: WorkWorld) => Promise<Result>,
): Promise<Result> {
  const dir = keep ? resolve(keep) : await mkdtemp(join(tmpdir(), 'clockface-bench-'))
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), password: 'throwaway', throwaway: true })
  try {
    if (!(await isSeeded(postgres))) await seed(postgres, progress)
    const now = await openWorld(postgres.url('now'), dir)
    const twice = await openWorld(postgres.url('twice'), dir)
    const result = await work(now.world, twice.world)
    await now.close()
    await twice.close()
    return result
  } finally {
    await postgres.stop()
    if (!keep) await rm(dir, { recursive: true, force: true })
  }
}
