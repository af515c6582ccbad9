import 'server-only'
import { AppError } from '@/domain/errors'
import type { ServiceContext } from '../context/context'
import { open } from '../crypto/seal'
import type { Prisma } from '../db/generated/client'
import type { FaceEngine } from '../face/face-engine'
import { transact } from '../live/publish'
import { activeConsent } from './consent'
import { lockEnrolment } from './enrolment-lock'
import { publishFacesChanged } from './faces-changed'
import { photoLabel } from './photo-label'
import { sealVector } from './templates'

/** The kept photos that a recogniser has not read yet. */
export function notYetRead(model: string): Prisma.EnrolmentPhotoWhereInput {
  return { image: { not: null }, templates: { none: { model } }, NOT: { unreadBy: { has: model } } }
}

interface KeptPhoto {
  id: string
  image: Uint8Array | null
}

interface Reading {
  id: string
  /** Null where no face was found. */
  vector: Float32Array | null
}

/** Reads one kept photo with the engine. Throws as the engine does, but for a picture that it can make nothing of. */
export async function readAnew(
  ctx: Pick<ServiceContext, 'settings'>,
  read: FaceEngine['describe'],
  { id, image }: KeptPhoto,
): Promise<Reading> {
  if (!image) return { id, vector: null }
  const seen = await read(open(ctx.settings.faceKey, photoLabel(id), image)).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'picture.unreadable') return null
    throw error
  })
  return { id, vector: seen?.vector ?? null }
}

interface Readings {
  userId: string
  /** The consent under which the photos were read. */
  consentId: string
  model: string
  readings: readonly Reading[]
}

/** Keeps what was read, unless the person has withdrawn or deleted the photo meanwhile. How many templates were made. */
export function keepReadings(
  ctx: ServiceContext,
  { userId, consentId, model, readings }: Readings,
): Promise<number> {
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    await lockEnrolment(tx, userId)
    if ((await activeConsent(tx, userId))?.id !== consentId) return 0
    const kept = await tx.enrolmentPhoto.findMany({
      where: { ...notYetRead(model), userId, id: { in: readings.map(({ id }) => id) } },
      select: { id: true },
    })
    const left = new Set(kept.map(({ id }) => id))
    const faceless = readings.filter(({ id, vector }) => vector === null && left.has(id))
    if (faceless.length > 0) {
      await tx.enrolmentPhoto.updateMany({
        where: { id: { in: faceless.map(({ id }) => id) } },
        data: { unreadBy: { push: model } },
      })
    }
    const { count } = await tx.template.createMany({
      data: readings.flatMap(({ id, vector }) =>
        vector && left.has(id)
          ? [{ userId, photoId: id, model, vector: sealVector(ctx, id, vector), createdAt: ctx.clock() }]
          : [],
      ),
    })
    if (count > 0 || faceless.length > 0) await publishFacesChanged(ctx, userId)
    return count
  })
}

/**
 * Makes the templates that a new recogniser lacks from the person's kept photos, so that changing the
 * recogniser asks nothing of anybody whose photos are kept. A photo in which it finds no face gets none, once for all.
 */
export async function renewTemplates(
  ctx: ServiceContext,
  engine: FaceEngine,
  { userId, consentId }: { userId: string; consentId: string },
): Promise<void> {
  const model = engine.recogniser
  const photos = await ctx.db.enrolmentPhoto.findMany({
    where: { ...notYetRead(model), userId },
    select: { id: true, image: true },
  })
  if (photos.length === 0) return
  const readings = await Promise.all(photos.map((photo) => readAnew(ctx, engine.describe, photo)))
  await keepReadings(ctx, { userId, consentId, model, readings })
}
