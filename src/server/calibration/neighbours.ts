import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { cosine, meanTemplate } from '@/domain/face/matching'
import type { ServiceContext } from '../context'
import { galleryOfSite } from './measure'

export interface Neighbour {
  userId: string
  similarity: number
}

const PEOPLE_AT_A_TIME = 500

/**
 * Everybody else whose mean template comes as near to the mean of these vectors as `from`, nearest first. Faces that are
 * off after too many misses, and those of disabled accounts, count too: else a second account would switch them on again.
 */
export async function neighboursOf(
  ctx: Pick<ServiceContext, 'db' | 'settings'>,
  self: { userId: string; model: string; vectors: readonly Float32Array[] },
  from: number,
): Promise<Neighbour[]> {
  const mean = meanTemplate(self.vectors)
  const near: Neighbour[] = []
  const people = await galleryOfSite(ctx, self.model, 'all')
  for (const [i, { id, vectors }] of people.entries()) {
    if (i % PEOPLE_AT_A_TIME === PEOPLE_AT_A_TIME - 1) await setImmediate()
    if (id === self.userId) continue
    const similarity = cosine(mean, meanTemplate(vectors))
    if (similarity >= from) near.push({ userId: id, similarity })
  }
  return near.sort((x, y) => y.similarity - x.similarity || (x.userId < y.userId ? -1 : 1))
}
