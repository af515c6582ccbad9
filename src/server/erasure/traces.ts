import 'server-only'
import type { Database } from '../db/prisma'

interface Gone {
  users: { id: string; email: string }[]
  /** Ids of everything that events may be about. */
  topics: string[]
}

/** Erases what names people who are gone by a text: events that were told, tries that were counted, pauses. */
export async function forgetTraces(db: Database, { users, topics }: Gone): Promise<void> {
  const ids = users.map(({ id }) => id)
  const names = [...ids, ...users.map(({ email }) => email)]
  await db.$executeRaw`
    DELETE FROM "Event" WHERE EXISTS (
      SELECT 1 FROM unnest(topics) AS topic WHERE split_part(topic, ':', 2) = ANY(${topics}::text[])
    ) OR payload ->> 'userId' = ANY(${ids}::text[])`
  await db.$executeRaw`
    DELETE FROM "TryCount" WHERE EXISTS (
      SELECT 1 FROM unnest(${names}::text[]) AS name WHERE position(name IN key) > 0
    )`
  const ofThem = ids.map((id) => ({ OR: [{ key: `person:${id}` }, { key: { startsWith: `pair:${id}:` } }] }))
  await db.faceLock.deleteMany({ where: { OR: ofThem } })
}
