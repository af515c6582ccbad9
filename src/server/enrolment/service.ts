import 'server-only'
import { MIN_PHOTOS, NOTICE_VERSION } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { facesTopic } from '@/domain/live'
import { forgetInCalibrations, queueCalibration } from '../calibration/run'
import { publishRosterChange } from '../classes/roster'
import type { ActorContext } from '../context'
import { open } from '../crypto/seal'
import type { Database } from '../db/prisma'
import { forgetInCases } from '../duplicates/forget'
import { holdOf } from '../duplicates/hold-of'
import { requireFaceOn } from '../face-off/refusal'
import { type Publish, transact } from '../live/publish'
import { forgetInRollCalls } from '../roll-calls/forget'
import { usablePhotos } from './usable-photos'

/** The person's agreement that is in force; null when there is none. */
export function activeConsent(db: Database, userId: string) {
  return db.consent.findFirst({ where: { userId, withdrawnAt: null } })
}

/** One person's enrolment is changed by one request at a time. */
export function lockEnrolment(tx: Database, userId: string): Promise<void> {
  return lockEnrolments(tx, [userId])
}

/** Holds the enrolment of several people; always in the order of their ids, so that no two wait for each other. */
export async function lockEnrolments(tx: Database, userIds: readonly string[]): Promise<void> {
  const ids = [...new Set(userIds)].sort()
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('enrolment:' || id, 0))::text
    FROM unnest(${ids}::text[]) AS id`
}

/** Tells the boards of the person's classes that photos came or went. */
export async function publishEnrolment(tx: Database, publish: Publish, userId: string): Promise<void> {
  publish(facesTopic, { type: 'faces.changed', userId })
  const entries = await tx.rosterEntry.findMany({
    where: { studentId: userId, leftAt: null },
    select: { classId: true },
  })
  for (const { classId } of entries) await publishRosterChange(tx, publish, classId)
}

/** What the person has agreed to and which photos are kept. */
export async function status(ctx: ActorContext) {
  const userId = ctx.actor.id
  const countsNow = await usablePhotos(ctx)
  const [person, consent, photos, usable, hold] = await Promise.all([
    ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { faceOff: true } }),
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
    noticeVersion: NOTICE_VERSION,
    consent: consent && { givenAt: consent.givenAt, noticeVersion: consent.noticeVersion },
    photos: photos.map((photo) => ({ ...photo, usable: usableIds.has(photo.id) })),
    photosKept: ctx.settings.keepEnrolmentPhotos,
    evidenceDays: ctx.settings.evidenceDays,
    enrolled: consent !== null && usable.length >= MIN_PHOTOS,
    /** Whether the office has stopped this enrolment: still to be decided, or for good. */
    hold,
    recogniserChanged: usable.length < photos.length,
  }
}

/** Records that the person agrees to the notice they were shown. Agreeing twice is harmless. */
export async function giveConsent(ctx: ActorContext, input: { noticeVersion: number }): Promise<void> {
  if (input.noticeVersion !== NOTICE_VERSION) throw new AppError('enrolment.notice_outdated')
  await transact(ctx, async (tx) => {
    await lockEnrolment(tx, ctx.actor.id)
    await requireFaceOn(tx, ctx.actor.id)
    const consent = await activeConsent(tx, ctx.actor.id)
    if (consent?.noticeVersion === NOTICE_VERSION) return
    const now = ctx.clock()
    if (consent) await tx.consent.update({ where: { id: consent.id }, data: { withdrawnAt: now } })
    await tx.consent.create({
      data: { userId: ctx.actor.id, noticeVersion: NOTICE_VERSION, givenAt: now },
    })
  })
}

/** What withdrawing erased, by kind, to be told to the person. */
export interface Erased {
  photos: number
  templates: number
  evidence: number
}

/**
 * Withdraws the agreement and erases at once everything made from the person's face: photos, templates,
 * evidence, and the scores of face checks. That a check took place stays, because attendance rests on it.
 * The enrolment must be locked.
 */
export async function eraseFace(tx: Database, userId: string, now: Date): Promise<Erased> {
  const templates = await tx.template.deleteMany({ where: { userId } })
  const photos = await tx.enrolmentPhoto.deleteMany({ where: { userId } })
  const evidence = await tx.evidence.deleteMany({ where: { faceCheck: { userId } } })
  await tx.faceCheck.updateMany({
    where: { userId },
    data: { similarity: null, cosine: null, lead: null, live: null },
  })
  await forgetInRollCalls(tx, userId)
  await forgetInCases(tx, userId)
  await forgetInCalibrations(tx, { userId })
  await queueCalibration(tx)
  await tx.consent.updateMany({ where: { userId, withdrawnAt: null }, data: { withdrawnAt: now } })
  // Agreeing anew some day must not bring back what was switched on before.
  await tx.user.update({ where: { id: userId }, data: { faceSignIn: false } })
  return { photos: photos.count, templates: templates.count, evidence: evidence.count }
}

/** Withdraws the agreement, with everything that was made under it. */
export function withdraw(ctx: ActorContext): Promise<Erased> {
  const userId = ctx.actor.id
  return transact(ctx, async (tx, publish) => {
    await lockEnrolment(tx, userId)
    const erased = await eraseFace(tx, userId, ctx.clock())
    await publishEnrolment(tx, publish, userId)
    return erased
  })
}

/**
 * Erases one photo of a person, or all, with everything made from it. Whoever has none left is forgotten in cases and
 * calibrations altogether. How many were erased; the enrolment must be locked.
 */
export async function erasePhotos(
  tx: Database,
  publish: Publish,
  { userId, photoId }: { userId: string; photoId?: string | undefined },
): Promise<number> {
  const { count } = await tx.enrolmentPhoto.deleteMany({
    where: { userId, ...(photoId ? { id: photoId } : {}) },
  })
  const anyLeft = (await tx.enrolmentPhoto.count({ where: { userId } })) > 0
  if (!anyLeft) await forgetInCases(tx, userId)
  await forgetInCalibrations(tx, { userId, photoId: anyLeft ? photoId : undefined })
  await queueCalibration(tx)
  await publishEnrolment(tx, publish, userId)
  return count
}

/** Deletes one photo with its templates, or all of them. */
export async function deletePhotos(
  ctx: ActorContext,
  { photoId }: { photoId?: string | undefined },
): Promise<void> {
  const userId = ctx.actor.id
  await transact(ctx, async (tx, publish) => {
    await lockEnrolment(tx, userId)
    const count = await erasePhotos(tx, publish, { userId, photoId })
    if (photoId && count === 0) throw new AppError('request.not_found')
  })
}

export const photoLabel = (photoId: string) => `photo:${photoId}`

/** One of the person's own photos as JPEG. */
export async function ownPhoto(ctx: ActorContext, input: { photoId: string }): Promise<Buffer> {
  const photo = await ctx.db.enrolmentPhoto.findFirst({
    where: { id: input.photoId, userId: ctx.actor.id },
    select: { id: true, image: true },
  })
  if (!photo?.image) throw new AppError('request.not_found')
  return open(ctx.settings.faceKey, photoLabel(photo.id), photo.image)
}
