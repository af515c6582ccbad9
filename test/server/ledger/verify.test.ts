import { readFile, rm, writeFile } from 'node:fs/promises'
import { makeClass } from '@test/support/factories'
import { keep, someChange, tamper } from '@test/support/ledger'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { sealLedger } from '@/server/ledger/seal'
import { verifyLedger } from '@/server/ledger/verify'

const world = testWorld()
const faultOf = async () => (await verifyLedger(world.context())).fault
const alter = (sql: string, ...values: unknown[]) => tamper(world.ownerUrl, sql, values)
const noteFile = () => world.context().settings.ledgerFile

/** Three blocks: changes 1 to 3, 4 and 5, 6. */
beforeEach(async () => {
  for (const count of [3, 2, 1]) {
    await keep(
      world,
      Array.from({ length: count }, () => someChange('ill')),
    )
    await sealLedger(world.context())
  }
})

test('an empty ledger fits', async () => {
  await alter(`DELETE FROM "Change"; DELETE FROM "ChangeText"; DELETE FROM "ChangeBlock"`)
  await writeFile(noteFile(), '')
  expect(await faultOf()).toEqual({ kind: 'note_damaged' })
  await rm(noteFile())
  expect(await verifyLedger(world.context())).toMatchObject({ rows: 0, blocks: 0, noted: null, fault: null })
  expect(await sealLedger(world.context())).toEqual({ sealed: 0 })
})

test('what nobody touched fits, and what is not sealed yet is counted', async () => {
  await keep(world, [someChange(), someChange()])
  const report = await verifyLedger(world.context())
  expect(report).toMatchObject({ rows: 8, blocks: 3, unsealed: 2, erasedTexts: 0, fault: null })
  expect(report.noted).toEqual({ block: report.lastBlock?.id, hash: report.lastBlock?.hash })
  expect(await sealLedger(world.context())).toEqual({ sealed: 2 })
  expect(await verifyLedger(world.context())).toMatchObject({ blocks: 4, unsealed: 0, fault: null })
})

describe('a row that was changed', () => {
  test.each([
    `at = at + interval '1 millisecond'`,
    `"actorId" = gen_random_uuid()`,
    `"actorId" = NULL`,
    `via = 'JOB'`,
    `"placeId" = NULL`,
    `subject = 'face opt-out'`,
    `"subjectId" = gen_random_uuid()`,
    `before = NULL`,
    `after = after || '{"status": "PRESENT"}'`,
    `"textHash" = NULL`,
  ])('in %s is named', async (set) => {
    await alter(`UPDATE "Change" SET ${set} WHERE id IN (4, 6)`)
    expect(await faultOf()).toEqual({ kind: 'row_changed', id: 4n })
  })

  test('by its id is a row that is missing', async () => {
    await alter('UPDATE "Change" SET id = 100 WHERE id = 5')
    expect(await faultOf()).toEqual({ kind: 'row_missing', id: 5n })
  })
})

describe('a row that is gone', () => {
  test.each([1, 2, 3, 5, 6])('number %i is named', async (id) => {
    await alter('DELETE FROM "Change" WHERE id = $1', id)
    expect(await faultOf()).toEqual({ kind: 'row_missing', id: BigInt(id) })
  })
})

test('a row that came among sealed ones afterwards is named', async () => {
  await alter('DELETE FROM "Change" WHERE id = 3')
  await keep(world, [someChange()])
  await sealLedger(world.context())
  await alter('UPDATE "Change" SET id = 3 WHERE id = 7')
  expect(await faultOf()).toEqual({ kind: 'row_changed', id: 3n })
  await alter('DELETE FROM "Change" WHERE id = 3')
  expect(await faultOf()).toEqual({ kind: 'row_missing', id: 3n })
})

test.each([-5, 0, 7])('a row that nobody sealed, numbered %i, is named', async (id) => {
  await keep(world, [someChange(), someChange()])
  await alter('DELETE FROM "Change" WHERE id = 7')
  await sealLedger(world.context())
  expect(await faultOf()).toBeNull()
  const row = '(id, at, via, subject, "subjectId", after)'
  const copied = `SELECT ${id}, at, via, subject, "subjectId", after FROM "Change" WHERE id = 1`
  await alter(`INSERT INTO "Change" ${row} ${copied}`)
  expect(await faultOf()).toEqual({ kind: 'row_added', id: BigInt(id) })
})

