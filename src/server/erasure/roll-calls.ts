import 'server-only'
import type { Database } from '../db/prisma'

/**
 * Erases a person from the roll calls under way: the photos and the faces that were taken for them, their name where it was
 * offered beside another, and what was refused for them. The row of a face stays, empty, so that a teacher who confirms just
 * then marks the person by hand.
 */
export async function forgetInRollCalls(tx: Database, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "RollCallPhoto" p SET view = NULL WHERE p.view IS NOT NULL AND EXISTS (
      SELECT FROM "RollCallFace" f
      WHERE f."photoId" = p.id AND (f."studentId" = ${userId}::uuid OR ${userId}::uuid = ANY(f.others))
    )`
  await tx.rollCallFace.updateMany({
    where: { studentId: userId },
    data: {
      crop: new Uint8Array(),
      vector: null,
      similarity: null,
      band: 'UNKNOWN',
      studentId: null,
      others: [],
    },
  })
  await tx.$executeRaw`
    UPDATE "RollCallFace" SET others = array_remove(others, ${userId}::uuid) WHERE ${userId}::uuid = ANY(others)`
  await tx.refusedMatch.deleteMany({ where: { studentId: userId } })
}
