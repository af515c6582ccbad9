import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from './generated/client'
import { pool } from './pool'

/** A client or a transaction of one: what a function needs that only reads and writes. */
export type Database = Prisma.TransactionClient

const shared = globalThis as typeof globalThis & { clockfacePrisma?: PrismaClient }

// The pool is asked for at the first query, so that importing this file needs no environment.
const adapter = {
  provider: 'postgres' as const,
  adapterName: '@prisma/adapter-pg',
  connect: () => new PrismaPg(pool()).connect(),
}

/** The one client of this process. On globalThis, so that Next's copies of this module share it. */
export const prisma: PrismaClient = shared.clockfacePrisma ?? new PrismaClient({ adapter })
shared.clockfacePrisma = prisma
