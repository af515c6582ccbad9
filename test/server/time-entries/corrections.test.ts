import { refusal } from '@test/support/errors'
import { cafe, hours } from '@test/support/work-world'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'

const world = testWorld()
const reason = 'The kiosk was off'

beforeEach(() => {
  world.clock.now = new Date('2026-03-02T20:00:00Z')
})

async function worked() {
  const place = await cafe(world)
  const { entryId } = await place.clock('in')
  world.wait(60)
  await place.clock('out')
  world.wait(60)
  return { ...place, entryId }
}

const entry = (id: string) => world.db.timeEntry.findUniqueOrThrow({ where: { id } })

describe('what an employee asks for', () => {
  test('is granted by a leader with a word; both see the history', async () => {
    const { own, staff, workplaceId, entryId, ben } = await worked()
    const wanted = hours(world, 130, 60)
    const { id } = await own.timeEntries.ask({ workplaceId, entryId, wanted, reason })
    expect(await refusal(own.timeEntries.ask({ workplaceId, entryId, wanted, reason }))).toBe(
      'timeEntries.asked_already',
    )
    expect(await staff.timeEntries.corrections({ workplaceId })).toMatchObject([
      { id, name: 'Ben', own: true, reason, wanted },
    ])
    await staff.timeEntries.decide({ correctionId: id, grant: true, words: 'Right' })
    expect(await entry(entryId)).toMatchObject({
      startedAt: new Date(wanted.startedAt),
      inMethod: 'CORRECTION',
    })
    expect(await own.timeEntries.ownCorrections()).toMatchObject([{ state: 'GRANTED', answer: 'Right' }])
    const change = { reason: 'Right', actor: { name: 'Ms Roth' } }
    expect((await own.timeEntries.ownHistory({ entryId })).changes[0]).toMatchObject(change)
    expect((await staff.timeEntries.history({ entryId })).changes[0]).toMatchObject(change)
    expect(await refusal(staff.timeEntries.decide({ correctionId: id, grant: false }))).toBe(
      'timeEntries.decided',
    )
    expect(ben.id).toBe((await entry(entryId)).userId)
  })

  test('can be time that is missing, or that an entry goes', async () => {
    const { own, staff, workplaceId, entryId } = await worked()
    const missing = await own.timeEntries.ask({ workplaceId, wanted: hours(world, 300, 240), reason })
    const gone = await own.timeEntries.ask({ workplaceId, entryId, wanted: null, reason })
    await staff.timeEntries.decide({ correctionId: missing.id, grant: true })
    await staff.timeEntries.decide({ correctionId: gone.id, grant: true })
    const { entries, minutes } = await own.timeEntries.ownWeek({ workplaceId })
    expect([entries.length, minutes]).toEqual([1, 60])
  })

  test('is refused without a change, or withdrawn while nobody has decided', async () => {
    const { own, staff, workplaceId, entryId } = await worked()
    const before = await entry(entryId)
    const wanted = hours(world, 130, 60)
    const first = await own.timeEntries.ask({ workplaceId, entryId, wanted, reason })
    await staff.timeEntries.decide({ correctionId: first.id, grant: false, words: 'The kiosk was on' })
    const second = await own.timeEntries.ask({ workplaceId, entryId, wanted, reason })
    await own.timeEntries.withdraw({ correctionId: second.id })
    expect(await refusal(staff.timeEntries.decide({ correctionId: second.id, grant: true }))).toBe(
      'timeEntries.decided',
    )
    expect(await entry(entryId)).toEqual(before)
  })

  test('nothing that cannot be: in the future, backwards, over other time of theirs', async () => {
    const { own, staff, workplaceId, entryId } = await worked()
    const ask = (from: number, to: number) =>
      own.timeEntries.ask({ workplaceId, wanted: hours(world, from, to), reason })
    expect(await refusal(ask(60, -1))).toBe('timeEntries.in_future')
    expect(await refusal(ask(30, 60))).toBe('timeEntries.end_before_start')
    const { id: correctionId } = await ask(100, 30)
    expect(await refusal(staff.timeEntries.decide({ correctionId, grant: true }))).toBe('timeEntries.overlap')
    expect(await staff.timeEntries.corrections({ workplaceId })).toHaveLength(1)
    expect(await refusal(own.timeEntries.ask({ workplaceId, entryId, wanted: null, reason: '' }))).toBe(
      'BAD_REQUEST',
    )
  })

  test('of two leaders at the same moment one decides', async () => {
    const { own, staff, workplaceId, entryId } = await worked()
    const { id: correctionId } = await own.timeEntries.ask({
      ...{ workplaceId, entryId, wanted: hours(world, 130, 60), reason },
    })
    const both = [true, false].map((grant) =>
      staff.timeEntries.decide({ correctionId, grant }).then(
        () => 'decided',
        ({ message }: Error) => message,
      ),
    )
    expect((await Promise.all(both)).sort()).toEqual(['decided', 'timeEntries.decided'])
  })
})

