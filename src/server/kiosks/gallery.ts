import 'server-only'
import { MIN_PHOTOS } from '@/domain/enrolment'
import type { Cohort, CohortMember } from '@/domain/face/cohort'
import { meanTemplate } from '@/domain/face/matching'
import { sessionTopic } from '@/domain/live'
import { type Matchable, matchableIn } from '../biometrics/identifiable'
import { openTemplate } from '../biometrics/templates'
import type { ServiceContext } from '../context/context'

/** Somebody who may be recognised, and the consent under which. */
export interface KnownPerson extends CohortMember {
  consentId: string
}

/** Of a gallery whoever may still be compared: somebody may have withdrawn while the frames were read. */
export function stillIn(cohort: Cohort, gallery: readonly KnownPerson[]): KnownPerson[] {
  return gallery.filter(({ id }) => cohort.rows.has(id))
}

/** Opened vectors of one class, by the photo they were made from. */
interface Vectors {
  sessionId: string
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

/** How many opened vectors this process holds of a class: none once its session is over or somebody has withdrawn. */
export function vectorsHeld(placeId: string): number {
  return memory().get(placeId)?.byPhoto.size ?? 0
}

interface GallerySource {
  placeId: string
  sessionId: string
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

/** How many people of the class may be recognised. */
export async function gallerySize(
  ctx: ServiceContext,
  source: Omit<GallerySource, 'sessionId'>,
): Promise<number> {
  return byPerson(await matchableIn(ctx.db, source)).size
}

/** Forgets everything when the session's event says that somebody came or went, or that it is over. */
function remember(ctx: ServiceContext, { placeId, sessionId }: GallerySource): Vectors {
  const known = memory().get(placeId)
  if (known?.sessionId === sessionId) return known
  known?.forget()
  const timer = setTimeout(() => vectors.forget(), KEPT_MS)
  timer.unref()
  const subscription = ctx.live.subscribe([sessionTopic(sessionId)], ({ payload }) => {
    if (payload.type === 'roster.changed' || payload.type === 'session.changed') vectors.forget()
  })
  const vectors: Vectors = {
    sessionId,
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
  const people = byPerson(await matchableIn(ctx.db, source))
  const vectors = remember(ctx, source)
  await openMissing(ctx, source.model, vectors, [...people.values()].flat())
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
