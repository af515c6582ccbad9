import { refusal } from '@test/support/errors'
import { cafe, worked } from '@test/support/hours'
import { presetFormat } from '@test/support/payroll'
import { testWorld } from '@test/support/world'
import { beforeEach, expect, test } from 'vitest'

const world = testWorld()
const day = '2026-03-10'

beforeEach(() => {
  world.clock.now = new Date('2026-05-02T09:00:00Z')
})

async function approvedDay() {
  const place = await cafe(world)
  const { workplaceId, employmentId, owner } = place
  await worked(world, place, [`${day}T08:00:00Z`, `${day}T16:00:00Z`])
  await world.api(owner).payPeriods.approve({ workplaceId, employmentId, day, minutes: 480 })
  return place
}

const columns = [
  { field: 'number' as const, header: 'number' },
  { field: 'hours' as const, header: 'hours' },
]
const format = presetFormat('plain', { columns })

test('a preview names everything that is missing, then shows the real lines, and keeps nothing', async () => {
  const { owner, workplaceId, employmentId } = await approvedDay()
  const { exports } = world.api(owner)
  const before = await exports.preview({ workplaceId, day, format })
  expect(before).toMatchObject({ rows: [], problems: [{ code: 'number_missing', employmentId }] })
  await world.db.employment.update({ where: { id: employmentId }, data: { externalNumber: '17' } })
  const after = await exports.preview({ workplaceId, day, format })
  const rows = [
    ['number', 'hours'],
    ['17', '8.00'],
  ]
  expect(after).toMatchObject({ problems: [], total: 1, rows })
  expect((await exports.ofPeriod({ workplaceId, day })).items).toEqual([])
})

test('formats and previews are for whoever pays at that workplace', async () => {
  const { owner, workplaceId } = await approvedDay()
  const other = await cafe(world)
  const { exports } = world.api(other.owner)
  expect(await refusal(exports.preview({ workplaceId, day, format }))).toBe('request.not_found')
  const { id: formatId } = await world.api(owner).exports.makeFormat({ workplaceId, format })
  const foreign = { workplaceId: other.workplaceId, formatId }
  expect(await refusal(exports.changeFormat({ ...foreign, format }))).toBe('request.not_found')
  expect(await refusal(exports.removeFormat(foreign))).toBe('request.not_found')
  await world.api(owner).exports.removeFormat({ workplaceId, formatId })
  const rows = await world.db.change.findMany({ where: { subject: 'payroll format', subjectId: formatId } })
  expect(rows).toHaveLength(2)
})
