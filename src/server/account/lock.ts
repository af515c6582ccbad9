import 'server-only'
import { AppError } from '@/domain/errors'
import type { Role } from '@/domain/roles'
import type { Database } from '../db/prisma'

interface LockedAccount {
  name: string
  email: string
  roles: Role[]
  disabledAt: Date | null
}

/** Holds an account until the transaction ends, so that what it is does not change meanwhile. */
export async function lockAccount(tx: Database, userId: string): Promise<LockedAccount> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "User" WHERE id = ${userId}::uuid AND "deletedAt" IS NULL FOR NO KEY UPDATE`
  if (!row) throw new AppError('request.not_found')
  const select = { name: true, email: true, roles: true, disabledAt: true }
  return tx.user.findUniqueOrThrow({ where: { id: userId }, select })
}
