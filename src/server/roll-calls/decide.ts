import 'server-only'

import { cosine, unit } from '@/domain/face/matching'
import { decideRollCall } from '@/domain/face/roll-call'
import { refusedPairs } from '@/domain/refused-matches'
import { faceBoxSchema } from '@/domain/roll-calls'
import { lookAlikePairs } from '../calibration/look-alikes'
import type { ServiceContext } from '../context'
import { openVector } from '../crypto/vector'
import type { RollCallBand } from '../db/generated/enums'
import type { Database } from '../db/prisma'
import { galleryOf, lockGallery, meansOf } from './gallery'
import type { RollCallRules } from './rules'
import { refusedLabel, vectorLabel } from './sealing'

export interface DecidedRollCall {
  id: string
  classId: string
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

async function refusalsOf(ctx: ServiceContext, db: Database, { classId, model }: DecidedRollCall) {
  const refusals = await db.refusedMatch.findMany({ where: { classId } })
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
  { bands, samePerson, calibrationId, preselect }: RollCallRules,
): Promise<void> {
  const { id: rollCallId, classId, model } = rollCall
  const ids = await lockGallery(tx, { classId, rollCallId })
  const gallery = await galleryOf(ctx, tx, { ids, classId, model })
  const faces = await facesOf(ctx, tx, rollCallId)
  const refusals = await refusalsOf(ctx, tx, rollCall)
  const studentIds = gallery.map(({ id }) => id)
  const means = meansOf(gallery)
  const decision = decideRollCall({
    faces,
    gallery,
    bands,
    preselect,
    lookAlikes: await lookAlikePairs({ db: tx }, studentIds, model),
    refused: refusedPairs({ faces, refusals, means, samePerson }),
  })
  const vectors = new Map(faces.map(({ id, vector }) => [id, vector]))
  for (const { id, band, studentId, alternatives } of decision.faces) {
    const vector = vectors.get(id)
    const mean = studentId ? means.get(studentId) : undefined
    await tx.rollCallFace.update({
      where: { id },
      data: {
        band: bandOf[band],
        studentId,
        others: alternatives,
        similarity: vector && mean ? cosine(unit(vector), mean) : null,
      },
    })
  }
  await tx.rollCall.update({ where: { id: rollCallId }, data: { calibrationId } })
}
