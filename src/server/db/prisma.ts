import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { transactionOptions } from './client-of'
import { type Prisma, PrismaClient } from './generated/client'
import { CONNECTIONS, pool } from './pool'
import { withTransactionGate } from './transaction-gate'

/** A client or a transaction of one: what a function needs that only reads and writes. */
export type Database = Prisma.TransactionClient

/** Connections that transactions leave to whatever only reads. */
const KEPT_FREE = 3

/** A client on these connections, which are asked for at the first query: importing this file needs no environment. */
export function prismaOn(connections: () => pg.Pool): PrismaClient {
  const adapter = {
    provider: 'postgres' as const,
    adapterName: '@prisma/adapter-pg',
    connect: async () =>
      withTransactionGate(await new PrismaPg(connections()).connect(), CONNECTIONS - KEPT_FREE),
  }
  return new PrismaClient({ adapter, transactionOptions })
}

const shared = globalThis as typeof globalThis & { clockfacePrisma?: PrismaClient }

/** The one client of this process. On globalThis, so that Next's copies of this module share it. */
export const prisma: PrismaClient = shared.clockfacePrisma ?? prismaOn(pool)
shared.clockfacePrisma = prisma
