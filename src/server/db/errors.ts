import 'server-only'

/** Whether a write failed because a row with these unique values is there already. Prisma's code for it is P2002. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}
