import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { NewChange } from '@/server/ledger/subjects'
import { transact } from '@/server/live/publish'
import type { testWorld } from './world'

type World = ReturnType<typeof testWorld>

/** A change of some record, with a note or without. */
export function someChange(text: string | null = null): NewChange {
  const record = { status: 'PRESENT', clockedInAt: null, clockedOutAt: null } as const
  return {
    ...{ subject: 'attendance', subjectId: randomUUID(), actorId: randomUUID(), placeId: randomUUID() },
    ...{ before: record, after: { ...record, status: 'LATE', method: 'HAND' }, text },
  }
}

/** Makes these changes in one transaction, as a service does. */
export function keep(world: World, changes: NewChange[], ctx = world.context()): Promise<void> {
  return transact(ctx, async ({ change }) => {
    for (const one of changes) change(one)
  })
}

/** Changes the database as its owner may: past the triggers that guard the ledger. */
export async function tamper(url: string, sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`SET session_replication_role = 'replica'`)
    await client.query(sql, values)
  } finally {
    await client.end()
  }
}
