import 'server-only'
import { AppError } from '@/domain/errors'
import type { PrismaClient } from '../db/generated/client'
import { countAll, forgetCounter, type Tally, takeBackOne } from './counters'
import type { LimitName } from './names'

/** What is answered until the window is over. */
export const tooMany = ({ resetSeconds }: Pick<Tally, 'resetSeconds'>): AppError =>
  new AppError('request.too_many', { seconds: resetSeconds })

/** Counts one try; throws `request.too_many` with the seconds to wait once the limit is passed. */
export async function countTry(db: PrismaClient, name: LimitName, key: string): Promise<void> {
  for (const tally of await countAll(db, [{ name, key }]))
    if (tally.points > tally.limit) throw tooMany(tally)
}

/** Where a key stands after a request of it was counted. */
export interface Standing {
  limit: number
  windowSeconds: number
  remaining: number
  /** Until the window is over. */
  resetSeconds: number
  passed: boolean
}

/** Counts one request and says how many are left, also where the limit is passed. */
export async function countRequest(db: PrismaClient, name: LimitName, key: string): Promise<Standing> {
  const [tally] = await countAll(db, [{ name, key }])
  if (!tally) throw new Error('A request was not counted')
  const { limit, points, windowSeconds, resetSeconds } = tally
  return {
    ...{ limit, windowSeconds, resetSeconds },
    remaining: Math.max(0, limit - points),
    passed: points <= limit,
  }
}

/** Takes one try back that should not count. */
export function giveTryBack(db: PrismaClient, name: LimitName, key: string): Promise<void> {
  return takeBackOne(db, { name, key })
}

/** Forgets the tries of a key, after a success that proves the person. */
export function forgetTries(db: PrismaClient, name: LimitName, key: string): Promise<void> {
  return forgetCounter(db, { name, key })
}

/** Deletes the counters that no longer limit anything. */
export async function purgeExpiredLimits(ctx: { db: PrismaClient; clock: () => Date }): Promise<void> {
  await ctx.db.tryCount.deleteMany({ where: { expire: { lt: ctx.clock() } } })
}
