import 'server-only'
import { headcount } from '@/domain/board'
import type { KioskContext, ServiceContext } from '../context/context'
import type { Occasion, Occasions } from '../face-checks/occasion'
import { standingsOf } from '../sessions/members'
import { gallerySize, kioskGallery, vectorsHeld } from './gallery'
import { identificationRules } from './rules'

/** How often it is written down that a kiosk is there. */
const SEEN_MS = 20_000

/** The session that people clock in to at the kiosk; null while none is open. */
export async function findOpenSession(ctx: KioskContext) {
  return ctx.db.classSession.findFirst({
    where: { classId: ctx.kiosk.placeId, state: 'OPEN', schoolClass: { place: { archivedAt: null } } },
    select: { id: true, title: true, openedAt: true, plannedStart: true },
  })
}

/** A session at this kiosk as what people clock for. */
export function occasionAt({ kiosk }: KioskContext, sessionId: string): Occasions['session'] {
  return { kind: 'session', placeId: kiosk.placeId, sessionId }
}

export async function noteSeen(ctx: KioskContext, now: Date) {
  const before = new Date(now.getTime() - SEEN_MS)
  await ctx.db.kiosk.updateMany({
    where: { id: ctx.kiosk.id, OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: before } }] },
    data: { lastSeenAt: now },
  })
}

/** Whether the kiosk may name people by itself: only where strangers would hardly ever be taken for somebody. */
export async function identifies(ctx: ServiceContext, occasion: Occasion): Promise<boolean> {
  const model = await ctx.recogniser()
  if (!model) return false
  const { placeId } = occasion
  const size = await gallerySize(ctx, { placeId, model })
  if ((await identificationRules(ctx, model, size)) === null) return false
  // So that the first person who steps up waits no longer than the others.
  if (vectorsHeld(placeId) === 0) await kioskGallery(ctx, { occasion, model })
  return true
}

export async function presence(ctx: ServiceContext, { sessionId }: { sessionId: string }) {
  const { counts } = (await standingsOf(ctx.db, [sessionId]))(sessionId)
  return { present: counts.PRESENT, late: counts.LATE, students: headcount(counts).total }
}
