/** The path of a link to make the first administrator; null where there is one. */
export async function firstAdminPath(databaseUrl: string): Promise<string | null> {
  // The client is made by the very start that asks: in a fresh clone it is not there when this file is read.
  const { clientOf } = await import('../../src/server/db/client-of')
  const { offerFirstAdmin } = await import('../../src/server/first-admin/service')
  const db = clientOf(databaseUrl)
  try {
    return await offerFirstAdmin({ db, clock: () => new Date() })
  } finally {
    await db.$disconnect()
  }
}
