import 'server-only'
import { Prisma } from './generated/client'

/** Whether a write failed because a row with these unique values is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}
