import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext, ServiceContext } from '../context/context'
import { approvedBy, ledBy } from '../context/led-by'
import { open } from '../crypto/seal'

const DAY = 24 * 60 * 60 * 1000

export const evidenceLabel = (faceCheckId: string) => `evidence:${faceCheckId}`

/** The snapshot of a face check as JPEG, for the person it shows, the teacher of the class and whoever decides about hours at the workplace. */
export async function evidenceImage(ctx: ActorContext, input: { faceCheckId: string }): Promise<Buffer> {
  const { id: userId, roles } = ctx.actor
  const led = [
    ...(roles.includes('TEACHER') ? [{ kind: 'CLASS' as const, ...ledBy(ctx.actor) }] : []),
    ...(roles.includes('EMPLOYER') ? [approvedBy(ctx.actor)] : []),
  ]
  const evidence = await ctx.db.evidence.findFirst({
    where: {
      faceCheckId: input.faceCheckId,
      faceCheck: {
        OR: [{ userId }, ...led.map((place) => ({ place }))],
      },
    },
    select: { image: true },
  })
  if (!evidence) throw new AppError('request.not_found')
  return open(ctx.settings.faceKey, evidenceLabel(input.faceCheckId), evidence.image)
}

/** Erases the snapshots that are older than the installation keeps them. */
export async function purgeEvidence(ctx: ServiceContext): Promise<{ erased: number }> {
  const before = new Date(ctx.clock().getTime() - ctx.settings.evidenceDays * DAY)
  const { count } = await ctx.db.evidence.deleteMany({ where: { createdAt: { lte: before } } })
  return { erased: count }
}
