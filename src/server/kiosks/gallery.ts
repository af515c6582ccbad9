import 'server-only'
import { MIN_PHOTOS } from '@/domain/enrolment'
import type { Cohort, CohortMember } from '@/domain/face/cohort'
import { meanTemplate } from '@/domain/face/matching'
import { facesTopic, sessionTopic, type Topic } from '@/domain/live'
import type { LiveEventPayload } from '@/domain/live-schema'
import { type Matchable, matchableIn } from '../biometrics/identifiable'
import { openTemplate } from '../biometrics/templates'
import type { ServiceContext } from '../context/context'
import { type Occasion, openAt } from '../face-checks/occasion'

/** Somebody who may be recognised, and the consent under which. */
export interface KnownPerson extends CohortMember {
  consentId: string
}

/** Of a gallery whoever may still be compared: somebody may have withdrawn while the frames were read. */
export function stillIn(cohort: Cohort, gallery: readonly KnownPerson[]): KnownPerson[] {
  return gallery.filter(({ id }) => cohort.rows.has(id))
}

/** Opened vectors of one place, by the photo they were made from. */
interface Vectors {
  /** The session, or the workplace, that they were opened for. */
  openId: string
  byPhoto: Map<string, Float32Array>
  means: Map<string, { photos: string; template: Float32Array }>
  forget: () => void
}

/** After so long the vectors are opened anew, so that none outlives a kiosk that was switched off. */
const KEPT_MS = 10 * 60_000

const shared = globalThis as typeof globalThis & { clockfaceGalleries?: Map<string, Vectors> }

/** Kept on globalThis so that Next's copies of this module share one memory, which can be emptied. */
function memory(): Map<string, Vectors> {
  shared.clockfaceGalleries ??= new Map()
  return shared.clockfaceGalleries
}

/** How many opened vectors this process holds of a place: none once its session is over or somebody has withdrawn. */
export function vectorsHeld(placeId: string): number {
  return memory().get(placeId)?.byPhoto.size ?? 0
}

interface GallerySource {
  occasion: Occasion
  model: string
}

function byPerson(rows: Matchable[]): Map<string, Matchable[]> {
  const people = new Map<string, Matchable[]>()
  for (const row of rows) {
    const own = people.get(row.userId)
    if (own) own.push(row)
    else people.set(row.userId, [row])
  }
  for (const [userId, own] of people) if (own.length < MIN_PHOTOS) people.delete(userId)
  return people
}

/** How many people of the place may be recognised. */
export async function gallerySize(
  ctx: ServiceContext,
  source: { placeId: string; model: string },
): Promise<number> {
  return byPerson(await matchableIn(ctx.db, source)).size
}

/** When what is kept is forgotten: once somebody comes or goes, a session is over, or a face changes. */
function forgetting(occasion: Occasion): { topic: Topic; types: LiveEventPayload['type'][] } {
  return occasion.kind === 'session'
    ? { topic: sessionTopic(occasion.sessionId), types: ['roster.changed', 'session.changed'] }
    : { topic: facesTopic, types: ['faces.changed'] }
}

function remember(ctx: ServiceContext, occasion: Occasion): Vectors {
  const { placeId } = occasion
  const openId = openAt(occasion)
  const known = memory().get(placeId)
  if (known?.openId === openId) return known
  known?.forget()
  const timer = setTimeout(() => vectors.forget(), KEPT_MS)
  timer.unref()
  const { topic, types } = forgetting(occasion)
  const subscription = ctx.live.subscribe([topic], ({ payload }) => {
    if (types.includes(payload.type)) vectors.forget()
  })
  const vectors: Vectors = {
    openId,
    byPhoto: new Map(),
    means: new Map(),
    forget() {
      clearTimeout(timer)
      subscription.stop()
      vectors.byPhoto.clear()
      vectors.means.clear()
      if (memory().get(placeId) === vectors) memory().delete(placeId)
    },
  }
  memory().set(placeId, vectors)
  return vectors
}

/** Opens what is not in memory, and drops what may no longer be matched. */
async function openMissing(ctx: ServiceContext, model: string, vectors: Vectors, rows: Matchable[]) {
  const { byPhoto } = vectors
  const wanted = new Set(rows.map(({ photoId }) => photoId))
  for (const photoId of byPhoto.keys()) if (!wanted.has(photoId)) byPhoto.delete(photoId)
  const missing = [...wanted].filter((photoId) => !byPhoto.has(photoId))
  if (missing.length === 0) return
  const sealed = await ctx.db.template.findMany({
    where: { photoId: { in: missing }, model },
    select: { photoId: true, vector: true },
  })
  for (const { photoId, vector } of sealed) byPhoto.set(photoId, openTemplate(ctx, photoId, vector))
}

/**
 * Everybody of the class who may be recognised. Who may is asked of the database every time, so that whoever withdraws
 * is matched by no process from then on; only opened vectors are kept between two people who step up.
 */
export async function kioskGallery(ctx: ServiceContext, source: GallerySource): Promise<KnownPerson[]> {
  const { occasion, model } = source
  const people = byPerson(await matchableIn(ctx.db, { placeId: occasion.placeId, model }))
  const vectors = remember(ctx, occasion)
  await openMissing(ctx, model, vectors, [...people.values()].flat())
  for (const id of vectors.means.keys()) if (!people.has(id)) vectors.means.delete(id)
  return [...people].flatMap(([id, own]) => {
    const opened = own.flatMap(({ photoId }) => vectors.byPhoto.get(photoId) ?? [])
    const consentId = own[0]?.consentId
    if (opened.length < MIN_PHOTOS || !consentId) return []
    const photos = own.map(({ photoId }) => photoId).join()
    const kept = vectors.means.get(id)
    const template = kept?.photos === photos ? kept.template : meanTemplate(opened)
    vectors.means.set(id, { photos, template })
    return [{ id, consentId, template }]
  })
}
