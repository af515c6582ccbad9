import 'server-only'
import { AppError } from '@/domain/errors'
import { ABSENT_SECONDS, type KioskMode, LINK_MINUTES, MAX_KIOSKS } from '@/domain/kiosks'
import type { Language } from '@/domain/locale'
import { hashOf, isToken, newToken } from '../auth/tokens'
import type { ActorContext, ServiceContext } from '../context/context'
import { ledBy } from '../context/led-by'
import type { Prisma } from '../db/generated/client'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'
import { requireLed } from '../places/access'
import { lockActiveLed, lockLed } from '../places/lock'

const MINUTE_MS = 60_000

/** A link that is shown once: only its hash is kept. */
function newLink(now: Date) {
  const link = newToken()
  const linkExpiresAt = new Date(now.getTime() + LINK_MINUTES * MINUTE_MS)
  return { link, kept: { linkHash: hashOf(link), linkExpiresAt } }
}

interface KioskSettings {
  mode?: KioskMode | undefined
  /** In which language it writes and speaks; null follows its browser. */
  locale?: Language | null | undefined
}

export interface KioskLink {
  kioskId: string
  link: string
  expiresAt: Date
}

/** A new kiosk for the class, with the link that makes a device that kiosk. */
export async function addKiosk(
  ctx: ActorContext,
  input: KioskSettings & { placeId: string; name: string },
): Promise<KioskLink> {
  const { placeId, name, mode = 'ONE_AT_A_TIME', locale = null } = input
  await requireLed(ctx, { placeId })
  if (mode === 'WALK_THROUGH') await requireNoChallenge(ctx, placeId)
  const now = ctx.clock()
  const { link, kept } = newLink(now)
  return ctx.db.$transaction(async (tx) => {
    await lockActiveLed({ tx, actor: ctx.actor }, { placeId, mode: 'UPDATE' })
    const kiosks = await tx.kiosk.count({ where: { placeId, revokedAt: null } })
    if (kiosks >= MAX_KIOSKS) throw new AppError('kiosks.too_many', { kiosks })
    const { id } = await tx.kiosk.create({
      data: { placeId, name, mode, locale, createdAt: now, ...kept },
      select: { id: true },
    })
    return { kioskId: id, link, expiresAt: kept.linkExpiresAt }
  })
}

/** Nobody makes movements in passing: a class that asks for them has no kiosk to walk past. */
async function requireNoChallenge(ctx: ServiceContext, placeId: string): Promise<void> {
  const asking = await ctx.db.place.count({ where: { id: placeId, liveness: 'CHALLENGE' } })
  if (asking > 0) throw new AppError('kiosks.challenge_class')
}

const ownKiosk = (ctx: ActorContext, kioskId: string) => ({
  id: kioskId,
  revokedAt: null,
  place: ledBy(ctx.actor),
})

/** Under the lock of the place: whoever is taken off its leaders meanwhile changes nothing. */
async function changeKiosk(
  ctx: ActorContext,
  kioskId: string,
  data: Prisma.KioskUncheckedUpdateInput,
): Promise<void> {
  const kiosk = await ctx.db.kiosk.findFirst({ where: ownKiosk(ctx, kioskId), select: { placeId: true } })
  if (!kiosk) throw new AppError('request.not_found')
  await transact(ctx, async (ctx) => {
    await lockLed(ctx, { placeId: kiosk.placeId, mode: 'UPDATE' })
    await ctx.tx.kiosk.update({ where: { id: kioskId, revokedAt: null }, data })
  })
}

/** Another link for a kiosk: opening it takes the place of the device that is that kiosk now. */
export async function renewLink(ctx: ActorContext, input: { kioskId: string }): Promise<KioskLink> {
  const { link, kept } = newLink(ctx.clock())
  await changeKiosk(ctx, input.kioskId, kept)
  return { kioskId: input.kioskId, link, expiresAt: kept.linkExpiresAt }
}

/** The kiosks of a class, the oldest first. */
export async function kiosksOfPlace(ctx: ActorContext, input: { placeId: string }) {
  await requireLed(ctx, input)
  const now = ctx.clock()
  const kiosks = await ctx.db.kiosk.findMany({
    where: { placeId: input.placeId, revokedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      speaks: true,
      mode: true,
      locale: true,
      registeredAt: true,
      lastSeenAt: true,
      linkExpiresAt: true,
    },
  })
  return kiosks.map(({ linkExpiresAt, ...kiosk }) => ({
    ...kiosk,
    here: kiosk.lastSeenAt !== null && now.getTime() - kiosk.lastSeenAt.getTime() < ABSENT_SECONDS * 1000,
    linkUntil: linkExpiresAt && linkExpiresAt > now ? linkExpiresAt : null,
  }))
}

export async function updateKiosk(
  ctx: ActorContext,
  input: KioskSettings & { kioskId: string; speaks?: boolean | undefined },
): Promise<void> {
  const { kioskId, ...changes } = input
  const where = ownKiosk(ctx, kioskId)
  if (changes.mode === 'WALK_THROUGH') {
    const kiosk = await ctx.db.kiosk.findFirst({ where, select: { placeId: true } })
    if (kiosk) await requireNoChallenge(ctx, kiosk.placeId)
  }
  await changeKiosk(ctx, kioskId, changes)
}

/** The device is the kiosk no longer, from its next request on. */
export async function revokeKiosk(ctx: ActorContext, input: { kioskId: string }): Promise<void> {
  const revokedAt = ctx.clock()
  await changeKiosk(ctx, input.kioskId, {
    ...{ revokedAt, tokenHash: null, linkHash: null, linkExpiresAt: null },
  })
}

const usable = (link: string, now: Date) => ({
  linkHash: hashOf(link),
  linkExpiresAt: { gt: now },
  revokedAt: null,
})

/** Only dead links count: nobody guesses a good one, nor keeps others from using theirs. */
async function refuseLink(ctx: ServiceContext): Promise<never> {
  await countTry(ctx.db, 'kiosk link', ctx.address)
  throw new AppError('kiosks.link_dead')
}

/** What a link leads to, before it is used. */
export async function kioskOfLink(ctx: ServiceContext, input: { link: string }) {
  const kiosk =
    isToken(input.link) &&
    (await ctx.db.kiosk.findFirst({
      where: usable(input.link, ctx.clock()),
      select: { name: true, place: { select: { name: true } } },
    }))
  if (!kiosk) return refuseLink(ctx)
  return { name: kiosk.name, placeName: kiosk.place.name }
}

/** Uses a link up: answers the token that makes a device the kiosk, which is told nowhere again. */
export async function registerKiosk(
  ctx: ServiceContext,
  input: { link: string },
): Promise<{ token: string }> {
  if (!isToken(input.link)) return refuseLink(ctx)
  const now = ctx.clock()
  const token = newToken()
  const { count } = await ctx.db.kiosk.updateMany({
    where: usable(input.link, now),
    data: {
      tokenHash: hashOf(token),
      linkHash: null,
      linkExpiresAt: null,
      registeredAt: now,
      lastSeenAt: now,
    },
  })
  if (count === 0) return refuseLink(ctx)
  return { token }
}
