import 'server-only'
import { withdrawConsent } from '../biometrics/consent'
import { publishFacesChanged, queueCalibration } from '../biometrics/faces-changed'
import { forgetInCalibrations } from '../calibration/run'
import type { TxContext } from '../context/tx-context'
import { forgetAnswers, withholdAnswersAbout } from '../idempotency/answers'
import { forgetInCases } from './cases'
import { FACE, listErased, queueNoting } from './list'
import { forgetInRollCalls } from './roll-calls'

/** What withdrawing erased, by kind, to be told to the person. */
export interface Erased {
  photos: number
  templates: number
  evidence: number
}

/**
 * Withdraws the consent and erases at once everything made from the person's face: photos, templates,
 * evidence, and the scores of face checks. That a check took place stays, because attendance rests on it.
 * The enrolment must be locked.
 */
export async function eraseFace({ tx, now }: TxContext, userId: string): Promise<Erased> {
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
  await forgetAnswers(tx, userId)
  await withholdAnswersAbout(tx, userId)
  await queueCalibration(tx)
  await listErased(tx, { what: FACE, subjectId: userId })
  await withdrawConsent(tx, userId, now)
  // Agreeing anew some day must not bring back what was switched on before.
  await tx.user.update({ where: { id: userId }, data: { faceSignIn: false } })
  return { photos: photos.count, templates: templates.count, evidence: evidence.count }
}

/**
 * Erases one photo of a person, or all, with everything made from it. Whoever has none left is forgotten in cases and
 * calibrations altogether. How many were erased; the enrolment must be locked.
 */
export async function erasePhotos(
  ctx: TxContext,
  { userId, photoId }: { userId: string; photoId?: string | undefined },
): Promise<number> {
  const { tx } = ctx
  const { count } = await tx.enrolmentPhoto.deleteMany({
    where: { userId, ...(photoId ? { id: photoId } : {}) },
  })
  const anyLeft = (await tx.enrolmentPhoto.count({ where: { userId } })) > 0
  if (!anyLeft) await forgetInCases(tx, userId)
  await forgetInCalibrations(tx, { userId, photoId: anyLeft ? photoId : undefined })
  await queueCalibration(tx)
  await queueNoting(tx)
  await publishFacesChanged(ctx, userId)
  return count
}
