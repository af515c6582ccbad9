import 'server-only'
import type { ActorContext } from '../context/context'
import { heldPicture } from '../duplicates/service'
import { ownPhoto } from '../enrolment/service'
import { evidenceImage } from '../evidence/service'
import type { ZippedFile } from './zip'

/** Consents, templates and checks: that they were and what came of them, neither vectors nor scores. */
export async function ownFaceData({ db, actor }: ActorContext) {
  const whose = { userId: actor.id }
  const [consents, photos, templates, checks, challenges, pause, cases] = await Promise.all([
    db.consent.findMany({
      where: whose,
      orderBy: { givenAt: 'asc' },
      select: { noticeVersion: true, language: true, givenAt: true, withdrawnAt: true },
    }),
    db.enrolmentPhoto.findMany({
      where: whose,
      orderBy: { createdAt: 'asc' },
      select: { id: true, createdAt: true },
    }),
    db.template.findMany({
      where: whose,
      orderBy: { createdAt: 'asc' },
      select: { photoId: true, model: true, createdAt: true },
    }),
    db.faceCheck.findMany({
      where: whose,
      orderBy: { at: 'asc' },
      select: {
        ...{
          id: true,
          at: true,
          purpose: true,
          outcome: true,
          reason: true,
          liveness: true,
          secondFactor: true,
        },
        place: { select: { name: true } },
      },
    }),
    db.faceChallenge.findMany({
      where: whose,
      orderBy: { createdAt: 'asc' },
      select: { purpose: true, steps: true, createdAt: true, expiresAt: true, usedAt: true },
    }),
    db.faceLock.findUnique({
      where: { key: `person:${actor.id}` },
      select: { misses: true, pausedUntil: true, updatedAt: true },
    }),
    db.duplicateCase.findMany({
      where: whose,
      orderBy: { createdAt: 'asc' },
      select: { id: true, state: true, createdAt: true, decidedAt: true },
    }),
  ])
  return { consents, photos, templates, checks, challenges, pause, cases }
}

/**
 * The pictures of them that are kept, one at a time: the photos that they gave, snapshots of face checks, and what an
 * administrator is still to decide about.
 */
export async function* ownPictures(ctx: ActorContext): AsyncGenerator<ZippedFile> {
  const { db, actor } = ctx
  const kept = { userId: actor.id, image: { not: null } }
  const order = { orderBy: { createdAt: 'asc' }, select: { id: true } } as const
  for (const { id } of await db.enrolmentPhoto.findMany({ where: kept, ...order }))
    yield { name: `photos/${id}.jpg`, body: await ownPhoto(ctx, { photoId: id }) }
  const snapshots = await db.evidence.findMany({
    where: { faceCheck: { userId: actor.id } },
    orderBy: { createdAt: 'asc' },
    select: { faceCheckId: true },
  })
  for (const { faceCheckId } of snapshots)
    yield { name: `snapshots/${faceCheckId}.jpg`, body: await evidenceImage(ctx, { faceCheckId }) }
  for (const { id } of await db.duplicateCase.findMany({ where: kept, ...order }))
    yield { name: `cases/${id}.jpg`, body: await heldPicture(ctx, { caseId: id }) }
}
