import { randomUUID } from 'node:crypto'
import { refusal } from '@test/support/errors'
import { type Cafe, cafe, manager, ruled, worked } from '@test/support/hours'
import { keep } from '@test/support/ledger'
import { employ } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '@/server/live/publish'
import { requireUnlocked, takeSignaturesBack } from '@/server/pay-periods/signatures'

const world = testWorld()
const day = '2026-03-10'

beforeEach(() => {
  world.clock.now = new Date('2026-04-02T09:00:00Z')
})

const march = ({ workplaceId, employmentId }: Cafe) => ({ workplaceId, employmentId, day })
const own = ({ employmentId }: Cafe) => ({ employmentId, day })

/** A day of eight hours. */
const eightHours = (place: Cafe, on = '2026-03-10') =>
  worked(world, place, [`${on}T08:00:00Z`, `${on}T16:00:00Z`])

async function signed() {
  const place = await cafe(world)
  await eightHours(place)
  await world.api(place.person).payPeriods.signOff({ ...own(place), minutes: 480 })
  return place
}

async function approved() {
  const place = await signed()
  await world.api(place.owner).payPeriods.approve({ ...march(place), minutes: 480 })
  return place
}

/** What whoever changes hours does, in their transaction. */
const change = (place: Cafe, at: string, to: string | null = at) => {
  const touched = { employmentId: place.employmentId, from: new Date(at), to: to ? new Date(to) : null }
  return transact(world.as(place.owner), async (ctx) => {
    await requireUnlocked(ctx.tx, touched)
    await takeSignaturesBack(ctx, touched)
  })
}

const stateOf = async (place: Cafe, on = day) => {
  const { sheet } = await world.api(place.person).payPeriods.ownTimesheet({ ...own(place), day: on })
  return sheet.state
}

