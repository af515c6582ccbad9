import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../../src/server/db/generated/client'
import { offerFirstAdmin } from '../../src/server/first-admin/service'

/** The path of a link to make the first administrator; null where there is one. */
export async function firstAdminPath(databaseUrl: string): Promise<string | null> {
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) })
  try {
    return await offerFirstAdmin({ db, clock: () => new Date() })
  } finally {
    await db.$disconnect()
  }
}
