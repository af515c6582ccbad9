import 'server-only'
import { MIN_PHOTOS, NOTICE_VERSION } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import type { Language } from '@/domain/locale'
import { activeConsent, withdrawConsent } from '../biometrics/consent'
import { lockEnrolment } from '../biometrics/enrolment-lock'
import { placesWithoutFace } from '../biometrics/face-here'
import { requireFaceOn } from '../biometrics/face-on'
import { publishFacesChanged } from '../biometrics/faces-changed'
import { photoLabel } from '../biometrics/photo-label'
import { usablePhotos } from '../biometrics/usable-photos'
import type { ActorContext } from '../context/context'
import { open } from '../crypto/seal'
import { holdOf } from '../duplicates/hold-of'
import { type Erased, eraseFace, erasePhotos } from '../erasure/service'
import { transact } from '../live/publish'

/** What the person has agreed to and which photos are kept. */
export async function status(ctx: ActorContext) {
  const userId = ctx.actor.id
  const countsNow = await usablePhotos(ctx)
  const [person, faceOffAt, consent, photos, usable, hold] = await Promise.all([
    ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { faceOff: true } }),
    placesWithoutFace(ctx, userId),
    activeConsent(ctx.db, userId),
    ctx.db.enrolmentPhoto.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, createdAt: true },
    }),
    ctx.db.enrolmentPhoto.findMany({ where: { userId, ...countsNow }, select: { id: true } }),
    holdOf(ctx.db, userId),
  ])
  const usableIds = new Set(usable.map(({ id }) => id))
  return {
    faceOff: person.faceOff,
    faceOffAt,
    noticeVersion: NOTICE_VERSION,
    consent: consent && { givenAt: consent.givenAt, noticeVersion: consent.noticeVersion },
    photos: photos.map((photo) => ({ ...photo, usable: usableIds.has(photo.id) })),
    photosKept: ctx.settings.keepEnrolmentPhotos,
    evidenceDays: ctx.settings.evidenceDays,
    enrolled: consent !== null && usable.length >= MIN_PHOTOS,
    /** Whether this enrolment has stopped: until an administrator has decided, or for good. */
    hold,
    recogniserChanged: usable.length < photos.length,
  }
}

interface NoticeRead {
  noticeVersion: number
  /** In which language they read it. */
  language?: Language | undefined
}

/** Records that the person agrees to the notice they were shown. Agreeing twice is harmless. */
export async function giveConsent(ctx: ActorContext, input: NoticeRead): Promise<void> {
  if (input.noticeVersion !== NOTICE_VERSION) throw new AppError('enrolment.notice_outdated')
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    await lockEnrolment(tx, ctx.actor.id)
    await requireFaceOn(tx, ctx.actor.id, null)
    const consent = await activeConsent(tx, ctx.actor.id)
    if (consent?.noticeVersion === NOTICE_VERSION) return
    const { now } = ctx
    if (consent) await withdrawConsent(tx, ctx.actor.id, now)
    await tx.consent.create({
      data: {
        userId: ctx.actor.id,
        noticeVersion: NOTICE_VERSION,
        language: input.language ?? null,
        givenAt: now,
      },
    })
  })
}

/** Withdraws the consent, with everything that was made under it. */
export function withdraw(ctx: ActorContext): Promise<Erased> {
  const userId = ctx.actor.id
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    await lockEnrolment(tx, userId)
    const erased = await eraseFace(ctx, userId)
    await publishFacesChanged(ctx, userId)
    return erased
  })
}

/** Deletes one photo with its templates, or all of them. */
export async function deletePhotos(
  ctx: ActorContext,
  { photoId }: { photoId?: string | undefined },
): Promise<void> {
  const userId = ctx.actor.id
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    await lockEnrolment(tx, userId)
    const count = await erasePhotos(ctx, { userId, photoId })
    if (photoId && count === 0) throw new AppError('request.not_found')
  })
}

/** One of the person's own photos as JPEG. */
export async function ownPhoto(ctx: ActorContext, input: { photoId: string }): Promise<Buffer> {
  const photo = await ctx.db.enrolmentPhoto.findFirst({
    where: { id: input.photoId, userId: ctx.actor.id },
    select: { id: true, image: true },
  })
  if (!photo?.image) throw new AppError('request.not_found')
  return open(ctx.settings.faceKey, photoLabel(photo.id), photo.image)
}
