import 'server-only'
import { deviceExpiry, deviceNames } from '@/domain/device'
import { AppError } from '@/domain/errors'
import { hashOf } from '../auth/tokens'
import type { ActorContext, ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'

type Reading = Pick<ServiceContext, 'db' | 'clock'>

/** One row for each account in a browser: its cookie alone does not tell whose it is. */
const rowHash = (device: string, userId: string) => hashOf(device, userId)

const inForce = (now: Date) => ({ revokedAt: null, lastUsedAt: { gt: deviceExpiry(now) } })

/** The person has signed in with their password in this browser: from now on it counts as theirs. */
export async function rememberDevice(
  ctx: Reading,
  { userId, device, userAgent }: { userId: string; device: string; userAgent: string },
): Promise<void> {
  const now = ctx.clock()
  const seen = { ...deviceNames(userAgent), lastUsedAt: now, revokedAt: null }
  const tokenHash = rowHash(device, userId)
  await ctx.db.signInDevice.upsert({
    where: { tokenHash },
    create: { userId, tokenHash, createdAt: now, ...seen },
    update: seen,
  })
}

/** Whether the person has signed in with their password in this browser, and not been signed out of it since. */
export async function isKnownDevice(
  db: Database,
  { userId, device, now }: { userId: string; device: string; now: Date },
): Promise<boolean> {
  const rows = await db.signInDevice.count({
    where: { userId, tokenHash: rowHash(device, userId), ...inForce(now) },
  })
  return rows > 0
}

/** The browser was used for a sign-in without the password. */
export async function touchDevice(
  db: Database,
  { userId, device, now }: { userId: string; device: string; now: Date },
): Promise<void> {
  await db.signInDevice.updateMany({
    where: { userId, tokenHash: rowHash(device, userId), revokedAt: null },
    data: { lastUsedAt: now },
  })
}

/** The browsers that count as the person's, the one used last first. */
export async function ownDevices(ctx: ActorContext) {
  const rows = await ctx.db.signInDevice.findMany({
    where: { userId: ctx.actor.id, ...inForce(ctx.clock()) },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, browser: true, system: true, lastUsedAt: true, tokenHash: true },
  })
  const here = ctx.device && Buffer.from(rowHash(ctx.device, ctx.actor.id))
  return rows.map(({ tokenHash, ...device }) => ({
    ...device,
    current: here ? here.equals(tokenHash) : false,
  }))
}

/** The browser no longer counts as the person's: only the password signs in there. */
export async function revokeDevice(ctx: ActorContext, input: { deviceId: string }): Promise<void> {
  const { count } = await ctx.db.signInDevice.updateMany({
    where: { id: input.deviceId, userId: ctx.actor.id, revokedAt: null },
    data: { revokedAt: ctx.clock() },
  })
  if (count === 0) throw new AppError('request.not_found')
}

export function revokeAllDevices(ctx: ActorContext): Promise<void> {
  return forgetDevices(ctx.db, { userId: ctx.actor.id, now: ctx.clock() })
}

/** No browser counts as the person's any more. */
export async function forgetDevices(
  db: Database,
  { userId, now }: { userId: string; now: Date },
): Promise<void> {
  await db.signInDevice.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } })
}

/** Deletes the rows of browsers that count no more. */
export async function purgeDevices(ctx: Reading): Promise<void> {
  await ctx.db.signInDevice.deleteMany({
    where: { OR: [{ revokedAt: { not: null } }, { lastUsedAt: { lte: deviceExpiry(ctx.clock()) } }] },
  })
}
