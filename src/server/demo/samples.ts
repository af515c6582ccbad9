import 'server-only'
import { AppError } from '@/domain/errors'
import { clockBySample } from '../clocking/by-sample'
import type { ClockAnswer } from '../clocking/occasion-rules'
import type { ActorContext } from '../context/context'
import { accountOfDemo, placeOfDemo } from '../context/of-demo'
import { cameraPortrait, hasRoomPhoto, hasSample, roomPhoto } from './portraits'
import { isSampleFace, type SampleFace } from './sample-faces'

/** Whose picture stands in for the actor's; null for everybody who is not of the demo, and for whom it has no picture. */
async function sampleOf(ctx: ActorContext): Promise<SampleFace | null> {
  const account = await ctx.db.demoAccount.findUnique({ where: { userId: ctx.actor.id } })
  const sample = account?.sample ?? null
  return isSampleFace(sample) && hasSample(sample) ? sample : null
}

async function requireSample(ctx: ActorContext): Promise<SampleFace> {
  const sample = await sampleOf(ctx)
  if (!sample) throw new AppError('request.not_found')
  return sample
}

/** What the actor can try without a camera. */
export async function samples(ctx: ActorContext): Promise<{ portrait: boolean; room: boolean }> {
  const [sample, ofDemo] = await Promise.all([
    sampleOf(ctx),
    ctx.db.demoAccount.count({ where: { userId: ctx.actor.id } }),
  ])
  return { portrait: sample !== null, room: ofDemo > 0 && hasRoomPhoto() }
}

/** The picture that stands before the camera in the actor's place. */
export async function samplePortrait(ctx: ActorContext): Promise<Buffer> {
  return cameraPortrait(await requireSample(ctx))
}

/** A photo of the room in which a session of the demo takes place, for whoever leads it. */
export async function sampleRoom(ctx: ActorContext, sessionId: string): Promise<Buffer> {
  const led = await ctx.db.classSession.count({
    where: {
      id: sessionId,
      schoolClass: {
        place: { AND: [placeOfDemo, { leaders: { some: { userId: ctx.actor.id, user: accountOfDemo } } }] },
      },
    },
  })
  if (led === 0 || !hasRoomPhoto()) throw new AppError('request.not_found')
  return roomPhoto()
}

/** Clocks the actor by their sample picture. */
export async function clockOwnSample(
  ctx: ActorContext,
  input: { sessionId: string; direction: 'in' | 'out' },
): Promise<ClockAnswer> {
  const picture = await cameraPortrait(await requireSample(ctx))
  return clockBySample(ctx, { ...input, picture })
}
