import { randomUUID } from 'node:crypto'
import { withEarlierDatabase } from '@test/support/earlier-database'
import { type Cafe, cafe, worked } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import pg from 'pg'
import { describe, expect, test } from 'vitest'

const world = testWorld()
const CHECK = '23514'

/** What the database answers to statements that are one transaction. */
async function answer(...statements: string[]) {
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  try {
    await client.query(['BEGIN', ...statements, 'COMMIT'].join(';\n'))
    return null
  } catch (error) {
    if (error instanceof pg.DatabaseError) return [error.code, error.constraint]
    throw error
  } finally {
    await client.end()
  }
}

async function eightHours() {
  const place = await cafe(world)
  const { id } = await worked(world, place, ['2026-03-10T08:00:00Z', '2026-03-10T16:00:00Z'])
  const pause = (from: string, to: string | null) =>
    `INSERT INTO "Break" (id, "timeEntryId", "startedAt", "endedAt") VALUES
      (gen_random_uuid(), '${id}', '2026-03-10T${from}Z', ${to ? `'2026-03-10T${to}Z'` : 'NULL'})`
  const times = (from: string, to: string) =>
    `UPDATE "TimeEntry" SET "startedAt" = '2026-03-10T${from}Z', "endedAt" = '2026-03-10T${to}Z' WHERE id = '${id}'`
  return { id, pause, times }
}

describe('breaks lie within their entry', () => {
  const outside = [CHECK, 'Break_within_check']

  test.each([
    ['07:59', '08:30'],
    ['15:30', '16:01'],
    ['16:01', null],
  ])('none from %s to %s in a day from 8 to 16', async (from, to) => {
    const { pause } = await eightHours()
    expect(await answer(pause(from, to))).toEqual(outside)
    expect(await world.db.break.count()).toBe(0)
  })

  test('from the first minute to the last there may be one; an entry is not made shorter than it', async () => {
    const { pause, times } = await eightHours()
    expect(await answer(pause('08:00', '09:00'), pause('15:00', '16:00'))).toBeNull()
    expect(await answer(times('08:30', '16:00'))).toEqual(outside)
    expect(await answer(times('08:00', '15:30'))).toEqual(outside)
  })

  test('both may change in one transaction', async () => {
    const { id, pause, times } = await eightHours()
    expect(await answer(pause('15:00', '16:00'))).toBeNull()
    const gone = `DELETE FROM "Break" WHERE "timeEntryId" = '${id}'`
    expect(await answer(times('08:00', '12:00'), gone, pause('10:00', '10:30'))).toBeNull()
  })
})

const periodOf = ({ workplaceId }: Pick<Cafe, 'workplaceId'>) =>
  world.db.payPeriod.create({
    data: {
      ...{ workplaceId, createdAt: world.clock.now },
      ...{ from: new Date('2026-03-01'), to: new Date('2026-03-31') },
    },
  })

const timesheet = (periodId: string, employmentId: string) =>
  `INSERT INTO "Timesheet" ("periodId", "employmentId") VALUES ('${periodId}', '${employmentId}')`
const payment = (periodId: string, employmentId: string) =>
  `INSERT INTO "Payment" (id, "periodId", "employmentId", currency, "grossMinor", "paidOn", method, "madeById", "createdAt")
   VALUES (gen_random_uuid(), '${periodId}', '${employmentId}', 'EUR', 1, '2026-04-01', 'CASH', '${randomUUID()}', now())`

test.each([
  ['signatures', timesheet, 'Timesheet_workplace_check'],
  ['a payment', payment, 'Payment_workplace_check'],
] as const)('%s of a period and an employment of two workplaces', async (_, statement, constraint) => {
  const [here, elsewhere] = [await cafe(world), await cafe(world)]
  const { id } = await periodOf(here)
  expect(await answer(statement(id, elsewhere.employmentId))).toEqual([CHECK, constraint])
  expect(await answer(statement(id, here.employmentId))).toBeNull()
})

test('a rate for a kind of work of another workplace', async () => {
  const [here, elsewhere] = [await cafe(world), await cafe(world)]
  const kind = ({ workplaceId }: Cafe) =>
    world.db.workKind.create({ data: { workplaceId, name: 'Kitchen', createdAt: world.clock.now } })
  const rate = (kindId: string) =>
    `INSERT INTO "Rate" (id, "employmentId", "kindId", "from", "minorPerHour", "createdById", "createdAt")
     VALUES (gen_random_uuid(), '${here.employmentId}', '${kindId}', '2026-03-01', 1, '${here.owner.id}', now())`
  expect(await answer(rate((await kind(elsewhere)).id))).toEqual([CHECK, 'Rate_kind_check'])
  expect(await answer(rate((await kind(here)).id))).toBeNull()
})

test('breaks that lay outside their entry are cut to it when the version comes', async () => {
  await withEarlierDatabase('20261212000000', async ({ query, upgrade }) => {
    const [entry, open] = [randomUUID(), randomUUID()]
    const at = (time: string) => `'2026-03-10T${time}Z'`
    await query(`
      SET session_replication_role = 'replica';
      INSERT INTO "TimeEntry" (id, "employmentId", "userId", "workplaceId", "startedAt", "endedAt", "inMethod", "outMethod", "createdAt")
      VALUES ('${entry}', '${entry}', '${entry}', '${entry}', ${at('08:00')}, ${at('16:00')}, 'PIN', 'PIN', now()),
        ('${open}', '${open}', '${open}', '${open}', ${at('08:00')}, NULL, 'PIN', NULL, now());
      INSERT INTO "Break" (id, "timeEntryId", "startedAt", "endedAt") VALUES
        (gen_random_uuid(), '${entry}', ${at('06:00')}, ${at('07:00')}),
        (gen_random_uuid(), '${entry}', ${at('07:30')}, ${at('08:30')}),
        (gen_random_uuid(), '${entry}', ${at('12:00')}, ${at('12:30')}),
        (gen_random_uuid(), '${entry}', ${at('15:30')}, ${at('16:30')}),
        (gen_random_uuid(), '${open}', ${at('07:00')}, NULL);
      RESET session_replication_role`)
    await upgrade()
    const { rows } = await query(
      `SELECT to_char("startedAt" AT TIME ZONE 'UTC', 'HH24:MI') AS begins, to_char("endedAt" AT TIME ZONE 'UTC', 'HH24:MI') AS ends
       FROM "Break" ORDER BY "timeEntryId" = '${open}', "startedAt"`,
    )
    expect(rows).toEqual([
      { begins: '08:00', ends: '08:30' },
      { begins: '12:00', ends: '12:30' },
      { begins: '15:30', ends: '16:00' },
      { begins: '08:00', ends: null },
    ])
  })
})
