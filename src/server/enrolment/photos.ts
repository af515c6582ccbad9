import 'server-only'
import { randomUUID } from 'node:crypto'
import { MAX_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { cosine, meanTemplate } from '@/domain/face/matching'
import { thresholds } from '@/domain/face/thresholds'
import type { ActorContext } from '../context'
import { seal } from '../crypto/seal'
import type { Selfie } from '../face/face-engine'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'
import { activeConsent, lockEnrolment, photoLabel, publishEnrolment } from './service'
import { sealVector, templatesOf } from './templates'

interface AddPhotoInput {
  picture: Uint8Array
  /** The photo that this one takes the place of. */
  replaces?: string | undefined
}

async function requireConsent(ctx: ActorContext): Promise<void> {
  const consent = await activeConsent(ctx.db, ctx.actor.id)
  if (!consent) throw new AppError('enrolment.no_consent')
}

/**
 * Adds one photo, or replaces one: exactly one face, good enough, and the same person as the other photos.
 * Stored are the photo re-encoded without metadata (unless the installation keeps none) and its template.
 */
export async function addPhoto(ctx: ActorContext, input: AddPhotoInput): Promise<{ photoId: string }> {
  await requireConsent(ctx)
  await countTry(ctx.db, 'enrolment photo', ctx.actor.id)
  const engine = await ctx.faceEngine()
  const result = await engine.readSelfie(input.picture)
  if (!result.ok) throw new AppError(result.problem)
  return savePhoto(ctx, result.selfie, input.replaces)
}

function savePhoto(ctx: ActorContext, selfie: Selfie, replaces?: string): Promise<{ photoId: string }> {
  const userId = ctx.actor.id
  return transact(ctx, async (tx, publish) => {
    await lockEnrolment(tx, userId)
    // Asked again under the lock: the person may have withdrawn while the picture was worked on.
    if (!(await activeConsent(tx, userId))) throw new AppError('enrolment.no_consent')
    if (replaces) {
      const { count } = await tx.enrolmentPhoto.deleteMany({ where: { id: replaces, userId } })
      if (count === 0) throw new AppError('request.not_found')
    }
    if ((await tx.enrolmentPhoto.count({ where: { userId } })) >= MAX_PHOTOS)
      throw new AppError('enrolment.too_many')
    const others = await templatesOf(ctx, tx, userId, selfie.recogniser)
    const { samePerson } = thresholds[selfie.recogniser]
    if (others.length > 0) {
      const similarity = cosine(selfie.vector, meanTemplate(others.map(({ vector }) => vector)))
      if (similarity < samePerson) throw new AppError('enrolment.different_person')
    }
    const photoId = randomUUID()
    const now = ctx.clock()
    const image = ctx.settings.keepEnrolmentPhotos
      ? seal(ctx.settings.faceKey, photoLabel(photoId), selfie.photo)
      : null
    const vector = sealVector(ctx, photoId, selfie.vector)
    await tx.enrolmentPhoto.create({
      data: {
        id: photoId,
        userId,
        image,
        createdAt: now,
        templates: { create: { userId, model: selfie.recogniser, vector, createdAt: now } },
      },
    })
    await publishEnrolment(tx, publish, userId)
    return { photoId }
  })
}
