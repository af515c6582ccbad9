import 'server-only'
import { AppError } from '@/domain/errors'
import { photoLabel } from '../biometrics/photo-label'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import { open } from '../crypto/seal'
import type { Prisma } from '../db/generated/client'
import type { KeptCurves } from './kept'
import { readKept } from './kept'
import { newestCalibration } from './run'

/** Somebody on the page, and a photo of theirs that may be shown; null where the installation keeps none. */
export interface ReviewedFace {
  name: string
  photoId: string | null
}

export interface Extremes {
  /** The two different people who are nearest to each other, nearest first. */
  strangers: Array<{ key: string; faces: [ReviewedFace, ReviewedFace]; lookAlikes: boolean }>
  /** Photos that fit their own person worst, each beside another photo of theirs. */
  genuine: Array<{ key: string; faces: [ReviewedFace, ReviewedFace]; refused: boolean }>
}

/** The classes that the report is of for this person; null for an administrator, who sees the whole site. */
export function reviewedClasses({ actor }: ActorContext): Prisma.PlaceWhereInput | null {
  return actor.roles.includes('ADMIN') ? null : { kind: 'CLASS', ...ledBy(actor) }
}

/** Whom this person may review: an administrator everybody, a teacher the students of their classes. */
function reviewable(ctx: ActorContext): Prisma.UserWhereInput {
  const place = reviewedClasses(ctx)
  return place ? { memberships: { some: { leftAt: null, place } } } : {}
}

/** So many pairs of each kind are shown. */
const SHOWN = 6

/**
 * The nearest strangers and the worst fitting photos, as far as this person may review them: both people of a pair
 * must be theirs to see. No score is told, only on which side of the threshold it lies.
 */
export async function extremes(
  ctx: ActorContext,
  kept: Pick<KeptCurves, 'highestStrangers' | 'lowestGenuine'>,
): Promise<Extremes> {
  const ids = [
    ...kept.highestStrangers.flatMap(({ aId, bId }) => [aId, bId]),
    ...kept.lowestGenuine.map(({ userId }) => userId),
  ]
  const rows = await ctx.db.user.findMany({
    where: { AND: [{ id: { in: [...new Set(ids)] } }, reviewable(ctx)] },
    select: {
      id: true,
      name: true,
      enrolmentPhotos: {
        where: { image: { not: null } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { id: true },
      },
    },
  })
  const people = new Map(
    rows.map(({ id, name, enrolmentPhotos }) => [
      id,
      { name, photos: enrolmentPhotos.map((photo) => photo.id) },
    ]),
  )
  const strangers = kept.highestStrangers.flatMap(({ aId, bId, lookAlikes }) => {
    const [a, b] = [people.get(aId), people.get(bId)]
    if (!a || !b) return []
    const faces: [ReviewedFace, ReviewedFace] = [
      { name: a.name, photoId: a.photos[0] ?? null },
      { name: b.name, photoId: b.photos[0] ?? null },
    ]
    return [{ key: `${aId}:${bId}`, faces, lookAlikes }]
  })
  const listed = new Set<string>()
  const genuine = kept.lowestGenuine.flatMap(({ userId, photoId, refused }) => {
    const person = people.get(userId)
    // Versions of before may name somebody twice.
    if (!person || listed.has(userId)) return []
    listed.add(userId)
    const other = person.photos.find((id) => id !== photoId) ?? null
    const own = person.photos.includes(photoId) ? photoId : null
    const faces: [ReviewedFace, ReviewedFace] = [
      { name: person.name, photoId: own },
      { name: person.name, photoId: other },
    ]
    return [{ key: photoId, faces, refused }]
  })
  return { strangers: strangers.slice(0, SHOWN), genuine: genuine.slice(0, SHOWN) }
}

/** A photo that the page shows this person, as JPEG; of no other can be told that it exists. */
export async function reviewedPhoto(ctx: ActorContext, input: { photoId: string }): Promise<Buffer> {
  const { roles } = ctx.actor
  const model = roles.includes('ADMIN') || roles.includes('TEACHER') ? await ctx.recogniser() : null
  const row = model && (await newestCalibration(ctx, ctx.db, model))
  if (!row) throw new AppError('request.not_found')
  const { strangers, genuine } = await extremes(ctx, readKept(row.curves))
  const shown = [...strangers, ...genuine].some(({ faces }) =>
    faces.some(({ photoId }) => photoId === input.photoId),
  )
  const photo =
    shown &&
    (await ctx.db.enrolmentPhoto.findUnique({
      where: { id: input.photoId },
      select: { id: true, image: true },
    }))
  if (!photo || photo.image === null) throw new AppError('request.not_found')
  return open(ctx.settings.faceKey, photoLabel(photo.id), photo.image)
}
