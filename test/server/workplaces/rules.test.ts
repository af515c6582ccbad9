import { refusal } from '@test/support/errors'
import { cafe, manager, ruled, worked } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import type { Rules } from '@/domain/rule-sets'

const world = testWorld()
const today = '2026-03-02'
const night: Rules = {
  dayStart: '04:00',
  breaks: [{ afterMinutes: 360, minutes: 30 }],
  overtime: { daily: [{ afterMinutes: 480, factor: '1.25' }] },
  premiums: [{ name: 'Night', from: '22:00', to: '06:00', factor: '0.25', inRegularRate: true }],
}

describe('rules of one’s own', () => {
  test('are kept as they were said, with what they were made from', async () => {
    const { owner, workplaceId } = await cafe(world)
    const { workplaces } = world.api(owner)
    await workplaces.setRules({ workplaceId, from: today, preset: 'germany', rules: night })
    expect(await workplaces.rules({ workplaceId })).toMatchObject({
      ...{ mayChange: true, today, workplace: { currency: 'EUR', weekStart: 'MONDAY' } },
      versions: [{ from: today, begun: true, preset: 'germany', rules: night, reason: null }],
    })
  })

  test('decide about pay from their day on, not before it', async () => {
    const place = await cafe(world)
    const { owner, workplaceId, employmentId } = place
    await worked(world, place, ['2026-02-27T08:00:00+01:00', '2026-02-27T18:00:00+01:00'])
    await worked(world, place, ['2026-02-28T08:00:00+01:00', '2026-02-28T18:00:00+01:00'])
    const { workplaces, payPeriods } = world.api(owner)
    const reason = 'Agreed in February'
    await workplaces.setRules({ workplaceId, from: '2026-02-28', preset: 'none', rules: night, reason })
    const { sheet } = await payPeriods.timesheet({ workplaceId, employmentId, day: '2026-02-01' })
    // Ten hours, and nine and a half of which one and a half are overtime.
    expect(sheet).toMatchObject({ paidMinutes: 1170, overtimeMinutes: 90, gross: { amount: 39_750 } })
  })

  test('of a day that has passed need a reason, which everybody reads', async () => {
    const { owner, person, workplaceId, employmentId } = await cafe(world)
    const { workplaces } = world.api(owner)
    const past = { workplaceId, from: '2026-02-01', preset: 'uk' } as const
    expect(await refusal(workplaces.setRules(past))).toBe('workplaces.rules_reason_needed')
    await workplaces.setRules({ ...past, reason: 'Forgotten in January' })
    const { versions, mayChange } = await world.api(person).workplaces.ownRules({ employmentId })
    expect(versions).toMatchObject([{ preset: 'uk', reason: 'Forgotten in January' }])
    expect(mayChange).toBe(false)
  })

  test('of a day supersede those of the same day; the latest that has begun is first of those', async () => {
    const place = await cafe(world)
    await ruled(world, place, '2026-01-01', night)
    const { workplaceId } = place
    const { workplaces } = world.api(place.owner)
    await workplaces.setRules({ workplaceId, from: '2026-04-01', preset: 'eu' })
    await workplaces.setRules({ workplaceId, from: '2026-04-01', preset: 'germany' })
    const { versions } = await workplaces.rules({ workplaceId })
    expect(versions.map(({ from, begun, preset }) => [from, begun, preset])).toEqual([
      ['2026-04-01', false, 'germany'],
      ['2026-01-01', true, 'none'],
    ])
  })

  test('that make no sense are refused by field', async () => {
    const { owner, workplaceId } = await cafe(world)
    const rules: Rules = { breaks: [{ afterMinutes: 360, minutes: 900 }] }
    const set = world.api(owner).workplaces.setRules({ workplaceId, from: today, preset: 'none', rules })
    await expect(set).rejects.toThrow('too_high_minutes')
  })

  test('are read by whoever runs the workplace or works there, and set by its owner', async () => {
    const place = await cafe(world)
    const { workplaceId, employmentId } = place
    await ruled(world, place, '2026-01-01', night)
    const max = world.api(await manager(world, place, { mayApprove: true })).workplaces
    expect(await max.rules({ workplaceId })).toMatchObject({ mayChange: false, versions: [{}] })
    expect(await refusal(max.setRules({ workplaceId, from: today, preset: 'none' }))).toBe(
      'places.owner_only',
    )
    const stranger = world.api(await world.user(['EMPLOYER', 'EMPLOYEE'], 'Jo')).workplaces
    expect(await refusal(stranger.rules({ workplaceId }))).toBe('request.not_found')
    expect(await refusal(stranger.ownRules({ employmentId }))).toBe('request.not_found')
  })
})

test.each([
  ['MONTHLY', '2026-03-16', '2026-03-01'],
  ['SEMI_MONTHLY', '2026-03-10', '2026-03-16'],
] as const)('%s pay periods do not begin on %s', async (payCycle, between, first) => {
  const { create, byId } = world.api(await world.user(['EMPLOYER'])).workplaces
  const bakery = { name: 'Bakery', timeZone: 'Europe/Berlin', country: 'DE', payCycle }
  expect(await refusal(create({ ...bakery, firstPeriod: between }))).toBe('workplaces.first_period_between')
  const { id: workplaceId } = await create({ ...bakery, firstPeriod: first })
  expect(await byId({ workplaceId })).toMatchObject({ firstPeriod: first })
})
