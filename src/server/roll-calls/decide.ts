import 'server-only'

import { ROOM_PHOTO_NOTICE } from '@/domain/enrolment'
import { decideRollCall } from '@/domain/face/roll-call'
import { refusedPairs } from '@/domain/refused-matches'
import { faceBoxSchema } from '@/domain/roll-calls-schema'
import { withCohort } from '../calibration/cohort'
import { lookAlikePairs } from '../calibration/look-alikes'
import type { ServiceContext } from '../context/context'
import { openVector } from '../crypto/vector'
import type { RollCallBand } from '../db/generated/enums'
import type { Database } from '../db/prisma'
import type { SessionOfClass } from '../sessions/members'
import { galleryOf, lockGallery, meansOf } from './gallery'
import type { RollCallRules } from './rules'
import { refusedLabel, vectorLabel } from './sealing'

export interface DecidedRollCall {
  id: string
  session: SessionOfClass
  model: string
}

const bandOf = { sure: 'SURE', likely: 'LIKELY', unknown: 'UNKNOWN' } as const satisfies Record<
  string,
  RollCallBand
>

async function facesOf(ctx: ServiceContext, db: Database, rollCallId: string) {
  const faces = await db.rollCallFace.findMany({
    where: { rollCallId },
    orderBy: { id: 'asc' },
    select: { id: true, photoId: true, box: true, vector: true, photo: { select: { fingerprint: true } } },
  })
  return faces.map(({ id, photoId, box, vector, photo }) => ({
    id,
    photo: photoId,
    box: faceBoxSchema.parse(box),
    fingerprint: Buffer.from(photo.fingerprint).toString('hex'),
    vector: vector && openVector(ctx.settings.faceKey, vectorLabel(id), vector),
  }))
}

async function refusalsOf(
  ctx: ServiceContext,
  db: Database,
  { session: { classId }, model }: DecidedRollCall,
) {
  const refusals = await db.refusedMatch.findMany({ where: { placeId: classId } })
  return refusals.map((refusal) => ({
    studentId: refusal.studentId,
    box: faceBoxSchema.parse(refusal.box),
    fingerprint: Buffer.from(refusal.fingerprint).toString('hex'),
    vector:
      refusal.vector && refusal.model === model
        ? openVector(ctx.settings.faceKey, refusedLabel(refusal.id), refusal.vector)
        : null,
  }))
}

/**
 * Names the faces of all photos of a roll call anew, by what is known at this moment, and keeps what decided it. The
 * roll call must be locked.
 */
export async function decide(
  ctx: ServiceContext,
  tx: Database,
  rollCall: DecidedRollCall,
  { bands, calibrationId, preselect }: RollCallRules,
): Promise<void> {
  const { id: rollCallId, session, model } = rollCall
  const ids = await lockGallery(tx, { session, rollCallId })
  const gallery = await galleryOf(ctx, tx, { ids, session, model })
  const faces = await facesOf(ctx, tx, rollCallId)
  const refusals = await refusalsOf(ctx, tx, rollCall)
  const studentIds = gallery.map(({ id }) => id)
  const means = meansOf(gallery)
  const lookAlikes = await lookAlikePairs({ db: tx }, studentIds, model)
  const refused = refusedPairs({ faces, refusals, means, samePerson: bands.sameFace })
  const decision = await withCohort(ctx, { db: tx, model, calibrationId }, (cohort) =>
    decideRollCall({ faces, gallery, cohort, bands, preselect, lookAlikes, refused }),
  )
  for (const { id, band, studentId, alternatives, score } of decision.faces) {
    await tx.rollCallFace.update({
      where: { id },
      data: {
        band: bandOf[band],
        studentId,
        others: alternatives,
        similarity: score,
      },
    })
  }
  await tx.rollCall.update({ where: { id: rollCallId }, data: { calibrationId } })
  await keepOnlyAgreed(tx, rollCallId)
}

/** Who agreed to an earlier notice was told that photos of the class go as soon as they are read: so those with them do. */
async function keepOnlyAgreed(tx: Database, rollCallId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "RollCallPhoto" p SET view = NULL
    WHERE p."rollCallId" = ${rollCallId}::uuid AND p.view IS NOT NULL AND EXISTS (
      SELECT FROM "RollCallFace" f JOIN "Consent" c ON c."userId" = f."studentId" OR c."userId" = ANY(f.others)
      WHERE f."photoId" = p.id AND c."withdrawnAt" IS NULL AND c."noticeVersion" < ${ROOM_PHOTO_NOTICE}
    )`
}
