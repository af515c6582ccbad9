import { PrismaPg } from '@prisma/adapter-pg'
import { keep, someChange, tamper } from '@test/support/ledger'
import { testWorld } from '@test/support/world'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { PrismaClient } from '@/server/db/generated/client'
import { sealLedger } from '@/server/ledger/seal'
import { verifyLedger } from '@/server/ledger/verify'

const world = testWorld()
const second = new PrismaClient({ adapter: new PrismaPg({ connectionString: world.url }) })
afterAll(() => second.$disconnect())

const text = fc.option(fc.string({ unit: 'binary', maxLength: 20 }).map((made) => made.replaceAll('\0', '')))
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('keep' as const), texts: fc.array(text, { maxLength: 5 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('seal' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const) }) },
)

test('whatever is changed, sealed and erased in whatever order, the ledger fits', async () => {
  let rows = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      for (const one of steps) {
        if (one.kind === 'seal') await sealLedger(world.context())
        else if (one.kind === 'keep') {
          rows += one.texts.length
          await keep(world, one.texts.map(someChange))
        } else {
          const last = await world.db.changeText.findFirst({ orderBy: { changeId: 'desc' } })
          if (last)
            await tamper(world.ownerUrl, 'DELETE FROM "ChangeText" WHERE "changeId" = $1', [last.changeId])
        }
      }
      expect(await verifyLedger(world.context())).toMatchObject({ rows, fault: null })
    }),
    { numRuns: 25 },
  )
  const texts = await world.db.changeText.count()
  const hashed = await world.db.change.count({ where: { textHash: { not: null } } })
  expect(await verifyLedger(world.context())).toMatchObject({ erasedTexts: hashed - texts })
})

test('whichever row is touched, it is the one that is named', async () => {
  for (let i = 0; i < 4; i++) {
    await keep(world, [someChange('ill'), someChange(), someChange('ill')])
    await sealLedger(world.context())
  }
  const touched = fc.record({ id: fc.integer({ min: 1, max: 12 }), gone: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(touched, async ({ id, gone }) => {
      await tamper(
        world.ownerUrl,
        'CREATE TABLE kept AS SELECT * FROM "Change" WHERE id = $1'.replace('$1', `${id}`),
      )
      const sql = gone ? 'DELETE FROM "Change"' : 'UPDATE "Change" SET "subjectId" = gen_random_uuid()'
      await tamper(world.ownerUrl, `${sql} WHERE id = $1`, [id])
      const { fault } = await verifyLedger(world.context())
      const back = 'INSERT INTO "Change" SELECT * FROM kept; DROP TABLE kept'
      await tamper(world.ownerUrl, `DELETE FROM "Change" WHERE id = ${id}; ${back}`)
      expect(fault).toEqual({ kind: gone ? 'row_missing' : 'row_changed', id: BigInt(id) })
      expect(await verifyLedger(world.context())).toMatchObject({ fault: null })
    }),
    { numRuns: 12 },
  )
})

test('two processes write while both seal: every row is sealed once, in the order of commits', async () => {
  const processes = [world.context(), world.context(null, { db: second })]
  let writing = true
  const sealing = processes.map(async (ctx) => {
    while (writing) await sealLedger(ctx)
  })
  const writers = processes.flatMap((ctx) => [1, 2, 3].map(() => ctx))
  const writes = writers.map(async (ctx) => {
    for (let i = 0; i < 20; i++) await keep(world, [someChange('ill'), someChange()], ctx)
  })
  await Promise.all(writes)
  writing = false
  await Promise.all(sealing)
  await sealLedger(world.context())
  const report = await verifyLedger(world.context())
  expect(report).toMatchObject({ rows: 240, unsealed: 0, erasedTexts: 0, fault: null })
  const blocks = await world.db.changeBlock.findMany({ orderBy: { id: 'asc' } })
  expect(blocks.length).toBeGreaterThan(2)
  expect(blocks.flatMap(({ rowIds }) => rowIds.map(Number)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 240 }, (_, index) => index + 1),
  )
})

test('a transaction that has written and not committed holds back the block, and is in it', async () => {
  const slow = new pg.Client({ connectionString: world.url })
  await slow.connect()
  await keep(world, [someChange()])
  await slow.query(`BEGIN; INSERT INTO "Change" (at, via, subject, "subjectId", after)
    VALUES (now(), 'JOB', 'face opt-out', gen_random_uuid(), '{"faceOff": null}')`)
  let done = false
  const sealing = sealLedger(world.context()).then((result) => {
    done = true
    return result
  })
  const later = keep(world, [someChange()], world.context(null, { db: second }))
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(done).toBe(false)
  await slow.query('COMMIT')
  await slow.end()
  await Promise.all([sealing, later])
  await sealLedger(world.context())
  expect(await verifyLedger(world.context())).toMatchObject({ rows: 3, unsealed: 0, fault: null })
})
