import { refusal } from '@test/support/errors'
import { type Cafe, cafe, manager, ruled, worked } from '@test/support/hours'
import { employ } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'

const world = testWorld()
const eur = (amount: number) => ({ amount, currency: 'EUR' })

beforeEach(() => {
  // A Tuesday, six in the evening in Berlin.
  world.clock.now = new Date('2026-03-10T17:00:00Z')
})

const trendsOf = (place: Cafe, more: object = {}) =>
  world.api(place.owner).overview.trends({ workplaceId: place.workplaceId, months: 3, ...more })

/** Ten hours in February, of which two are overtime at one and a half; in since noon today. */
async function busy() {
  const place = await cafe(world)
  await ruled(world, place, '2026-01-01', { overtime: { daily: [{ afterMinutes: 480, factor: '1.5' }] } })
  await worked(world, place, ['2026-02-03T07:00:00Z', '2026-02-03T17:00:00Z'])
  await worked(world, place, ['2026-03-10T11:00:00Z', null])
  return place
}

async function paidFor(place: Cafe, day: string, [minutes, amount]: [number, number]) {
  const { workplaceId, employmentId, owner } = place
  await world.api(owner).payPeriods.approve({ workplaceId, employmentId, day, minutes })
  await world.api(owner).payments.pay({
    ...{ workplaceId, day, paidOn: '2026-03-10', method: 'CASH' as const },
    payments: [{ employmentId, amount }],
  })
}

const february = { minutes: 600, overtime: 120, cost: eur(22_000) }
const marchSoFar = { minutes: 360, overtime: 0, cost: eur(12_000) }

describe('hours, overtime and cost over months', () => {
  test('are what would be paid, up to this moment', async () => {
    const place = await busy()
    const { spans, groups, ...rest } = await trendsOf(place)
    expect(rest).toMatchObject({ today: '2026-03-10', months: 3, complete: true, withoutRate: 0 })
    expect(groups).toEqual([{ group: 'all', name: null }])
    expect(spans).toEqual([
      { from: '2026-01-01', to: '2026-01-31', sums: [{ minutes: 0, overtime: 0, cost: eur(0) }] },
      { from: '2026-02-01', to: '2026-02-28', sums: [february] },
      { from: '2026-03-01', to: '2026-03-31', sums: [marchSoFar] },
    ])
  })

  test('are the same once they are paid, whatever they are told apart by', async () => {
    const place = await busy()
    const asked = (['all', 'kind', 'site'] as const).flatMap((split) =>
      (['week', 'month'] as const).map((step) => ({ split, step })),
    )
    const before = await Promise.all(asked.map((one) => trendsOf(place, one)))
    await paidFor(place, '2026-02-03', [600, 22_000])
    expect(await Promise.all(asked.map((one) => trendsOf(place, one)))).toEqual(before)
  })

  test('count what was paid for once, with what made up for it later', async () => {
    const place = await busy()
    const { owner, workplaceId, employmentId } = place
    await paidFor(place, '2026-02-03', [600, 22_000])
    await world.api(owner).payPeriods.unlock({
      ...{ workplaceId, employmentId, day: '2026-02-03' },
      reason: 'An hour is missing',
    })
    await worked(world, place, ['2026-02-04T07:00:00Z', '2026-02-04T08:00:00Z'])
    expect((await trendsOf(place)).spans[1]?.sums).toEqual([february])
    const sheet = { workplaceId, employmentId, day: '2026-02-03', minutes: 660 }
    world.clock.now = new Date('2026-03-10T18:00:00Z')
    await world.api(owner).payPeriods.approve(sheet)
    await worked(world, place, ['2026-01-05T07:00:00Z', '2026-01-05T08:00:00Z'])
    await paidFor(place, '2026-01-05', [60, 4000])
    const { spans } = await trendsOf(place, { split: 'kind' })
    expect(spans[0]?.sums[0]).toEqual({ minutes: 60, overtime: 0, cost: eur(2000) })
    expect(spans[1]?.sums).toEqual([february, { minutes: 60, overtime: 0, cost: eur(2000) }])
  })

  test('are told apart by kind of work, and extras for themselves', async () => {
    const place = await busy()
    const { owner, workplaceId, employmentId } = place
    const { id: kindId } = await world.api(owner).workplaces.addKind({ workplaceId, name: 'Kitchen' })
    await worked(world, place, ['2026-02-05T07:00:00Z', '2026-02-05T20:00:00Z'], { kindId })
    await world.api(owner).extras.add({
      ...{
        workplaceId,
        employmentId,
        day: '2026-03-02',
        name: 'call-back',
        minutes: 60,
        reason: 'Called in',
      },
    })
    const { groups, spans } = await trendsOf(place, { split: 'kind' })
    expect(groups).toEqual([
      { group: 'none', name: null },
      { group: kindId, name: 'Kitchen' },
      { group: 'other', name: null },
    ])
    expect(spans[1]?.sums[1]).toEqual({ minutes: 780, overtime: 300, cost: eur(31_000) })
    expect(spans[2]?.sums[2]).toEqual({ minutes: 0, overtime: 0, cost: eur(2000) })
  })

  test('are told apart by whether a device was at a site', async () => {
    const place = await busy()
    const at = (day: string, more: object) =>
      worked(world, place, [`2026-02-${day}T07:00:00Z`, `2026-02-${day}T08:00:00Z`], more)
    await at('09', { inSite: 'INSIDE', inDistance: 0 })
    await at('10', { inSite: 'INSIDE', inDistance: 0, outSite: 'OUTSIDE', outDistance: 400 })
    const before = await trendsOf(place, { split: 'site' })
    expect(before.hasSites).toBe(false)
    expect(before.groups.map(({ group }) => group)).toEqual(['UNKNOWN', 'INSIDE', 'OUTSIDE'])
    expect(before.spans[1]?.sums.map(({ minutes }) => minutes)).toEqual([600, 60, 60])
    await paidFor(place, '2026-02-03', [720, 26_000])
    expect(await trendsOf(place, { split: 'site' })).toEqual(before)
  })

  test('say of how many people hours come to no money', async () => {
    const place = await busy()
    const { workplaceId } = place
    const person = await world.user(['EMPLOYEE'], 'Nia Norate')
    const { id } = await employ(world.db, { workplaceId, person, now: world.clock.now, minorPerHour: null })
    const span = ['2026-02-02T07:00:00Z', '2026-02-02T08:00:00Z'] as const
    await worked(world, { workplaceId, employmentId: id, person }, span)
    const { withoutRate, spans } = await trendsOf(place)
    expect(withoutRate).toBe(1)
    expect(spans[1]?.sums).toEqual([{ ...february, minutes: 660 }])
  })

  test('tell no cost to whoever may not see wages, and nothing to whoever has no right', async () => {
    const place = await busy()
    const { workplaceId } = place
    const ask = async (rights: object, name: string) =>
      world.api(await manager(world, place, rights, name)).overview.trends({ workplaceId, split: 'kind' })
    const { spans } = await ask({ mayApprove: true }, 'Max Manager')
    expect(spans.flatMap(({ sums }) => sums.map(({ cost }) => cost))).toEqual(Array(6).fill(null))
    expect(spans[4]?.sums[0]?.minutes).toBe(600)
    expect(await refusal(ask({}, 'Hal Helper'))).toBe('request.not_found')
    const stranger = world.api(await world.user(['EMPLOYER'], 'Sam Stranger'))
    expect(await refusal(stranger.overview.trends({ workplaceId }))).toBe('request.not_found')
  })
})