describe('what a leader changes', () => {
  test('is agreed to or disputed by the person; a dispute goes back to what stood, or does not', async () => {
    const { own, staff, workplaceId, entryId } = await worked()
    const before = await entry(entryId)
    await staff.timeEntries.edit({ entryId, wanted: hours(world, 100, 70), reason })
    const [first] = await own.timeEntries.ownCorrections()
    const correctionId = first?.id ?? ''
    expect(first).toMatchObject({ state: 'APPLIED', own: false })
    await own.timeEntries.answer({ correctionId, agrees: false, words: 'I was there' })
    expect(await refusal(own.timeEntries.answer({ correctionId, agrees: true }))).toBe('timeEntries.decided')
    expect(await staff.timeEntries.corrections({ workplaceId })).toMatchObject([{ state: 'DISPUTED' }])
    await staff.timeEntries.decide({ correctionId, grant: true, words: 'Sorry' })
    expect(await entry(entryId)).toMatchObject({ startedAt: before.startedAt, endedAt: before.endedAt })
    expect(await own.timeEntries.ownCorrections()).toMatchObject([{ state: 'SETTLED' }])
  })

  test('is undone within seconds, with what stood before it and how it was clocked; then no more', async () => {
    const { own, staff, entryId } = await worked()
    const before = await entry(entryId)
    await staff.timeEntries.edit({ entryId, wanted: hours(world, 100, 70), reason })
    world.wait(1 / 6)
    await staff.timeEntries.undo({ entryId })
    expect(await entry(entryId)).toEqual(before)
    expect(await own.timeEntries.ownCorrections()).toMatchObject([{ state: 'WITHDRAWN' }])
    expect(await refusal(staff.timeEntries.undo({ entryId }))).toBe('timeEntries.undo_over')
    await staff.timeEntries.edit({ entryId, wanted: null, reason })
    await staff.timeEntries.undo({ entryId })
    expect(await entry(entryId)).toEqual(before)
    await staff.timeEntries.edit({ entryId, wanted: null, reason })
    world.wait(16 / 60)
    expect(await refusal(staff.timeEntries.undo({ entryId }))).toBe('timeEntries.undo_over')
  })

  test('is not undone once the person has answered, nor by somebody else, nor where hours are approved', async () => {
    const { own, staff, workplaceId, entryId, ben, job, employer } = await worked()
    expect(await refusal(staff.timeEntries.undo({ entryId }))).toBe('timeEntries.undo_over')
    await staff.timeEntries.edit({ entryId, wanted: hours(world, 100, 70), reason })
    const stranger = world.api(await world.user(['EMPLOYER']))
    expect(await refusal(stranger.timeEntries.undo({ entryId }))).toBe('request.not_found')
    const [first] = await own.timeEntries.ownCorrections()
    await own.timeEntries.answer({ correctionId: first?.id ?? '', agrees: true })
    expect(await refusal(staff.timeEntries.undo({ entryId }))).toBe('timeEntries.undo_over')
    const wanted = hours(world, 300, 200)
    const { id } = await staff.timeEntries.add({ workplaceId, userId: ben.id, wanted, reason })
    const day = (text: string) => new Date(`${text}T00:00:00Z`)
    const period = await world.db.payPeriod.create({
      data: { workplaceId, from: day('2026-03-01'), to: day('2026-03-31'), createdAt: world.clock.now },
    })
    const approvedAt = world.clock.now
    const signed = { signedAt: approvedAt, approvedAt, approvedById: employer.id }
    await world.db.timesheet.create({ data: { periodId: period.id, employmentId: job.id, ...signed } })
    expect(await refusal(staff.timeEntries.undo({ entryId: id }))).toBe('payPeriods.locked')
    await world.db.timesheet.updateMany({ data: { approvedAt: null, approvedById: null } })
    await staff.timeEntries.undo({ entryId: id })
    expect((await entry(id)).removedAt).toEqual(world.clock.now)
  })

  test('takes both signatures back; approved hours are unlocked first', async () => {
    const { staff, workplaceId, entryId, job, employer } = await worked()
    const day = (text: string) => new Date(`${text}T00:00:00Z`)
    const period = await world.db.payPeriod.create({
      data: { workplaceId, from: day('2026-03-01'), to: day('2026-03-31'), createdAt: world.clock.now },
    })
    const key = { periodId: period.id, employmentId: job.id }
    const signedAt = world.clock.now
    await world.db.timesheet.create({ data: { ...key, signedAt } })
    await staff.timeEntries.edit({ entryId, wanted: hours(world, 100, 70), reason })
    expect(await world.db.timesheet.findFirst()).toMatchObject({ signedAt: null })
    const approval = { approvedAt: signedAt, approvedById: employer.id }
    await world.db.timesheet.updateMany({ data: approval })
    const again = staff.timeEntries.edit({ entryId, wanted: hours(world, 101, 70), reason })
    expect(await refusal(again)).toBe('payPeriods.locked')
  })

  test('is for those who may approve, and of those whom they lead', async () => {
    const { workplaceId, entryId, ben } = await worked()
    const stranger = world.api(await world.user(['EMPLOYER']))
    const assistant = await world.user(['EMPLOYER'])
    const leader = { placeId: workplaceId, userId: assistant.id, since: world.clock.now }
    await world.db.leader.create({ data: { ...leader, role: 'ASSISTANT' } })
    const helper = world.api(assistant).timeEntries
    const wanted = hours(world, 100, 70)
    const refused = [
      stranger.timeEntries.board({ workplaceId }),
      stranger.timeEntries.edit({ entryId, wanted, reason }),
      stranger.timeEntries.history({ entryId }),
      stranger.timeEntries.week({ workplaceId, userId: ben.id }),
      stranger.timeEntries.corrections({ workplaceId }),
    ]
    expect(await Promise.all(refused.map(refusal))).toEqual(Array(5).fill('request.not_found'))
    expect((await helper.board({ workplaceId })).people).toHaveLength(1)
    expect(await refusal(helper.edit({ entryId, wanted, reason }))).toBe('auth.not_allowed')
    await world.db.leader.updateMany({ where: { userId: assistant.id }, data: { mayApprove: true } })
    await helper.edit({ entryId, wanted, reason })
  })
})

