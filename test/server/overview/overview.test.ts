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

const at = (place: Cafe, from: string, to: string | null) => worked(world, place, [from, to])

/** Ten hours on Monday, of which two are overtime at one and a half; in since noon on Tuesday, after two hours. */
async function busy() {
  const place = await cafe(world)
  await ruled(world, place, '2026-01-01', { overtime: { daily: [{ afterMinutes: 480, factor: '1.5' }] } })
  await at(place, '2026-03-09T07:00:00Z', '2026-03-09T17:00:00Z')
  await at(place, '2026-03-10T07:00:00Z', '2026-03-10T09:00:00Z')
  await at(place, '2026-03-10T11:00:00Z', null)
  return place
}

describe('several workplaces side by side', () => {
  test('tell who is in, the hours of today and what waits', async () => {
    const place = await busy()
    const { workplaceId, owner } = place
    const other = await world.user(['EMPLOYEE'], 'Abe Absent')
    await employ(world.db, { workplaceId, person: other, now: world.clock.now })
    await at(place, '2026-02-03T07:00:00Z', '2026-02-03T09:00:00Z')
    await worked(world, place, ['2026-03-02T07:00:00Z', '2026-03-02T23:00:00Z'], { flag: 'FORGOTTEN_OUT' })
    const { workplaces } = await world.api(owner).overview.now({})
    expect(workplaces).toMatchObject([
      {
        place: { id: workplaceId, name: 'Corner Café' },
        standings: { IN: 1, ON_BREAK: 0, OVERDUE: 0, GONE: 0, OUT: 1 },
        minutesToday: 480,
        waiting: { asked: 0, disputed: 0, flagged: 1 },
        review: { period: { from: '2026-02-01', to: '2026-02-28' }, people: 1 },
      },
    ])
    const { person } = place
    const { id } = await at(place, '2026-03-05T07:00:00Z', '2026-03-05T09:00:00Z')
    const wanted = {
      startedAt: '2026-03-05T07:00:00Z',
      endedAt: '2026-03-05T10:00:00Z',
      breaks: [],
      kindId: null,
    }
    const asked = { workplaceId, entryId: id, wanted, reason: 'I left at eleven' }
    await world.api(person).timeEntries.ask(asked)
    const [one] = (await world.api(owner).overview.now({ workplaceId })).workplaces
    expect(one?.waiting.asked).toBe(1)
  })

  test('are those that one runs', async () => {
    const { workplaceId } = await busy()
    const stranger = world.api(await world.user(['EMPLOYER'], 'Sam Stranger')).overview
    expect((await stranger.now({})).workplaces).toEqual([])
    for (const call of [
      () => stranger.now({ workplaceId }),
      () => stranger.pay({ workplaceId }),
      () => stranger.week({ workplaceId }),
    ])
      expect(await refusal(call())).toBe('request.not_found')
  })
})

describe('what today and the period come to', () => {
  test('counts what is still open until now, with its overtime', async () => {
    const { owner, workplaceId } = await busy()
    const pay = await world.api(owner).overview.pay({ workplaceId })
    // 8 h × 20.00 + 2 h × 30.00 on Monday; 2 h + 6 h × 20.00 on Tuesday.
    expect(pay).toMatchObject({
      ...{ period: { from: '2026-03-01', to: '2026-03-31' }, paidMinutes: 1080, overtimeMinutes: 120 },
      ...{ costToday: eur(16_000), gross: eur(38_000), withoutRate: 0, due: null },
    })
  })

  test('names what is approved and not paid', async () => {
    const place = await cafe(world)
    const { owner, workplaceId, employmentId } = place
    await at(place, '2026-02-03T07:00:00Z', '2026-02-03T09:00:00Z')
    const sheet = { workplaceId, employmentId, day: '2026-02-03' }
    await world.api(owner).payPeriods.approve({ ...sheet, minutes: 120 })
    const due = { period: { from: '2026-02-01', to: '2026-02-28' }, people: 1, amount: eur(4000) }
    expect(await world.api(owner).overview.pay({ workplaceId })).toMatchObject({ due })
    const payments = [{ employmentId, amount: 4000 }]
    await world.api(owner).payments.pay({
      ...{ workplaceId, day: '2026-02-03', payments, paidOn: '2026-03-10', method: 'CASH' as const },
    })
    expect(await world.api(owner).overview.pay({ workplaceId })).toMatchObject({ due: null })
  })

  test('tells no wages to whoever may not see them', async () => {
    const place = await busy()
    const { workplaceId } = place
    const { overview } = world.api(await manager(world, place, { mayApprove: true }))
    expect(await overview.pay({ workplaceId })).toMatchObject({
      costToday: null,
      gross: null,
      paidMinutes: 1080,
    })
    const { people } = await overview.week({ workplaceId })
    expect(people[0]?.sum).toMatchObject({ paid: 1080, amount: null })
    const helper = world.api(await manager(world, place, {}, 'Hal Helper')).overview
    expect((await helper.now({})).workplaces).toMatchObject([{ review: null }])
    expect(await refusal(helper.pay({ workplaceId }))).toBe('request.not_found')
  })
})

