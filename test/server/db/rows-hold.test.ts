import { calibrations, checks, consents, doors, rollCalls, sealed } from '@test/support/refused/faces'
import { ledger, notes, records, sessions } from '@test/support/refused/school'
import { work } from '@test/support/refused/work'
import { tryAll } from '@test/support/refused-statements'
import { faceRows, schoolRows, workRows } from '@test/support/rows-scene'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'

const world = testWorld()

test.each([
  ['records', schoolRows, records],
  ['sessions and who belongs to them', schoolRows, sessions],
  ['notes about a student', schoolRows, notes],
  ['the ledger', schoolRows, ledger],
  ['sealed bytes', faceRows, sealed],
  ['what needs a consent', faceRows, consents],
  ['face checks and challenges', faceRows, checks],
  ['roll calls', faceRows, rollCalls],
  ['calibrations', faceRows, calibrations],
  ['kiosks, and other doors', faceRows, doors],
  ['work', workRows, work],
] as const)('what must never be of %s, the database refuses its owner too', async (_, rows, statements) => {
  const ids: Record<string, string> = await rows(world)
  const { found, due } = await tryAll(world.ownerUrl, ids, statements)
  expect(found).toEqual(due)
})

test('people whom a calibration names may be taken out of it', async () => {
  const { anna } = await faceRows(world)
  const gone = `UPDATE "Calibration" SET curves = curves || '{"highestStrangers": [], "lowestGenuine": []}'`
  const { found } = await tryAll(world.url, { anna }, [['Anna', gone, '', '']])
  expect(found).toEqual({ Anna: ['accepted', ''] })
})
