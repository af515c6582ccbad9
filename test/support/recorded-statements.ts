import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/server/db/generated/client'

/** A client of the database that writes down every statement it sends; those that begin and end transactions are left out. */
export function recordedStatements(connectionString: string) {
  const statements: string[] = []
  const db = new PrismaClient({
    adapter: new PrismaPg({ connectionString }),
    log: [{ emit: 'event', level: 'query' }],
  })
  db.$on('query', ({ query }) => {
    if (!/^(BEGIN|COMMIT|ROLLBACK)/.test(query)) statements.push(query)
  })
  return {
    db: db as PrismaClient,
    /** Those that were sent by this call. */
    async of(call: () => Promise<unknown>): Promise<string[]> {
      statements.length = 0
      await call()
      return [...statements]
    },
    close: () => db.$disconnect(),
  }
}
