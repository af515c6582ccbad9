import 'server-only'
import { createHash } from 'node:crypto'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { type LimitName, limits } from './names'

/** A thing that is counted, by whom or where. */
export interface Counter {
  name: LimitName
  key: string
}

/** Where a counter stands. */
export interface Tally extends Counter {
  limit: number
  windowSeconds: number
  /** What was counted before this try. */
  before: number
  /** With this try, where it was counted. */
  points: number
  /** Until the window is over. */
  resetSeconds: number
}

interface Row {
  key: string
  points: number
  left: number
}

/** An address stands nowhere but in its account: what it was counted for outlasts that, and somebody else's next try. */
const nameless = (key: string) => (key.includes('@') ? createHash('sha256').update(key).digest('hex') : key)

const rowKey = ({ name, key }: Counter) => `${name}:${nameless(key).slice(0, 200)}`

function tallies(counters: readonly Counter[], rows: readonly Row[], counted: 0 | 1): Tally[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return counters.map((counter) => {
    const { points: limit, seconds: windowSeconds } = limits[counter.name]
    const { points = 0, left = windowSeconds } = byKey.get(rowKey(counter)) ?? {}
    const resetSeconds = Math.min(windowSeconds, Math.max(1, Math.ceil(left)))
    return { ...counter, limit, windowSeconds, points, before: points - counted, resetSeconds }
  })
}

/** Counts one more for each, in one statement, which for all processes comes before or after any other's. */
export async function countAll(db: PrismaClient, counters: readonly Counter[]): Promise<Tally[]> {
  const windows = counters.map(({ name }) => limits[name].seconds)
  const rows = await db.$queryRaw<Row[]>`
    INSERT INTO "TryCount" AS kept (key, points, expire)
    SELECT key, 1, now() + make_interval(secs => seconds)
    FROM unnest(${counters.map(rowKey)}::text[], ${windows}::int[]) AS asked (key, seconds) ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN kept.expire > now() THEN kept.points + 1 ELSE 1 END,
      expire = CASE WHEN kept.expire > now() THEN kept.expire ELSE excluded.expire END
    RETURNING key, points, extract(epoch FROM expire - now())::float8 AS left`
  return tallies(counters, rows, 1)
}

const standing = (counters: readonly Counter[]) => Prisma.sql`
  SELECT key, points, extract(epoch FROM expire - now())::float8 AS left FROM "TryCount"
  WHERE key = ANY(${counters.map(rowKey)}::text[]) AND expire > now()`

/** What was counted so far. */
export async function talliesOf(db: PrismaClient, counters: readonly Counter[]): Promise<Tally[]> {
  return tallies(counters, await db.$queryRaw<Row[]>(standing(counters)), 0)
}

/** The same, after everything that is being counted at this moment. */
export async function settledTallies(db: PrismaClient, counters: readonly Counter[]): Promise<Tally[]> {
  const held = Prisma.sql`${standing(counters)} ORDER BY key FOR SHARE`
  return tallies(counters, await db.$queryRaw<Row[]>(held), 0)
}

/** Takes one try back that should not count. */
export async function takeBackOne(db: PrismaClient, counter: Counter): Promise<void> {
  await db.$executeRaw`
    UPDATE "TryCount" SET points = points - 1 WHERE key = ${rowKey(counter)} AND points > 0`
}

/** Forgets what was counted. */
export async function forgetCounter(db: PrismaClient, counter: Counter): Promise<void> {
  await db.$executeRaw`DELETE FROM "TryCount" WHERE key = ${rowKey(counter)}`
}
