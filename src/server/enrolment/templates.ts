import 'server-only'
import type { ServiceContext } from '../context'
import { open, seal } from '../crypto/seal'
import type { Database } from '../db/prisma'

type Sealing = Pick<ServiceContext, 'settings'>

const label = (photoId: string) => `template:${photoId}`

/** Encrypts a vector for its row: 32-bit floats, little-endian. */
export function sealVector(ctx: Sealing, photoId: string, vector: Float32Array) {
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [index, value] of vector.entries()) bytes.writeFloatLE(value, index * 4)
  return seal(ctx.settings.faceKey, label(photoId), bytes)
}

function openVector(ctx: Sealing, photoId: string, sealed: Uint8Array): Float32Array {
  const bytes = open(ctx.settings.faceKey, label(photoId), sealed)
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4))
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
  return rows.map(({ photoId, vector }) => ({ photoId, vector: openVector(ctx, photoId, vector) }))
}
