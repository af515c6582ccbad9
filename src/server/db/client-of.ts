import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from './generated/client'

/** Milliseconds: how long a transaction may wait to begin, and how long it may take. */
export const transactionOptions = { maxWait: 15_000, timeout: 20_000 }

/** A client of a database by its address, or on connections that are there: for commands, which have no environment. */
export function clientOf(connections: string | pg.Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(connections), transactionOptions })
}
