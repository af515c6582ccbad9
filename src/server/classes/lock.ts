import 'server-only'
import { AppError } from '@/domain/errors'
import type { SchoolClass } from '../db/generated/client'
import type { Database } from '../db/prisma'

/**
 * Holds the class until the transaction ends and gives it as it then is. Who starts a session shares it; who
 * archives it or joins it takes it alone, so that nothing starts in a class just archived, and none gets too full.
 */
export async function lockClass(
  tx: Database,
  classId: string,
  mode: 'SHARE' | 'UPDATE',
): Promise<SchoolClass> {
  if (mode === 'SHARE') await tx.$queryRaw`SELECT 1 FROM "SchoolClass" WHERE id = ${classId}::uuid FOR SHARE`
  else await tx.$queryRaw`SELECT 1 FROM "SchoolClass" WHERE id = ${classId}::uuid FOR UPDATE`
  const schoolClass = await tx.schoolClass.findUnique({ where: { id: classId } })
  if (!schoolClass) throw new AppError('request.not_found')
  return schoolClass
}

/** The same, where something is to begin in the class. */
export async function lockActiveClass(
  tx: Database,
  classId: string,
  mode: 'SHARE' | 'UPDATE',
): Promise<SchoolClass> {
  const schoolClass = await lockClass(tx, classId, mode)
  if (schoolClass.archivedAt) throw new AppError('classes.archived')
  return schoolClass
}
