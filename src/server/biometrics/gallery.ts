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

/**
 * Everybody who agreed to be compared and has templates by this recogniser, or of them only those whose face is in use;
 * in portions, so that requests are answered in between.
 */
export async function galleryOfSite(
  ctx: Opening,
  model: string,
  whose: 'all' | 'in use',
): Promise<SitePerson[]> {
  const user = whose === 'all' ? comparable : identifiable
  const people = new Map<string, Opened>()
  let after: string | undefined
  for (;;) {
    const rows = await ctx.db.template.findMany({
      where: { model, user, ...(after ? { id: { gt: after } } : {}) },
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

/** The templates that decide whether what a process keeps of somebody still holds; nobody who is not in use is among them. */
export function photosInUse(
  db: Database,
  model: string,
  ids?: readonly string[],
): Promise<{ userId: string; photoId: string }[]> {
  return db.template.findMany({
    where: { model, user: identifiable, ...(ids && { userId: { in: [...ids] } }) },
    orderBy: { photoId: 'asc' },
    select: { userId: true, photoId: true },
  })
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
