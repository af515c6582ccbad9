import { randomUUID } from 'node:crypto'
import { keep, someChange } from '@test/support/ledger'
import { lessonIn } from '@test/support/lesson'
import { testWorld } from '@test/support/world'
import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { sealLedger } from '@/server/ledger/seal'
import { verifyLedger } from '@/server/ledger/verify'

const world = testWorld()

const sqlState = (sql: string, url = world.ownerUrl) =>
  withClient(
    (client) =>
      client.query(sql).then(
        () => null,
        (error: { code?: string }) => error.code,
      ),
    url,
  )

async function withClient<Result>(
  work: (client: pg.Client) => Promise<Result>,
  connectionString = world.url,
): Promise<Result> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

describe('the database refuses its owner', () => {
  beforeEach(async () => {
    await keep(world, [someChange('ill')])
    await sealLedger(world.context())
  })

  test.each([
    ['UPDATE "Change" SET "actorId" = NULL', '23001'],
    ['UPDATE "Change" SET via = \'API\' WHERE false', '23001'],
    ['INSERT INTO "Change" SELECT * FROM "Change" ON CONFLICT (id) DO UPDATE SET "actorId" = NULL', '23001'],
    ['DELETE FROM "Change"', '23001'],
    ['TRUNCATE "Change"', '23001'],
    ['UPDATE "ChangeBlock" SET "upTo" = 0', '23001'],
    ['DELETE FROM "ChangeBlock"', '23001'],
    ['TRUNCATE "ChangeBlock" CASCADE', '23001'],
    [`UPDATE "ChangeText" SET text = 'well'`, '23001'],
    [
      `INSERT INTO "Change" (at, via, subject, "subjectId") VALUES (now(), 'WEB', 'attendance', gen_random_uuid())`,
      '23514',
    ],
    [
      `INSERT INTO "Change" (at, via, subject, "subjectId", after)
       VALUES (now(), 'WEB', 'attendance', gen_random_uuid(), '"LATE"')`,
      '23514',
    ],
    [`INSERT INTO "ChangeBlock" (id, "upTo", at, hash) VALUES (2, 9, now(), 'x')`, '23514'],
  ])('%s', async (sql, code) => {
    expect(await sqlState(sql)).toBe(code)
    expect(await verifyLedger(world.context())).toMatchObject({ rows: 1, erasedTexts: 0, fault: null })
  })

  test.each([
    'UPDATE "Change" SET "actorId" = NULL',
    'DELETE FROM "Change"',
    'TRUNCATE "Change"',
    'UPDATE "ChangeBlock" SET "upTo" = 0',
    'DELETE FROM "ChangeBlock"',
    `UPDATE "ChangeText" SET text = 'well'`,
    'DELETE FROM "ChangeText"',
    'ALTER TABLE "Change" DISABLE TRIGGER ALL',
    'DROP TRIGGER "Change_append_only" ON "Change"',
    `SET session_replication_role = 'replica'`,
    'CREATE TABLE "Another" (id int)',
    'CREATE TEMPORARY TABLE "Change" (id int)',
    'CREATE ROLE another',
  ])('and refuses the application for want of a right: %s', async (sql) => {
    expect(await sqlState(sql, world.url)).toBe('42501')
    expect(await verifyLedger(world.context())).toMatchObject({ rows: 1, erasedTexts: 0, fault: null })
  })

  test('nothing to a session that is a replica, which empties the databases of tests', async () => {
    const emptied = await sqlState(`SET session_replication_role = 'replica'; DELETE FROM "Change"`)
    expect([emptied, await world.db.change.count()]).toEqual([null, 0])
  })
})

test('no table is bound to the ledger, and the ledger to none', async () => {
  const keys = await world.db.$queryRaw`
    SELECT conname FROM pg_constraint WHERE contype = 'f'
      AND ARRAY[conrelid::regclass::text, confrelid::regclass::text]
        && ARRAY['"Change"', '"ChangeText"', '"ChangeBlock"']`
  expect(keys).toEqual([])
})

test('what is not of the ledger’s own words is refused before it is written', async () => {
  const change = someChange()
  const withNote = { ...change, after: { ...change.after, note: 'ill' } } as unknown as typeof change
  await expect(keep(world, [withNote])).rejects.toThrow(/note/)
  expect(await world.db.change.count()).toBe(0)
})

describe('whoever writes', () => {
  test('gets an id only once it holds the publishing lock, so that ids follow the order of commits', async () => {
    await withClient(async (first) => {
      await first.query('BEGIN; SELECT pg_advisory_xact_lock(7315001)')
      const waiting = keep(world, [someChange()])
      const plain = sqlState(insert)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const { rows } = await first.query(`${insert} RETURNING id`)
      expect(rows).toEqual([{ id: '1' }])
      await first.query('COMMIT')
      await Promise.all([waiting, plain])
    })
    expect((await world.db.change.findMany()).map(({ id }) => Number(id)).sort()).toEqual([1, 2, 3])
  })
})

const insert = `INSERT INTO "Change" (at, via, subject, "subjectId", after)
  VALUES (now(), 'JOB', 'face opt-out', gen_random_uuid(), '{"faceOff": null}')`

describe('erasing', () => {
  async function markedLesson() {
    const lesson = await lessonIn(world, { enrolled: false })
    const { teacher, anna, sessionId } = lesson
    const mark = { sessionId, studentId: anna.id, status: 'ABSENT' as const, note: 'at the dentist' }
    await world.api(teacher).attendance.mark(mark)
    await world.api(teacher).faceOptOut.setAt({ placeId: lesson.classId, userId: anna.id, off: true })
    await sealLedger(world.context())
    return lesson
  }

  test('a person leaves rows that name nobody, and no text about them', async () => {
    const { teacher, anna } = await markedLesson()
    const before = await world.db.change.findMany({ orderBy: { id: 'asc' } })
    expect(before.map(({ subject }) => subject)).toEqual(['attendance', 'face at a place'])
    expect(before[0]).toMatchObject({ actorId: teacher.id, via: 'WEB' })
    await world.db.user.delete({ where: { id: anna.id } })
    expect(await world.db.change.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
    expect(await world.db.changeText.count()).toBe(0)
    const said = JSON.stringify(before, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    for (const word of ['dentist', anna.name, anna.email]) expect(said).not.toContain(word)
    expect(await verifyLedger(world.context())).toMatchObject({ rows: 2, erasedTexts: 1, fault: null })
  })

  test('a class does too', async () => {
    const { classId } = await markedLesson()
    await world.db.schoolClass.delete({ where: { id: classId } })
    expect([await world.db.change.count(), await world.db.changeText.count()]).toEqual([2, 0])
    expect(await verifyLedger(world.context())).toMatchObject({ rows: 2, erasedTexts: 1, fault: null })
  })

  test('whoever made a change leaves it to whom it is about, as made by an account that is gone', async () => {
    const { anna, sessionId } = await markedLesson()
    const { id } = await world.db.attendance.findFirstOrThrow({ where: { studentId: anna.id } })
    await keep(world, [{ ...someChange('was there'), subjectId: id, actorId: randomUUID() }])
    const { changes } = await world.api(anna).attendance.ownRecordHistory({ sessionId })
    expect(changes).toMatchObject([
      { actor: null, newStatus: 'LATE', newNote: 'was there', oldNote: 'at the dentist' },
      { actor: { name: 'Ms Okafor' }, newStatus: 'ABSENT', newNote: 'at the dentist', oldNote: null },
    ])
  })
})
