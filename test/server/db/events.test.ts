import { testDatabase } from '@test/support/database'
import { withEarlierDatabase } from '@test/support/earlier-database'
import pg from 'pg'
import { expect, test } from 'vitest'

const { url } = testDatabase()
const CHECK = '23514'

test.each([
  ['no topics', 'ARRAY[]::text[]'],
  ['none said', 'NULL'],
])('the database refuses an event that concerns nobody: %s', async (_title, topics) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const insert = client.query(
      `INSERT INTO "Event" (topics, type, payload, "createdAt") VALUES (${topics}, 'roster.changed', '{}', now())`,
    )
    await expect(insert).rejects.toMatchObject({ code: CHECK, constraint: 'Event_topics_check' })
  } finally {
    await client.end()
  }
})

test('the migration keeps every event and its id, so that pages that are open go on from theirs', async () => {
  await withEarlierDatabase('20261129000004', async ({ query, upgrade }) => {
    const insert = (topic: string, payload: object) =>
      query(`INSERT INTO "LiveEvent" (topic, payload, "createdAt") VALUES ($1, $2, now())`, [
        topic,
        JSON.stringify(payload),
      ])
    const sessionId = '00000000-0000-7000-8000-000000000001'
    await insert(`session:${sessionId}`, { type: 'session.changed', sessionId, state: 'OPEN' })
    await insert('user:somebody', { type: 'access.changed' })
    await query(`DELETE FROM "LiveEvent" WHERE id = 2`)
    await insert(`class:any`, { type: 'session.changed', sessionId, state: 'OPEN' })
    await upgrade()
    const { rows } = await query(`SELECT id, topics, type, payload FROM "Event" ORDER BY id`)
    const payload = { sessionId, state: 'OPEN' }
    expect(rows).toEqual([
      { id: '1', topics: [`session:${sessionId}`], type: 'session.changed', payload },
      { id: '3', topics: ['place:any'], type: 'session.changed', payload },
    ])
    const next = await query(
      `INSERT INTO "Event" (topics, type, payload, "createdAt")
       VALUES (ARRAY['faces'], 'roster.changed', '{}', now()) RETURNING id`,
    )
    expect(next.rows).toEqual([{ id: '4' }])
  })
})
