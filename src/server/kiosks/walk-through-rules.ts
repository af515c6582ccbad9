import 'server-only'
import { BASIC_RECOGNISER } from '@/domain/face/thresholds'
import type { WalkThroughBar } from '@/domain/kiosks'
import { ownClass } from '../classes/service'
import type { ActorContext, KioskContext, ServiceContext } from '../context/context'
import { gallerySize } from './gallery'
import { identificationRules } from './rules'

/** Whether the class asks for nothing that cannot be done in passing, and the models are there that it needs. */
async function barOfClass(ctx: ServiceContext, classId: string): Promise<'CHALLENGE' | 'MODELS' | null> {
  const asking = await ctx.db.schoolClass.count({ where: { id: classId, liveness: 'CHALLENGE' } })
  if (asking > 0) return 'CHALLENGE'
  const engine = await ctx.faceEngine().catch(() => null)
  return engine?.pad ? null : 'MODELS'
}

/** Why nobody of the class can be read in passing now; null where they can. */
export async function ownWalkThroughBar(
  ctx: ActorContext,
  { classId }: { classId: string },
): Promise<WalkThroughBar | null> {
  await ownClass(ctx, classId)
  const bar = await barOfClass(ctx, classId)
  if (bar) return bar
  const { recogniser: model } = await ctx.faceEngine()
  if (model === BASIC_RECOGNISER) return 'MODELS'
  const size = await gallerySize(ctx, { classId, model })
  return (await identificationRules(ctx, model, size)) === null ? 'SITE' : null
}

/** Whether people may be read in passing at this kiosk, of which it is known that it may name them by itself. */
export async function walksThrough(ctx: KioskContext): Promise<boolean> {
  const { mode, classId } = ctx.kiosk
  return mode === 'WALK_THROUGH' && (await barOfClass(ctx, classId)) === null
}
