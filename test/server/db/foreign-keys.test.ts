import { testDatabase } from '@test/support/database'
import { tamper } from '@test/support/ledger'
import { expect, test } from 'vitest'

const database = testDatabase()
const { db } = database
const asOwner = (sql: string) => tamper(database.ownerUrl, sql)

/** An index serves a key where its first columns are the key's, in whatever order, and no condition leaves rows out. */
const unindexed = () => db.$queryRaw<{ key: string }[]>`
  SELECT format('%s: %s', conrelid::regclass, conname) AS key
  FROM pg_constraint key
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT FROM pg_index
    WHERE indrelid = conrelid AND indisvalid AND indpred IS NULL
      AND indnkeyatts >= cardinality(conkey)
      AND (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey)
  ORDER BY key`

test('every foreign key has its index, so that deleting what it points to reads no whole table', async () => {
  expect((await unindexed()).map(({ key }) => key)).toEqual([])
})

test('a key with an index of a part of the rows, or of its column at another place, is found', async () => {
  await asOwner(
    'CREATE TABLE "Unindexed" (id int PRIMARY KEY, whose uuid REFERENCES "User" (id), told boolean)',
  )
  try {
    await asOwner('CREATE INDEX ON "Unindexed" (whose) WHERE told')
    await asOwner('CREATE INDEX ON "Unindexed" (told, whose)')
    expect(await unindexed()).toEqual([{ key: '"Unindexed": Unindexed_whose_fkey' }])
    await asOwner('CREATE INDEX ON "Unindexed" (whose, told)')
    expect(await unindexed()).toEqual([])
  } finally {
    await asOwner('DROP TABLE "Unindexed"')
  }
})
