import 'server-only'
import { BASIC_RECOGNISER } from '@/domain/face/thresholds'
import type { WalkThroughBar } from '@/domain/kiosks'
import type { ActorContext, KioskContext, ServiceContext } from '../context/context'
import { requireLed } from '../places/access'
import { gallerySize } from './gallery'
import { identificationRules } from './rules'

/** Whether the class asks for nothing that cannot be done in passing, and the models are there that it needs. */
async function barOfPlace(ctx: ServiceContext, placeId: string): Promise<'CHALLENGE' | 'MODELS' | null> {
  const asking = await ctx.db.place.count({ where: { id: placeId, liveness: 'CHALLENGE' } })
  if (asking > 0) return 'CHALLENGE'
  const engine = await ctx.faceEngine().catch(() => null)
  return engine?.pad ? null : 'MODELS'
}

/** Why nobody of the class can be read in passing now; null where they can. */
export async function ownWalkThroughBar(
  ctx: ActorContext,
  { placeId }: { placeId: string },
): Promise<WalkThroughBar | null> {
  await requireLed(ctx, { placeId })
  const bar = await barOfPlace(ctx, placeId)
  if (bar) return bar
  const { recogniser: model } = await ctx.faceEngine()
  if (model === BASIC_RECOGNISER) return 'MODELS'
  const size = await gallerySize(ctx, { placeId, model })
  return (await identificationRules(ctx, model, size)) === null ? 'SITE' : null
}

/** Whether people may be read in passing at this kiosk, of which it is known that it may name them by itself. */
export async function walksThrough(ctx: KioskContext): Promise<boolean> {
  const { mode, placeId } = ctx.kiosk
  return mode === 'WALK_THROUGH' && (await barOfPlace(ctx, placeId)) === null
}