test('who worked through a break that was taken off says so later, by a correction', async () => {
  const { own, staff, workplaceId, entryId, job } = await worked()
  const day = '2026-03-02'
  const rules = { breaks: [{ afterMinutes: 30, minutes: 15 }] }
  expect(await own.timeEntries.ownWeek({ workplaceId })).toMatchObject({ deducts: false })
  await staff.workplaces.setRules({ workplaceId, from: day, preset: 'none', rules })
  const paid = async () =>
    (await own.payPeriods.ownTimesheet({ employmentId: job.id, day })).sheet.paidMinutes
  expect([(await own.timeEntries.ownWeek({ workplaceId })).deducts, await paid()]).toEqual([true, 45])
  const wanted = { ...hours(world, 120, 60), workedThrough: true }
  const { id: correctionId } = await own.timeEntries.ask({ workplaceId, entryId, wanted, reason })
  await staff.timeEntries.decide({ correctionId, grant: true })
  expect(await paid()).toBe(60)
  // Whoever only changes times leaves it as it is; a dispute brings back what stood.
  const { workedThrough: _, ...shorter } = { ...wanted, ...hours(world, 120, 70) }
  await staff.timeEntries.edit({ entryId, wanted: shorter, reason })
  expect(await entry(entryId)).toMatchObject({ workedThrough: true })
  expect(await own.timeEntries.ownCorrections()).toMatchObject([{ before: { workedThrough: true } }, {}])
})
