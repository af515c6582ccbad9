import 'server-only'
import type { Database } from '../db/prisma'

interface Gone {
  /** Ids of people. */
  users: string[]
  /** Ids of everything that events may be about. */
  topics: string[]
}

/**
 * Erases what names people who are gone by a text: events that were told, tries that were counted, pauses. What was counted of
 * an address stays for its hours: else whoever makes and deletes accounts would be counted by nothing.
 */
export async function forgetTraces(db: Database, { users: ids, topics }: Gone): Promise<void> {
  await db.$executeRaw`
    DELETE FROM "Event" WHERE EXISTS (
      SELECT 1 FROM unnest(topics) AS topic WHERE split_part(topic, ':', 2) = ANY(${topics}::text[])
    ) OR payload ->> 'userId' = ANY(${ids}::text[])`
  await db.$executeRaw`
    DELETE FROM "TryCount" WHERE EXISTS (
      SELECT 1 FROM unnest(${ids}::text[]) AS id WHERE position(id IN key) > 0
    )`
  const ofThem = ids.map((id) => ({ OR: [{ key: `person:${id}` }, { key: { startsWith: `pair:${id}:` } }] }))
  await db.faceLock.deleteMany({ where: { OR: ofThem } })
}
