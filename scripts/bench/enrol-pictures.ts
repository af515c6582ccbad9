import { NOTICE_VERSION } from '../../src/domain/enrolment'
import { sealVector } from '../../src/server/biometrics/templates'
import type { ServiceContext } from '../../src/server/context/context'
import type { FaceEngine } from '../../src/server/face/face-engine'

/** Enrols somebody with these pictures, of which only the templates are kept. */
export async function enrolPictures(
  ctx: ServiceContext,
  engine: FaceEngine,
  userId: string,
  pictures: readonly Uint8Array[],
): Promise<void> {
  await ctx.db.consent.create({ data: { userId, noticeVersion: NOTICE_VERSION, givenAt: ctx.clock() } })
  for (const [i, picture] of pictures.entries()) {
    const seen = await engine.describe(picture)
    if (!seen) throw new Error(`Picture ${i + 1} shows no face`)
    const createdAt = ctx.clock()
    const { id: photoId } = await ctx.db.enrolmentPhoto.create({ data: { userId, createdAt } })
    const vector = sealVector(ctx, photoId, seen.vector)
    await ctx.db.template.create({ data: { userId, photoId, model: engine.recogniser, vector, createdAt } })
  }
}
