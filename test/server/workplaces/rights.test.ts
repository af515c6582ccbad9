import { refusal } from '@test/support/errors'
import { cafe, manager, worked } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'

const world = testWorld()

beforeEach(() => {
  world.clock.now = new Date('2026-05-02T09:00:00Z')
})

describe('whoever assists without a right', () => {
  test('changes nothing that decides about clocking, hours or pay', async () => {
    const place = await cafe(world)
    const { workplaceId, employmentId } = place
    const { workplaces, employments } = world.api(await manager(world, place, {}))
    const settings = [
      workplaces.update({ workplaceId, timeZone: 'Europe/Lisbon' }),
      workplaces.update({ workplaceId, longestShiftMinutes: 60 }),
      workplaces.addHoliday({ workplaceId, day: '2026-05-01', name: 'May Day' }),
      workplaces.removeHoliday({ workplaceId, day: '2026-05-01' }),
      workplaces.addKind({ workplaceId, name: 'Kitchen' }),
      workplaces.addSite({ workplaceId, name: 'Old town', latitude: 48, longitude: 11, radius: 100 }),
    ].map(refusal)
    expect(new Set(await Promise.all(settings))).toEqual(new Set(['places.owner_only']))
    const people = [
      workplaces.setJoinCode({ workplaceId, on: true }),
      employments.invite({ workplaceId, startedOn: '2026-05-04', email: 'new@school.example' }),
      employments.addTeam({ workplaceId, startedOn: '2026-05-04', text: 'Ada,ada@school.example' }),
      employments.end({ employmentId, endedOn: '2026-05-02' }),
      employments.update({ employmentId, concurrent: true }),
      employments.setPin({ employmentId, pin: '4093' }),
    ].map(refusal)
    expect(new Set(await Promise.all(people))).toEqual(new Set(['payPeriods.right_missing']))
    expect(await world.db.change.count({ where: { placeId: workplaceId } })).toBe(0)
  })

  test('reads no wage by making the link of an invitation anew', async () => {
    const place = await cafe(world)
    const { workplaceId, owner } = place
    const invited = { workplaceId, startedOn: '2026-05-04', minorPerHour: 4321 }
    const { id } = await world.api(owner).employments.invite(invited)
    const { employments } = world.api(await manager(world, place, { mayApprove: true }))
    expect(await refusal(employments.renewLink({ workInvitationId: id }))).toBe('workplaces.wages_not_yours')
    const { link } = await world.api(owner).employments.renewLink({ workInvitationId: id })
    expect(link).toBeTruthy()
  })
})

describe('whoever worked there and leads now', () => {
  test('decides about nothing of their own', async () => {
    const place = await cafe(world)
    const { workplaceId, employmentId, person, owner } = place
    const entry = await worked(world, place, ['2026-03-10T08:00:00Z', '2026-03-10T16:00:00Z'])
    await world.db.user.update({ where: { id: person.id }, data: { roles: ['EMPLOYEE', 'EMPLOYER'] } })
    await world.db.employment.updateMany({ data: { endedOn: new Date('2026-03-31') } })
    await world.db.member.updateMany({ data: { leftAt: world.clock.now } })
    const rights = { mayApprove: true, seesWages: true, mayPay: true }
    await world.db.leader.create({
      data: { placeId: workplaceId, userId: person.id, role: 'ASSISTANT', since: world.clock.now, ...rights },
    })
    const api = world.api({ ...person, roles: ['EMPLOYEE', 'EMPLOYER'] })
    const day = '2026-03-10'
    const wanted = {
      ...{ startedAt: '2026-03-10T08:00:00Z', endedAt: '2026-03-10T19:00:00Z', breaks: [], kindId: null },
    }
    const sheet = { workplaceId, employmentId, day }
    await world.api(owner).payPeriods.approve({ ...sheet, minutes: 480 })
    const own = [
      api.payPeriods.unlock({ ...sheet, reason: 'More' }),
      api.payments.pay({
        ...{ workplaceId, day, paidOn: '2026-05-02', method: 'CASH' as const },
        payments: [{ employmentId, amount: 16_000 }],
      }),
      api.timeEntries.edit({ entryId: entry.id, wanted, reason: 'More' }),
      api.timeEntries.add({ workplaceId, userId: person.id, wanted, reason: 'More' }),
      api.extras.add({ ...sheet, name: 'reporting time', minutes: 60, reason: 'More' }),
      api.employments.addRate({
        employmentId,
        kindId: null,
        from: '2026-03-02',
        minorPerHour: 9000,
        reason: 'More',
      }),
    ].map(refusal)
    const unlocking = await own[0]
    expect(unlocking).toBe('payPeriods.own')
    expect(new Set(await Promise.all(own))).toEqual(new Set(['payPeriods.own']))
    await world.api(owner).payPeriods.unlock({ ...sheet, reason: 'Looked at again' })
    expect(await refusal(api.payPeriods.approve({ ...sheet, minutes: 480 }))).toBe('payPeriods.own')
    expect(await api.payPeriods.approveAll({ workplaceId, day })).toMatchObject({ approved: 0 })
  })
})
