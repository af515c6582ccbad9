import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { GalleryPerson } from '@/domain/face/site-scores'
import type { ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'
import { comparable, identifiable } from './identifiable'
import { openTemplate } from './templates'

export interface SitePerson extends GalleryPerson {
  /** The photo of each vector. */
  photos: string[]
}

export type Opening = Pick<ServiceContext, 'db' | 'settings'>

const ROWS_AT_A_TIME = 500

interface TemplateRow {
  userId: string
  photoId: string
  vector: Uint8Array
}

/** Opens templates and adds each to its person. */
function addTemplates(
  ctx: Pick<ServiceContext, 'settings'>,
  people: Map<string, Opened>,
  rows: readonly TemplateRow[],
): void {
  for (const { userId, photoId, vector } of rows) {
    const person = people.get(userId) ?? { id: userId, vectors: [], photos: [] }
    person.vectors.push(openTemplate(ctx, photoId, vector))
    person.photos.push(photoId)
    people.set(userId, person)
  }
}

interface Opened {
  id: string
  vectors: Float32Array[]
  photos: string[]
}

/** Everybody who agreed to be compared, or of them only those whose face is in use. */
type Whose = 'all' | 'in use'

const agreed = { all: comparable, 'in use': identifiable } satisfies Record<Whose, object>

/**
 * Everybody (or of these people who) has templates by this recogniser; in portions, so that requests are answered in
 * between.
 */
export async function galleryOfSite(
  ctx: Opening,
  model: string,
  whose: Whose,
  ids?: readonly string[],
): Promise<SitePerson[]> {
  const people = new Map<string, Opened>()
  let after: string | undefined
  for (;;) {
    const rows = await ctx.db.template.findMany({
      where: {
        model,
        user: agreed[whose],
        ...(ids && { userId: { in: [...ids] } }),
        ...(after && { id: { gt: after } }),
      },
      orderBy: { id: 'asc' },
      take: ROWS_AT_A_TIME,
      select: { id: true, userId: true, photoId: true, vector: true },
    })
    addTemplates(ctx, people, rows)
    after = rows.at(-1)?.id
    if (rows.length < ROWS_AT_A_TIME) return [...people.values()]
    await setImmediate()
  }
}

/** Of which photos everybody (or these people) has templates, as one text that tells whether what is kept of them still holds. */
export async function photosOf(
  db: Database,
  model: string,
  whose: Whose,
  ids?: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.template.findMany({
    where: { model, user: agreed[whose], ...(ids && { userId: { in: [...ids] } }) },
    orderBy: { photoId: 'asc' },
    select: { userId: true, photoId: true },
  })
  const photos = new Map<string, string>()
  for (const { userId, photoId } of rows) photos.set(userId, `${photos.get(userId) ?? ''}${photoId}`)
  return photos
}

/** The vectors of these people by one recogniser, as far as their faces are in use. */
export async function vectorsInUse(
  ctx: Pick<ServiceContext, 'settings'>,
  db: Database,
  model: string,
  ids: readonly string[],
): Promise<SitePerson[]> {
  const people = new Map<string, Opened>()
  const rows = await db.template.findMany({
    where: { model, user: identifiable, userId: { in: [...ids] } },
    orderBy: { photoId: 'asc' },
    select: { userId: true, photoId: true, vector: true },
  })
  addTemplates(ctx, people, rows)
  return [...people.values()]
}