describe('a text', () => {
  test('that was changed is named, sealed or not', async () => {
    await keep(world, [someChange('ill')])
    for (const id of [7, 4]) {
      await alter(`UPDATE "ChangeText" SET text = 'well' WHERE "changeId" = $1`, id)
      expect(await faultOf()).toEqual({ kind: 'text_changed', id: BigInt(id) })
    }
  })

  test('that came to a change without one is named', async () => {
    await keep(world, [someChange()])
    await alter(`INSERT INTO "ChangeText" VALUES (7, 'salt', 'well')`)
    expect(await faultOf()).toEqual({ kind: 'text_changed', id: 7n })
  })

  test('that is gone before what it is about is named', async () => {
    const teacher = await world.user(['TEACHER'])
    const student = await world.user(['STUDENT'])
    const now = world.clock.now
    const { id: classId } = await makeClass(world.db, { teacher, students: [student], now })
    const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
    await world
      .api(teacher)
      .attendance.mark({ sessionId, studentId: student.id, status: 'LATE', note: 'bus' })
    const { changeId } = await world.db.changeText.findFirstOrThrow({ where: { text: 'bus' } })
    await alter(`DELETE FROM "ChangeText" WHERE "changeId" = $1`, changeId)
    expect(await faultOf()).toEqual({ kind: 'text_missing', id: changeId })
    await world.db.user.delete({ where: { id: student.id } })
    expect(await faultOf()).toBeNull()
  })

  test('of a record that was taken back stays, and goes with the student', async () => {
    const teacher = await world.user(['TEACHER'])
    const student = await world.user(['STUDENT'])
    const now = world.clock.now
    const { id: classId } = await makeClass(world.db, { teacher, students: [student], now })
    const api = world.api(teacher)
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    const of = { sessionId, studentId: student.id }
    await api.attendance.mark({ ...of, status: 'LATE', note: 'bus' })
    await api.attendance.clear(of)
    const { changeId } = await world.db.changeText.findFirstOrThrow({ where: { text: 'bus' } })
    expect(await faultOf()).toBeNull()
    await alter(`DELETE FROM "ChangeText" WHERE "changeId" = $1`, changeId)
    expect(await faultOf()).toEqual({ kind: 'text_missing', id: changeId })
    await world.db.user.delete({ where: { id: student.id } })
    expect(await faultOf()).toBeNull()
  })

  test('that was erased is counted, and its salt is gone with it', async () => {
    await alter('DELETE FROM "ChangeText" WHERE "changeId" = 4')
    expect(await verifyLedger(world.context())).toMatchObject({ erasedTexts: 1, fault: null })
  })
})

describe('a block', () => {
  test.each([
    `hash = '\\x00'`,
    `at = at + interval '1 second'`,
    `"upTo" = 4`,
    `"rowIds" = ARRAY[4, 7]`,
    `"rowHashes" = ARRAY["rowHashes"[2], "rowHashes"[1]]`,
  ])('that was changed in %s is named', async (set) => {
    await alter(`UPDATE "ChangeBlock" SET ${set} WHERE id = 2`)
    expect(await faultOf()).toEqual({ kind: 'block_changed', id: 2 })
  })

  test('that is missing in the middle is named', async () => {
    await alter('DELETE FROM "ChangeBlock" WHERE id = 2')
    expect(await faultOf()).toEqual({ kind: 'block_missing', id: 2 })
    await alter('UPDATE "ChangeBlock" SET id = 2 WHERE id = 3')
    expect(await faultOf()).toEqual({ kind: 'block_changed', id: 2 })
  })

  test('cannot be made without the key', async () => {
    const { settings } = world.context()
    const other = { ...settings, ledgerKey: Buffer.alloc(32, 1) }
    await keep(world, [someChange()])
    await sealLedger({ ...world.context(), settings: other })
    expect(await faultOf()).toEqual({ kind: 'block_changed', id: 4 })
  })
})

describe('the end', () => {
  const cut = () => alter('DELETE FROM "ChangeBlock" WHERE id = 3; DELETE FROM "Change" WHERE id = 6')

  test('that was cut off is told by what is noted outside the database', async () => {
    await cut()
    expect(await faultOf()).toEqual({ kind: 'end_missing', id: 3 })
  })

  test('is not forgotten when sealing goes on over it', async () => {
    const noted = await readFile(noteFile(), 'utf8')
    await cut()
    await keep(world, [someChange(), someChange()])
    await sealLedger(world.context())
    expect(await readFile(noteFile(), 'utf8')).toBe(noted)
    expect(await faultOf()).toEqual({ kind: 'other_than_noted', id: 3 })
  })

  test('of everything', async () => {
    await alter('DELETE FROM "ChangeBlock"; DELETE FROM "Change"')
    await sealLedger(world.context())
    expect(await faultOf()).toEqual({ kind: 'end_missing', id: 1 })
  })

  test('noted by a server that did not make the last blocks still fits', async () => {
    const { settings } = world.context()
    const elsewhere = { ...settings, ledgerFile: `${settings.ledgerFile}.elsewhere` }
    await keep(world, [someChange()])
    await sealLedger({ ...world.context(), settings: elsewhere })
    expect(await verifyLedger(world.context())).toMatchObject({ noted: { block: 3 }, blocks: 4, fault: null })
  })
})