describe('a week of everybody', () => {
  test('has what was worked and what is paid on each day', async () => {
    const { owner, workplaceId } = await busy()
    const week = await world.api(owner).overview.week({ workplaceId, day: '2026-03-12' })
    expect(week.days).toEqual([9, 10, 11, 12, 13, 14, 15].map((n) => `2026-03-${String(n).padStart(2, '0')}`))
    expect(week.people).toMatchObject([
      {
        name: 'Kim Cook',
        sum: { actual: 1080, paid: 1080, regular: 960, overtime: 120, amount: eur(38_000) },
      },
    ])
    expect(week.people[0]?.days.slice(0, 3)).toEqual([
      { actual: 600, paid: 600, regular: 480, overtime: 120, amount: eur(22_000) },
      { actual: 480, paid: 480, regular: 480, overtime: 0, amount: eur(16_000) },
      { actual: 0, paid: 0, regular: 0, overtime: 0, amount: eur(0) },
    ])
  })

  test('marks what is out of the ordinary in it, as far as managers are told', async () => {
    const place = await cafe(world)
    const { owner, workplaceId } = place
    const long: [string, string] = ['2026-03-02T05:00:00Z', '2026-03-02T18:00:00Z']
    await at(place, ...long)
    const { overview } = world.api(owner)
    const marks = async (day: string) => {
      const { people } = await overview.week({ workplaceId, day })
      return people.map(({ exceptions }) => exceptions.map(({ code }) => code))
    }
    expect(await marks('2026-03-04')).toEqual([['day_long', 'entry_long']])
    expect(await marks('2026-03-11')).toEqual([[]])
  })

  test('comes a page at a time, nobody twice', async () => {
    const { owner, workplaceId } = await cafe(world)
    for (let n = 0; n < 51; n++)
      await employ(world.db, {
        ...{ workplaceId, now: world.clock.now },
        person: await world.user(['EMPLOYEE'], n % 2 ? 'Sam Same' : `Person ${n}`),
      })
    const first = await world.api(owner).overview.week({ workplaceId })
    const { nextCursor: cursor } = first
    const second = await world.api(owner).overview.week({ workplaceId, cursor })
    expect([first.people.length, second.people.length, second.nextCursor]).toEqual([50, 2, null])
    expect(new Set([...first.people, ...second.people].map(({ employmentId }) => employmentId)).size).toBe(52)
  })
})

test('one is told with that what waits, also after one has left', async () => {
  const place = await cafe(world)
  await worked(world, place, ['2026-02-03T07:00:00Z', '2026-02-03T23:00:00Z'], { flag: 'FORGOTTEN_OUT' })
  const waits = { period: { from: '2026-02-01', to: '2026-02-28' }, flagged: 1, corrections: 0, unsigned: 1 }
  const own = async () => (await world.api(place.person).overview.own())[0]
  expect(await own()).toMatchObject({ period: { from: '2026-03-01' }, waits })
  await world.db.employment.updateMany({ data: { endedOn: new Date('2026-03-01T00:00:00Z') } })
  expect(await own()).toMatchObject({ week: null, period: null, waits })
})

test('one sees what one has earned this week and this period so far', async () => {
  const place = await busy()
  await at(place, '2026-03-02T07:00:00Z', '2026-03-02T09:00:00Z')
  expect(await world.api(place.person).overview.own()).toMatchObject([
    {
      employmentId: place.employmentId,
      week: {
        from: '2026-03-09',
        to: '2026-03-15',
        paidMinutes: 1080,
        overtimeMinutes: 120,
        gross: eur(38_000),
      },
      period: { from: '2026-03-01', to: '2026-03-31', paidMinutes: 1200, gross: eur(42_000) },
    },
  ])
})
