import { refusal } from '@test/support/errors'
import { type Cafe, cafe, manager, ruled, worked } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'

const world = testWorld()
const day = '2026-03-10'

beforeEach(() => {
  world.clock.now = new Date('2026-04-02T09:00:00Z')
})

const march = ({ workplaceId, employmentId }: Cafe) => ({ workplaceId, employmentId, day })
const own = ({ employmentId }: Cafe) => ({ employmentId, day })

describe('why a sum is what it is', () => {
  test('it opens to its lines, their entries, and the punches of those', async () => {
    const place = await cafe(world)
    await ruled(world, place, '2026-01-01', { overtime: { daily: [{ afterMinutes: 480, factor: '1.5' }] } })
    const entry = await worked(world, place, ['2026-03-10T08:00:00Z', '2026-03-10T17:30:00Z'])
    const { payPeriods } = world.api(place.person)
    const { sums, sheet } = await payPeriods.ownTimesheet(own(place))
    const total = sums.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0)
    expect([total, sheet.gross?.amount]).toEqual([16_000 + 4500, 20_500])
    const at = sums.findIndex(({ kind }) => kind === 'overtime')
    expect(await payPeriods.ownWhy({ ...own(place), sum: at })).toMatchObject({
      sum: { kind: 'overtime', minutes: 90, factor: '1.5', rate: { amount: 2000 }, amount: { amount: 4500 } },
      lines: [{ entryId: entry.id, day: '2026-03-10', minutes: 90 }],
      entries: [{ id: entry.id, startedAt: entry.startedAt, endedAt: entry.endedAt, inMethod: 'FACE' }],
    })
    expect(await refusal(payPeriods.ownWhy({ ...own(place), sum: 9 }))).toBe('request.not_found')
  })

  test('it tells what rounding made of the punches, and the sum before it was rounded; not the sum to whoever sees no wages', async () => {
    const place = await cafe(world, { minorPerHour: 1999 })
    const rounding = { minutes: 5, of: 'punch', mode: 'nearest' }
    await ruled(world, place, '2026-01-01', { rounding })
    await worked(world, place, ['2026-03-10T08:03:00Z', '2026-03-10T10:50:00Z'])
    const { payPeriods } = world.api(await manager(world, place, { mayApprove: true }))
    const [from, to] = [new Date('2026-03-10T08:05:00Z'), new Date('2026-03-10T10:50:00Z')]
    const hours = {
      times: [{ from, minutes: 165 }],
      rounded: { punched: { from: new Date('2026-03-10T08:03:00Z'), to }, counted: { from, to } },
      dayRounded: null,
    }
    expect(await payPeriods.why({ ...march(place), sum: 0 })).toMatchObject({ exact: null, lines: [hours] })
    const mine = world.api(place.person).payPeriods
    expect(await mine.ownWhy({ ...own(place), sum: 0 })).toMatchObject({
      ...{ exact: { minor: '5497.25', currency: 'EUR' }, average: null, credit: null, lines: [hours] },
      sum: { amount: { amount: 5497 } },
    })
  })

  test('it tells of the week’s average where overtime is paid on it', async () => {
    const place = await cafe(world)
    const overtime = { weekly: [{ afterMinutes: 60, factor: '1.5' }], base: 'weighted' }
    await ruled(world, place, '2026-01-01', { overtime })
    await worked(world, place, ['2026-03-10T08:00:00Z', '2026-03-10T10:00:00Z'])
    const { payPeriods } = world.api(place.owner)
    const { sums } = await payPeriods.timesheet(march(place))
    const at = sums.findIndex(({ name }) => name === 'weighted')
    expect(await payPeriods.why({ ...march(place), sum: at })).toMatchObject({
      average: { pay: { minor: '4000' }, minutes: 120, hourly: { minor: '2000' } },
      sum: { amount: { amount: 1000 } },
    })
  })
})
