import 'server-only'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '@/domain/errors'
import type { PrismaClient } from '../db/generated/client'

/** How often a thing may be done by one key (an account, an address) in a span of time. */
const limits = {
  // Tight where one person mistypes, loose over all addresses, so that a stranger cannot keep somebody out.
  'sign-in account and address': { points: 10, seconds: 15 * 60 },
  'sign-in account': { points: 100, seconds: 15 * 60 },
  'sign-in address': { points: 100, seconds: 15 * 60 },
  'sign-up account': { points: 5, seconds: 60 * 60 },
  // A whole school enrols from one address on one morning.
  'sign-up address': { points: 1000, seconds: 60 * 60 },
  'current password': { points: 10, seconds: 15 * 60 },
  'new token': { points: 60, seconds: 60 * 60 },
  'join code': { points: 20, seconds: 10 * 60 },
  'leader invitation': { points: 60, seconds: 60 * 60 },
  'work invitation': { points: 120, seconds: 60 * 60 },
  'work correction': { points: 60, seconds: 24 * 60 * 60 },
  'kiosk pin': { points: 120, seconds: 60 * 60 },
  'face challenge': { points: 60, seconds: 5 * 60 },
  'face check': { points: 20, seconds: 5 * 60 },
  // Wrong codes of a session: tight for a person, loose for a kiosk that many share, looser for a whole school.
  'session code': { points: 10, seconds: 5 * 60 },
  'session code device': { points: 30, seconds: 5 * 60 },
  'session code address': { points: 300, seconds: 5 * 60 },
  'face sign-in': { points: 60, seconds: 10 * 60 },
  'first admin link': { points: 30, seconds: 10 * 60 },
  'kiosk link': { points: 30, seconds: 10 * 60 },
  'inspection link': { points: 30, seconds: 10 * 60 },
  // With a link that is good: what one inspector reads.
  inspection: { points: 300, seconds: 10 * 60 },
  'own data': { points: 10, seconds: 60 * 60 },
  // One person after the other steps up, several a minute.
  'kiosk check': { points: 150, seconds: 5 * 60 },
  // Wrong PINs of anybody at one kiosk.
  'kiosk PIN': { points: 30, seconds: 5 * 60 },
  // A kiosk that people walk past sends up to four frames a second.
  'kiosk frame': { points: 1500, seconds: 5 * 60 },
  'enrolment photo': { points: 40, seconds: 10 * 60 },
  // Each may be 40 MB, and is kept until it has been read.
  'roll call photo': { points: 120, seconds: 60 * 60 },
  // Every request of a program, whatever it asks.
  'api person': { points: 600, seconds: 60 },
  'api address': { points: 300, seconds: 60 },
} as const

export type LimitName = keyof typeof limits

function limiter(db: PrismaClient, name: LimitName) {
  const { points, seconds } = limits[name]
  return new RateLimiterPrisma({
    storeClient: db,
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
  })
}

function tooMany(result: RateLimiterRes): AppError {
  return new AppError('request.too_many', { seconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)) })
}

/** Counts one try; throws `request.too_many` with the seconds to wait once the limit is passed. */
export async function countTry(db: PrismaClient, name: LimitName, key: string): Promise<void> {
  try {
    await limiter(db, name).consume(key.slice(0, 200))
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(error) : error
  }
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
  const { points: limit, seconds: windowSeconds } = limits[name]
  const standing = ({ remainingPoints, msBeforeNext }: RateLimiterRes, passed: boolean) => ({
    ...{ limit, windowSeconds, passed },
    remaining: Math.max(0, remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  })
  try {
    return standing(await limiter(db, name).consume(key.slice(0, 200)), true)
  } catch (error) {
    if (error instanceof RateLimiterRes) return standing(error, false)
    throw error
  }
}

/** Takes one try back that should not count. */
export async function giveTryBack(db: PrismaClient, name: LimitName, key: string): Promise<void> {
  await limiter(db, name).reward(key.slice(0, 200), 1)
}

/** Forgets the tries of a key, after a success that proves the person. */
export async function forgetTries(db: PrismaClient, name: LimitName, key: string): Promise<void> {
  await limiter(db, name).delete(key.slice(0, 200))
}

/** Deletes the counters that no longer limit anything. */
export async function purgeExpiredLimits(ctx: { db: PrismaClient; clock: () => Date }): Promise<void> {
  await ctx.db.rateLimiterFlexible.deleteMany({ where: { expire: { lt: ctx.clock() } } })
}
