import 'server-only'
import type { ServiceContext } from '../context'
import { open } from '../crypto/seal'
import type { FaceEngine } from '../face/face-engine'
import { transact } from '../live/publish'
import { activeConsent, lockEnrolment, photoLabel } from './service'
import { sealVector } from './templates'

/**
 * Makes the templates that a new recogniser lacks from the person's kept photos, so that changing the
 * recogniser asks nothing of anybody whose photos are kept. A photo in which it finds no face gets none.
 */
export async function renewTemplates(
  ctx: ServiceContext,
  engine: FaceEngine,
  { userId, consentId }: { userId: string; consentId: string },
): Promise<void> {
  const model = engine.recogniser
  const photos = await ctx.db.enrolmentPhoto.findMany({
    where: { userId, image: { not: null }, templates: { none: { model } } },
    select: { id: true, image: true },
  })
  if (photos.length === 0) return
  const made = await Promise.all(
    photos.map(async ({ id, image }) => {
      const picture = image && open(ctx.settings.faceKey, photoLabel(id), image)
      return { id, seen: picture && (await engine.describe(picture)) }
    }),
  )
  await transact(ctx, async (tx) => {
    await lockEnrolment(tx, userId)
    if ((await activeConsent(tx, userId))?.id !== consentId) return
    const kept = await tx.enrolmentPhoto.findMany({ where: { userId }, select: { id: true } })
    const left = new Set(kept.map(({ id }) => id))
    await tx.template.createMany({
      data: made.flatMap(({ id, seen }) =>
        seen && left.has(id)
          ? [{ userId, photoId: id, model, vector: sealVector(ctx, id, seen.vector), createdAt: ctx.clock() }]
          : [],
      ),
      skipDuplicates: true,
    })
  })
}
