import 'server-only'
import { IDENTIFICATION_NOTICE, MAX_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { enrolmentProblem } from '@/domain/face/enrolment-picture'
import { cosine, mostDifferent } from '@/domain/face/matching'
import { thresholdsOf } from '@/domain/face/thresholds'
import { activeConsent } from '../biometrics/consent'
import { lockEnrolments } from '../biometrics/enrolment-lock'
import { requireFaceOn } from '../biometrics/face-on'
import { publishFacesChanged, queueCalibration } from '../biometrics/faces-changed'
import { renewTemplates } from '../biometrics/renewal'
import { templatesOf } from '../biometrics/templates'
import { currentCalibration } from '../calibration/current'
import { addLookAlikes } from '../calibration/look-alikes'
import { type Neighbour, neighboursOf } from '../calibration/neighbours'
import { forgetInCalibrations } from '../calibration/run'
import type { ActorContext } from '../context/context'
import type { Database } from '../db/prisma'
import { requireNoHold, stopDuplicate } from '../duplicates/hold'
import type { Selfie, SelfieResult } from '../face/face-engine'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'
import { countingFailures } from './failures'
import { keepPhoto } from './keep-photo'
import { lateFaces, lockNewFaces } from './late-faces'

/** How often a photo is compared with the whole site because others like it came meanwhile. */
const MOST_COMPARISONS = 5

interface AddPhotoInput {
  picture: Blob
  /** The photo that this one takes the place of. */
  replaces?: string | undefined
}

/** Refuses what the others are already: the second look at one picture says nothing new about a face. */
function requireNewPicture(
  selfie: Selfie,
  own: ReadonlyArray<{ photoId: string; vector: Float32Array }>,
  replaces?: string | undefined,
): void {
  const { samePicture } = thresholdsOf(selfie.recogniser)
  const same = own.findIndex(
    ({ photoId, vector }) => photoId !== replaces && cosine(selfie.vector, vector) >= samePicture,
  )
  if (same >= 0) throw new AppError('enrolment.same_picture', { number: same + 1 })
}

/** Refuses a photo that does not show the person of the others, or says which of the others does not. */
function requireSamePerson(selfie: Selfie, others: ReadonlyArray<{ vector: Float32Array }>): void {
  const vectors = [...others.map(({ vector }) => vector), selfie.vector]
  const differs = mostDifferent(vectors, thresholdsOf(selfie.recogniser).samePerson)
  if (differs === null) return
  if (differs === others.length) throw new AppError('enrolment.different_person')
  throw new AppError('enrolment.other_photo_differs', { number: differs + 1 })
}

/**
 * Adds one photo, or replaces one: exactly one face, good enough, and the same person as the other photos.
 * Stored are the photo re-encoded without metadata (unless the installation keeps none) and its template.
 */
export function addPhoto(ctx: ActorContext, input: AddPhotoInput): Promise<{ photoId: string }> {
  return countingFailures(ctx, () => tryPhoto(ctx, input))
}

async function tryPhoto(ctx: ActorContext, input: AddPhotoInput): Promise<{ photoId: string }> {
  await requireFaceOn(ctx.db, ctx.actor.id, null)
  await requireNoHold(ctx.db, ctx.actor.id)
  const consent = await activeConsent(ctx.db, ctx.actor.id)
  if (!consent) throw new AppError('enrolment.no_consent')
  await countTry(ctx.db, 'enrolment photo', ctx.actor.id)
  const engine = await ctx.faceEngine()
  await renewTemplates(ctx, engine, { userId: ctx.actor.id, consentId: consent.id })
  const selfie = usableSelfie(await engine.readSelfie(new Uint8Array(await input.picture.arrayBuffer())))
  const photo = { selfie, replaces: input.replaces, consentId: consent.id }
  const compares = consent.noticeVersion >= IDENTIFICATION_NOTICE
  const known = new Set<string>()
  for (let tries = 0; tries < MOST_COMPARISONS; tries++) {
    const comparedAt = ctx.clock()
    const near = compares ? await nearbyPeople(ctx, photo) : []
    const saved = await savePhoto(ctx, { ...photo, near, compared: compares ? { comparedAt, known } : null })
    if ('photoId' in saved) return saved
    for (const photoId of saved.late) known.add(photoId)
  }
  throw new AppError('face.busy')
}

/** @throws AppError in words for whoever enrols, who has no code to fall back on. */
function usableSelfie(result: SelfieResult): Selfie {
  if (!result.ok) throw new AppError(result.problem === 'face.covered' ? 'enrolment.covered' : result.problem)
  const problem = enrolmentProblem(result.selfie)
  if (problem) throw new AppError(problem)
  return result.selfie
}

/**
 * Whom this person looks like, so much that a face alone may not tell them apart. Throws where it is clearly the
 * face of another account.
 */
async function nearbyPeople(
  ctx: ActorContext,
  photo: Omit<NewPhoto, 'near' | 'compared'>,
): Promise<Neighbour[]> {
  const { selfie, replaces, consentId } = photo
  const userId = ctx.actor.id
  const model = selfie.recogniser
  const own = await templatesOf(ctx, ctx.db, userId, model)
  const others = own.filter(({ photoId }) => photoId !== replaces)
  // Somebody else's picture is not a second account.
  requireSamePerson(selfie, others)
  requireNewPicture(selfie, own, replaces)
  const site = await currentCalibration(ctx, model)
  const vectors = [...others.map(({ vector }) => vector), selfie.vector]
  const near = await neighboursOf(ctx, { userId, model, vectors }, site)
  await stopDuplicate(ctx, { selfie, same: near.filter(({ same }) => same), consentId })
  return near.filter(({ lookAlike }) => lookAlike)
}

interface NewPhoto {
  selfie: Selfie
  replaces: string | undefined
  /** The consent under which the picture was taken. */
  consentId: string
  near: readonly Neighbour[]
  /** When, and with which photos that were new then, the face was compared; null where it may not be. */
  compared: { comparedAt: Date; known: ReadonlySet<string> } | null
}

/** Saves the photo, unless faces like it were saved since it was compared: which ones, so that it is compared again. */
function savePhoto(
  ctx: ActorContext,
  { selfie, replaces, consentId, near, compared }: NewPhoto,
): Promise<{ photoId: string } | { late: string[] }> {
  const userId = ctx.actor.id
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    // The others' as well: whoever withdraws meanwhile may not be written down as a look-alike.
    await lockEnrolments(tx, [userId, ...near.map((one) => one.userId)])
    // Asked again under the lock: while it was worked on, the person may have withdrawn, and even consented anew, and
    // the enrolment may have stopped until an administrator has decided.
    if ((await activeConsent(tx, userId))?.id !== consentId) throw new AppError('enrolment.no_consent')
    await requireNoHold(tx, userId)
    await lockNewFaces(tx)
    const late = compared ? await lateComers(ctx, tx, selfie, compared) : []
    if (late.length > 0) return { late }
    if (replaces) {
      const { count } = await tx.enrolmentPhoto.deleteMany({ where: { id: replaces, userId } })
      if (count === 0) throw new AppError('request.not_found')
      await forgetInCalibrations(tx, { userId, photoId: replaces })
    }
    if ((await tx.enrolmentPhoto.count({ where: { userId } })) >= MAX_PHOTOS)
      throw new AppError('enrolment.too_many')
    const others = await templatesOf(ctx, tx, userId, selfie.recogniser)
    requireSamePerson(selfie, others)
    requireNewPicture(selfie, others)
    const photoId = await keepPhoto(ctx, { userId, selfie })
    const pairs = await stillThere(tx, userId, near)
    await addLookAlikes(tx, { model: selfie.recogniser, pairs, now: ctx.clock() })
    await queueCalibration(tx)
    await publishFacesChanged(ctx, userId)
    return { photoId }
  })
}

async function lateComers(
  ctx: ActorContext,
  tx: Database,
  selfie: Selfie,
  { comparedAt, known }: NonNullable<NewPhoto['compared']>,
): Promise<string[]> {
  const newcomer = { userId: ctx.actor.id, model: selfie.recogniser, vector: selfie.vector, comparedAt }
  return (await lateFaces(ctx, tx, newcomer)).filter((photoId) => !known.has(photoId))
}

/** The pairs with those who have not withdrawn since they were compared. */
async function stillThere(tx: Database, userId: string, near: readonly Neighbour[]) {
  const ids = near.map((one) => one.userId)
  const here = await tx.user.findMany({
    where: { id: { in: ids }, templates: { some: {} } },
    select: { id: true },
  })
  const left = new Set(here.map(({ id }) => id))
  return near
    .filter((one) => left.has(one.userId))
    .map((one) => ({ a: userId, b: one.userId, score: one.similarity }))
}
