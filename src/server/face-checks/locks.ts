import 'server-only'
import { AppError } from '@/domain/errors'
import {
  type Lock,
  type LockedKind,
  lockRules,
  secondsLeft,
  switchesOff,
  withoutTry,
  withPasserBy,
  withTry,
} from '@/domain/face/lock-out'
import type { ServiceContext } from '../context/context'
import type { FaceCheckOutcome } from '../db/generated/enums'
import type { Database } from '../db/prisma'

interface Held {
  kind: LockedKind
  key: string
  lock: Lock
}

/** A try that has begun: it counts as a miss until it is settled. */
export type FaceTry = readonly Held[]

const personKey = (userId: string) => `person:${userId}`
const pairsOf = (userId: string) => `pair:${userId}:`

/** Anybody may type somebody's number at a kiosk: what is missed there says nothing of the person's own devices. */
function whoIsLocked({ kiosk }: ServiceContext, userId: string): Omit<Held, 'lock'> {
  return kiosk
    ? { kind: 'pair', key: `${pairsOf(userId)}${kiosk.id}` }
    : { kind: 'person', key: personKey(userId) }
}

/**
 * Who and what is slowed down by misses, always in the same order, so that two tries never wait for each other. A face
 * that a kiosk looks up among many is nobody's in particular.
 */
function counted(ctx: ServiceContext, userId: string | null): Array<Omit<Held, 'lock'>> {
  const device = ctx.kiosk ? `kiosk ${ctx.kiosk.id}` : ctx.device
  return [
    device
      ? { kind: 'device', key: `device:${device}` }
      : { kind: 'address', key: `address:${ctx.address.slice(0, 100)}` },
    ...(userId === null ? [] : [whoIsLocked(ctx, userId)]),
  ]
}

/** The lock of a key, made where there is none and held until the transaction ends, for all processes. */
async function hold(tx: Database, key: string, now: Date): Promise<Lock> {
  const { misses, pausedUntil } = await tx.faceLock.upsert({
    where: { key },
    create: { key, misses: 0, updatedAt: now },
    update: { updatedAt: now },
  })
  return { misses, pausedUntil }
}

async function write(tx: Database, key: string, { misses, pausedUntil }: Lock) {
  await tx.faceLock.update({ where: { key }, data: { misses, pausedUntil } })
}

function refusePaused(ctx: ServiceContext, held: readonly Held[], now: Date): void {
  const left = ({ lock }: Held) => secondsLeft(lock, now)
  const ofPlace = Math.max(...held.filter(({ kind }) => kind !== 'person' && kind !== 'pair').map(left))
  // Whoever stands before a kiosk is not to hear of the misses of those before them as of their own.
  if (ctx.kiosk && ofPlace > 0) throw new AppError('kiosks.paused', { seconds: ofPlace })
  const seconds = Math.max(...held.map(left))
  if (seconds > 0) throw new AppError('face.paused', { seconds })
}

/**
 * Begins a try, before any frame is read.
 * @throws AppError where a pause stands, with the seconds that are left: `kiosks.paused` where it is a kiosk's own,
 * otherwise `face.paused`.
 */
export function beginTry(ctx: ServiceContext, userId: string | null): Promise<FaceTry> {
  const now = ctx.clock()
  return ctx.db.$transaction(async (tx) => {
    const before: Held[] = []
    for (const { kind, key } of counted(ctx, userId))
      before.push({ kind, key, lock: await hold(tx, key, now) })
    refusePaused(ctx, before, now)
    const tried = before.map((held) => ({ ...held, lock: withTry(held.lock, lockRules[held.kind], now) }))
    for (const { key, lock } of tried) await write(tx, key, lock)
    return tried
  })
}

/** Counts somebody unknown who walked past a kiosk, which settles itself: it never begins a pause. */
export async function countPasserBy(ctx: ServiceContext): Promise<FaceTry> {
  const now = ctx.clock()
  await ctx.db.$transaction(async (tx) => {
    for (const { kind, key } of counted(ctx, null))
      await write(tx, key, withPasserBy(await hold(tx, key, now), lockRules[kind]))
  })
  return []
}

/** Throws `kiosks.paused` where the kiosk pauses, before a frame is looked at that is nobody's try yet. */
export async function requireNoPauseHere(ctx: ServiceContext): Promise<void> {
  const places = counted(ctx, null)
  const locks = await ctx.db.faceLock.findMany({ where: { key: { in: places.map(({ key }) => key) } } })
  const held = places.flatMap((place) =>
    locks.flatMap((lock) => (lock.key === place.key ? [{ ...place, lock }] : [])),
  )
  refusePaused(ctx, held, ctx.clock())
}

/** Throws `face.paused` where a pause stands, before anybody moves for nothing. */
export async function requireNoPause(ctx: ServiceContext, userId: string): Promise<void> {
  const now = ctx.clock()
  const keys = counted(ctx, userId).map(({ key }) => key)
  const locks = await ctx.db.faceLock.findMany({ where: { key: { in: keys } } })
  const seconds = Math.max(0, ...locks.map((lock) => secondsLeft(lock, now)))
  if (seconds > 0) throw new AppError('face.paused', { seconds })
}

async function takeBack(tx: Database, begun: FaceTry, now: Date): Promise<void> {
  for (const { key, lock } of begun) await write(tx, key, withoutTry(await hold(tx, key, now), lock))
}

/** Takes back a try that came to no judgement at all. */
export function takeBackTry(ctx: ServiceContext, begun: FaceTry): Promise<void> {
  return ctx.db.$transaction((tx) => takeBack(tx, begun, ctx.clock()))
}

/**
 * What follows a face that was looked at, until its try is settled. Where it breaks off before that, such as when the
 * person withdraws meanwhile, there is no judgement either, and the try is taken back.
 */
export async function takeBackOnError<Result>(
  ctx: ServiceContext,
  begun: FaceTry,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    await takeBackTry(ctx, begun)
    throw error
  }
}

/** Ends the person's row of misses, because somebody answers for them. */
export async function forgetMisses(tx: Database, userId: string): Promise<void> {
  await tx.faceLock.deleteMany({
    where: { OR: [{ key: personKey(userId) }, { key: { startsWith: pairsOf(userId) } }] },
  })
}

/** Settles a try by its outcome; whether it was the miss that switches the person's face off. */
export async function settleTry(
  tx: Database,
  begun: FaceTry,
  outcome: FaceCheckOutcome,
  now: Date,
): Promise<{ off: boolean }> {
  if (outcome === 'UNUSABLE') await takeBack(tx, begun, now)
  // One after another, in the order in which a try takes them.
  if (outcome === 'MATCHED') for (const { key } of begun) await tx.faceLock.deleteMany({ where: { key } })
  if (outcome === 'UNUSABLE' || outcome === 'MATCHED') return { off: false }
  return { off: begun.some(({ kind, lock }) => switchesOff(lock.misses, lockRules[kind])) }
}

const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/** Deletes locks that count nothing, and those of browsers and networks that were not seen for a week. */
export async function purgeLocks(ctx: Pick<ServiceContext, 'db' | 'clock'>): Promise<void> {
  const before = new Date(ctx.clock().getTime() - KEPT_MS)
  await ctx.db.faceLock.deleteMany({
    where: { updatedAt: { lt: before }, OR: [{ misses: 0 }, { NOT: { key: { startsWith: 'person:' } } }] },
  })
}
