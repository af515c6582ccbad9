import 'server-only'
import type { ServiceContext } from '../context/context'
import { openVector, sealVector as seal } from '../crypto/vector'
import type { Database } from '../db/prisma'

interface Sealing {
  settings: Pick<ServiceContext['settings'], 'faceKey'>
}

const label = (photoId: string) => `template:${photoId}`

/** Encrypts a vector for its row. */
export function sealVector(ctx: Sealing, photoId: string, vector: Float32Array) {
  return seal(ctx.settings.faceKey, label(photoId), vector)
}

/** Opens the vector of a template's row. */
export function openTemplate(ctx: Sealing, photoId: string, sealed: Uint8Array): Float32Array {
  return openVector(ctx.settings.faceKey, label(photoId), sealed)
}

/** The vectors of a person made by one recogniser, oldest first, each with its photo. */
export async function templatesOf(
  ctx: Sealing,
  db: Database,
  userId: string,
  model: string,
): Promise<Array<{ photoId: string; vector: Float32Array }>> {
  const rows = await db.template.findMany({
    where: { userId, model },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { photoId: true, vector: true },
  })
  return rows.map(({ photoId, vector }) => ({ photoId, vector: openTemplate(ctx, photoId, vector) }))
}