describe('the hours of a period', () => {
  test('are those of its days, with what they come to', async () => {
    const place = await cafe(world)
    await eightHours(place, '2026-02-28')
    await eightHours(place, '2026-03-01')
    const entry = await eightHours(place)
    await world.db.break.create({
      data: {
        timeEntryId: entry.id,
        startedAt: new Date('2026-03-10T12:00:00Z'),
        endedAt: new Date('2026-03-10T12:45:00Z'),
      },
    })
    const { period, people } = await world
      .api(place.owner)
      .payPeriods.review({ workplaceId: place.workplaceId, day })
    expect(period).toEqual({ from: '2026-03-01', to: '2026-03-31' })
    expect(people).toMatchObject([
      { name: 'Kim Cook', paidMinutes: 915, gross: { amount: 30500, currency: 'EUR' }, state: 'OPEN' },
    ])
  })

  test('work over the edge of a period is each period’s own part', async () => {
    const place = await cafe(world)
    await worked(world, place, ['2026-03-31T20:00:00Z', '2026-04-01T02:00:00Z'])
    const minutesOn = async (on: string) =>
      (await world.api(place.person).payPeriods.ownTimesheet({ ...own(place), day: on })).sheet.paidMinutes
    expect([await minutesOn('2026-03-31'), await minutesOn('2026-04-01')]).toEqual([120, 240])
  })

  test('a forgotten clock-out counts as far as nobody doubts it, and only the rest waits', async () => {
    const place = await cafe(world)
    await eightHours(place)
    await worked(world, place, ['2026-03-11T08:00:00Z', '2026-03-12T00:00:00Z'], {
      ...{ outMethod: 'LONGEST_SHIFT', flag: 'FORGOTTEN_OUT' },
      undisputedUntil: new Date('2026-03-11T11:00:00Z'),
    })
    const { sheet } = await world.api(place.person).payPeriods.ownTimesheet(own(place))
    expect(sheet.paidMinutes).toBe(480 + 180)
    expect(sheet.exceptions).toMatchObject([
      { code: 'entry_flagged', critical: false },
      { code: 'not_signed' },
    ])
  })

  test('without a rate there are hours, no sums, and no approval', async () => {
    const place = await cafe(world, { minorPerHour: null })
    await eightHours(place)
    const { sheet } = await world.api(place.person).payPeriods.ownTimesheet(own(place))
    expect(sheet).toMatchObject({
      paidMinutes: 480,
      gross: null,
      exceptions: [{ code: 'no_rate', critical: true }, {}],
    })
    const approval = world.api(place.owner).payPeriods.approve({ ...march(place), minutes: 480 })
    expect(await refusal(approval)).toBe('payPeriods.not_settled')
  })

  test('whoever approves without seeing wages sees hours alone; a stranger finds nothing', async () => {
    const place = await cafe(world)
    await eightHours(place)
    const { payPeriods } = world.api(await manager(world, place, { mayApprove: true }))
    const { sheet, sums } = await payPeriods.timesheet(march(place))
    expect([sheet.paidMinutes, sheet.gross, sheet.extras]).toEqual([480, null, null])
    expect(sums).toMatchObject([{ minutes: 480, rate: null, amount: null }])
    const opened = await payPeriods.why({ ...march(place), sum: 0 })
    expect(JSON.stringify(opened)).not.toMatch(/"amount":\{/)
    const stranger = world.api(await manager(world, place, {})).payPeriods
    expect(await refusal(stranger.timesheet(march(place)))).toBe('request.not_found')
    const other = world.api(await world.user(['EMPLOYEE'])).payPeriods
    expect(await refusal(other.ownTimesheet(own(place)))).toBe('request.not_found')
  })
})

describe('two signatures', () => {
  test('stand in the history of their period, however much was signed since', async () => {
    const place = await signed()
    const { employmentId, workplaceId } = place
    const none = { periodId: randomUUID(), signedAt: null, approvedAt: null }
    const other = { subject: 'timesheet', subjectId: employmentId, actorId: null } as const
    const changes = Array.from({ length: 101 }, () => ({
      ...{ ...other, placeId: workplaceId, before: none, after: none },
    }))
    await keep(world, changes)
    const { history } = await world.api(place.person).payPeriods.ownTimesheet(own(place))
    expect(history.map(({ act }) => act)).toEqual(['SIGNED'])
  })

  test('the employee signs, a manager approves, and both stand in the history', async () => {
    const place = await approved()
    const { sheet, history } = await world.api(place.owner).payPeriods.timesheet(march(place))
    expect(sheet).toMatchObject({ state: 'APPROVED', approvedBy: { name: 'Ida Owner' } })
    expect(history.map(({ by, act }) => [by, act])).toEqual([
      ['Ida Owner', 'APPROVED'],
      ['Kim Cook', 'SIGNED'],
    ])
    expect(await world.db.change.count({ where: { subject: 'timesheet' } })).toBe(2)
  })

  test('nobody signs hours that changed since they saw them, nor a period that has not begun', async () => {
    const place = await signed()
    const { payPeriods } = world.api(place.owner)
    expect(await refusal(payPeriods.approve({ ...march(place), minutes: 479 }))).toBe(
      'payPeriods.hours_changed',
    )
    const later = { ...march(place), day: '2026-05-01', minutes: 0 }
    expect(await refusal(payPeriods.approve(later))).toBe('payPeriods.not_begun')
  })

  test('hours with an open entry cannot be approved', async () => {
    const place = await cafe(world)
    await worked(world, place, ['2026-03-10T08:00:00Z', null])
    const approval = world.api(place.owner).payPeriods.approve({ ...march(place), minutes: 0 })
    expect(await refusal(approval)).toBe('payPeriods.not_settled')
  })

  test('a change takes both back, with a trace; of hours that are approved it is refused', async () => {
    const place = await approved()
    expect(await refusal(change(place, '2026-03-10T08:00:00Z'))).toBe('payPeriods.locked')
    const { payPeriods } = world.api(place.owner)
    await payPeriods.unlock({ ...march(place), reason: 'The clock was slow' })
    expect(await stateOf(place)).toBe('SIGNED')
    await change(place, '2026-03-10T08:00:00Z')
    expect(await stateOf(place)).toBe('OPEN')
    const { history } = await payPeriods.timesheet(march(place))
    expect(history.map(({ act, reason }) => [act, reason])).toEqual([
      ['TAKEN_BACK', null],
      ['UNLOCKED', 'The clock was slow'],
      ['APPROVED', null],
      ['SIGNED', null],
    ])
    expect(await refusal(payPeriods.unlock({ ...march(place), reason: 'Again' }))).toBe(
      'payPeriods.not_approved',
    )
  })

  test('a change touches the period in which its week ends, and none before it', async () => {
    const place = await cafe(world)
    for (const on of ['2026-03-31', '2026-04-01'])
      await world.api(place.person).payPeriods.signOff({ ...own(place), day: on, minutes: 0 })
    await change(place, '2026-04-01T08:00:00Z', '2026-04-01T09:00:00Z')
    expect([await stateOf(place, '2026-03-31'), await stateOf(place, '2026-04-01')]).toEqual([
      'SIGNED',
      'OPEN',
    ])
    await world.api(place.person).payPeriods.signOff({ ...own(place), day: '2026-04-01', minutes: 0 })
    // Tuesday's week ends in April.
    await change(place, '2026-03-31T08:00:00Z', '2026-03-31T09:00:00Z')
    expect([await stateOf(place, '2026-03-31'), await stateOf(place, '2026-04-01')]).toEqual(['OPEN', 'OPEN'])
  })

  test('where days of work begin at four, an hour after midnight is the day before’s', async () => {
    const place = await cafe(world)
    await ruled(world, place, '2026-01-01', { dayStart: '04:00' })
    await world.api(place.person).payPeriods.signOff({ ...own(place), minutes: 0 })
    await change(place, '2026-04-01T00:30:00Z', '2026-04-01T01:00:00Z')
    expect(await stateOf(place)).toBe('OPEN')
  })

  test('what holds from a day on takes back everything after it', async () => {
    const place = await signed()
    await change(place, '2026-01-01T00:00:00Z', null)
    expect(await stateOf(place)).toBe('OPEN')
  })

  test('only whoever has the right approves', async () => {
    const place = await signed()
    const payer = world.api(await manager(world, place, { seesWages: true, mayPay: true })).payPeriods
    expect(await refusal(payer.approve({ ...march(place), minutes: 480 }))).toBe('payPeriods.right_missing')
    const stranger = world.api(await world.user(['EMPLOYER'])).payPeriods
    expect(await refusal(stranger.approve({ ...march(place), minutes: 480 }))).toBe('request.not_found')
  })

  test('of two managers who approve at once one wins, and the other is told', async () => {
    const place = await signed()
    const other = await manager(world, place, { mayApprove: true })
    const approvals = [place.owner, other].map((who) =>
      world.api(who).payPeriods.approve({ ...march(place), minutes: 480 }),
    )
    const results = await Promise.allSettled(approvals)
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = approvals[results.findIndex(({ status }) => status === 'rejected')]
    expect(await refusal(lost ?? Promise.resolve())).toBe('payPeriods.approved_already')
    expect(await world.db.change.count({ where: { subject: 'timesheet' } })).toBe(2)
  })
})

describe('approving all', () => {
  test('takes those without exceptions alone, and tells how many are left', async () => {
    const place = await signed()
    const { workplaceId } = place
    const unsigned = await world.user(['EMPLOYEE'], 'Lu Late')
    await employ(world.db, { workplaceId, person: unsigned, now: world.clock.now })
    const { payPeriods } = world.api(place.owner)
    const all = { workplaceId, day }
    expect(await payPeriods.approveAll(all)).toEqual({ approved: 1, approvedBefore: 0, withExceptions: 1 })
    expect(await payPeriods.approveAll(all)).toEqual({ approved: 0, approvedBefore: 1, withExceptions: 1 })
  })

  test('by two at once approves each once', async () => {
    const place = await signed()
    const other = await manager(world, place, { mayApprove: true })
    const all = { workplaceId: place.workplaceId, day }
    const both = await Promise.all(
      [place.owner, other].map((who) => world.api(who).payPeriods.approveAll(all)),
    )
    expect(both.map(({ approved }) => approved).sort()).toEqual([0, 1])
  })
})

describe('lists of periods', () => {
  test('of a workplace: the running one first, with how many stand where', async () => {
    const place = await approved()
    const { items, before } = await world
      .api(place.owner)
      .payPeriods.ofWorkplace({ workplaceId: place.workplaceId })
    expect(items.slice(0, 2)).toEqual([
      { from: '2026-04-01', to: '2026-04-30', signed: 0, approved: 0, paid: 0 },
      { from: '2026-03-01', to: '2026-03-31', signed: 1, approved: 1, paid: 0 },
    ])
    const earlier = await world.api(place.owner).payPeriods.ofWorkplace({
      workplaceId: place.workplaceId,
      before: before ?? '',
    })
    expect(earlier.items[0]?.to).toBe('2025-04-30')
  })

  test('of one’s own: since one began', async () => {
    const place = await approved()
    const [mine] = await world.api(place.person).payPeriods.own()
    expect(mine?.items.map(({ from, state }) => [from, state])).toEqual([
      ['2026-04-01', 'OPEN'],
      ['2026-03-01', 'APPROVED'],
      ['2026-02-01', 'OPEN'],
      ['2026-01-01', 'OPEN'],
    ])
  })
})
