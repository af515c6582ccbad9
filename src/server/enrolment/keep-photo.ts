import 'server-only'
import { randomUUID } from 'node:crypto'
import { photoLabel } from '../biometrics/photo-label'
import { sealVector } from '../biometrics/templates'
import type { ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import { seal } from '../crypto/seal'
import type { Selfie } from '../face/face-engine'

/** Keeps a photo of a person, sealed and unless the installation keeps none, with its template. */
export async function keepPhoto(
  ctx: TxContext<ServiceContext>,
  { userId, selfie }: { userId: string; selfie: Selfie },
): Promise<string> {
  const { tx, settings } = ctx
  const photoId = randomUUID()
  const createdAt = ctx.clock()
  const image = settings.keepEnrolmentPhotos
    ? seal(settings.faceKey, photoLabel(photoId), selfie.photo)
    : null
  const vector = sealVector(ctx, photoId, selfie.vector)
  const template = { model: selfie.recogniser, vector, createdAt }
  await tx.enrolmentPhoto.create({
    data: { id: photoId, userId, image, createdAt, templates: { create: template } },
  })
  return photoId
}
