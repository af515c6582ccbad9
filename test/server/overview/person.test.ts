import { refusal } from '@test/support/errors'
import { cafe, manager, ruled, worked } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import { beforeEach, expect, test } from 'vitest'

const world = testWorld()
const eur = (amount: number) => ({ amount, currency: 'EUR' })

beforeEach(() => {
  // A Tuesday, six in the evening in Berlin.
  world.clock.now = new Date('2026-03-10T17:00:00Z')
})

/** Ten hours last Monday, of which two are overtime at one and a half; in since noon today. */
async function busy() {
  const place = await cafe(world)
  await ruled(world, place, '2026-01-01', { overtime: { daily: [{ afterMinutes: 480, factor: '1.5' }] } })
  await worked(world, place, ['2026-03-02T07:00:00Z', '2026-03-02T17:00:00Z'])
  await worked(world, place, ['2026-03-10T11:00:00Z', null])
  return place
}

test('a person’s work is told with the week, the period, the last weeks and where they stand', async () => {
  const { owner, employmentId, person, workplaceId } = await busy()
  const week = { paidMinutes: 360, overtimeMinutes: 0, gross: eur(12_000) }
  const told = await world.api(owner).overview.person({ employmentId })
  expect(told).toMatchObject({
    ...{ employmentId, userId: person.id, name: 'Kim Cook', day: '2026-03-10', place: { id: workplaceId } },
    week: { from: '2026-03-09', to: '2026-03-15', ...week },
    period: {
      from: '2026-03-01',
      to: '2026-03-31',
      paidMinutes: 960,
      overtimeMinutes: 120,
      gross: eur(34_000),
    },
    sheet: { state: 'OPEN', signedAt: null },
  })
  expect(told.sheet.exceptions.map(({ code }) => code)).toContain('entry_open')
  expect(told.weeks).toHaveLength(8)
  expect(told.weeks.at(-2)).toEqual({
    ...{ from: '2026-03-02', to: '2026-03-08', paidMinutes: 600, overtimeMinutes: 120, gross: eur(22_000) },
  })
  expect(told.weeks[0]).toMatchObject({ from: '2026-01-19', paidMinutes: 0, gross: eur(0) })
  expect(told.entries.map(({ startedAt }) => startedAt.toISOString())).toEqual([
    '2026-03-10T11:00:00.000Z',
    '2026-03-02T07:00:00.000Z',
  ])
  expect(told.periods.map(({ from }) => from)).toEqual(['2026-03-01', '2026-02-01', '2026-01-01'])
})

test('ten entries are told, the latest first, and none that was removed', async () => {
  const place = await cafe(world)
  for (let day = 10; day < 22; day++)
    await worked(world, place, [`2026-02-${day}T07:00:00Z`, `2026-02-${day}T08:00:00Z`], {
      removedAt: day === 21 ? world.clock.now : null,
    })
  const { entries } = await world.api(place.owner).overview.person({ employmentId: place.employmentId })
  expect(entries.map(({ startedAt }) => startedAt.getUTCDate())).toEqual([
    20, 19, 18, 17, 16, 15, 14, 13, 12, 11,
  ])
})

test('of who has left, the last days are told', async () => {
  const place = await busy()
  const { employmentId, owner } = place
  await world.db.employment.update({
    where: { id: employmentId },
    data: { endedOn: new Date('2026-02-10T00:00:00Z') },
  })
  const told = await world.api(owner).overview.person({ employmentId })
  expect(told).toMatchObject({
    day: '2026-02-10',
    week: { from: '2026-02-09' },
    period: { from: '2026-02-01' },
  })
})

test('no money is told to whoever may not see wages, and nothing to whoever has no right', async () => {
  const place = await busy()
  const { employmentId, workplaceId, owner } = place
  await worked(world, place, ['2026-02-03T07:00:00Z', '2026-02-03T08:00:00Z'])
  await world.api(owner).payPeriods.approve({ workplaceId, employmentId, day: '2026-02-03', minutes: 60 })
  await world.api(owner).payments.pay({
    ...{ workplaceId, day: '2026-02-03', paidOn: '2026-03-10', method: 'CASH' as const },
    payments: [{ employmentId, amount: 2000 }],
  })
  expect((await world.api(owner).overview.person({ employmentId })).periods[1]?.payment?.gross).toEqual(
    eur(2000),
  )
  const approver = world.api(await manager(world, place, { mayApprove: true }))
  const told = await approver.overview.person({ employmentId })
  expect(JSON.stringify(told)).not.toContain('"amount"')
  expect(told.periods[1]).toMatchObject({ state: 'PAID', payment: { gross: null } })
  const helper = world.api(await manager(world, place, {}, 'Hal Helper'))
  const stranger = world.api(await world.user(['EMPLOYER'], 'Sam Stranger'))
  for (const { overview } of [helper, stranger])
    expect(await refusal(overview.person({ employmentId }))).toBe('request.not_found')
})
