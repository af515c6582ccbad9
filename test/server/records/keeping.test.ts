import { refusal } from '@test/support/errors'
import { cafe } from '@test/support/work-world'
import { day } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { removeDemo } from '@/server/demo/remove'

const world = testWorld()

beforeEach(() => {
  world.clock.now = new Date('2026-03-02T12:00:00Z')
})

type Cafe = Awaited<ReturnType<typeof cafe>>

function worked({ workplaceId, ben, job }: Cafe, from: string, to: string) {
  return world.db.timeEntry.create({
    data: {
      ...{ employmentId: job.id, userId: ben.id, workplaceId },
      ...{ startedAt: new Date(from), endedAt: new Date(to), createdAt: new Date(from) },
      ...{ inMethod: 'PIN', outMethod: 'PIN' },
    },
  })
}

/** A period that was signed and paid. */
async function paid({ workplaceId, job, employer }: Cafe, from: string, to: string, paidOn: string) {
  const now = new Date(`${paidOn}T12:00:00Z`)
  const { id: periodId } = await world.db.payPeriod.create({
    data: { workplaceId, from: day(from), to: day(to), createdAt: now },
  })
  await world.db.timesheet.create({
    data: { periodId, employmentId: job.id, approvedAt: now, approvedById: employer.id },
  })
  return world.db.payment.create({
    data: {
      ...{ periodId, employmentId: job.id, currency: 'EUR', grossMinor: 16_000n },
      ...{ paidOn: day(paidOn), method: 'CASH', madeById: employer.id, createdAt: now },
      lines: {
        create: { position: 0, day: day(from), kind: 'regular', minutes: 480, amountMinor: 16_000n },
      },
    },
  })
}

/** Ben worked on a day of January 2024 and one of this February, at a café in a country. */
async function old(country = 'DE') {
  const scene = await cafe(world, { country }, { startedOn: day('2023-01-01') })
  await worked(scene, '2024-01-10T08:00:00Z', '2024-01-10T16:00:00Z')
  await paid(scene, '2024-01-01', '2024-01-31', '2024-02-05')
  await worked(scene, '2026-02-10T08:00:00Z', '2026-02-10T16:00:00Z')
  return scene
}

const left = async () => [await world.db.timeEntry.count(), await world.db.payment.count()]

describe('records past their years', () => {
  test('are counted for the owner, and go on the owner’s word: two years in Germany (ArbZG § 16(2))', async () => {
    const { staff, workplaceId } = await old()
    const kept = await staff.records.kept({ workplaceId })
    expect(kept).toMatchObject({
      ...{ years: 2, before: '2024-02-01', past: { entries: 1, payments: 1, people: 1 } },
      source: { citation: 'ArbZG § 16(2)' },
      earliest: { day: '2024-01-10', erasableOn: '2026-03-01' },
    })
    const erased = await staff.records.erase({ workplaceId, before: kept.before })
    expect(erased).toEqual({ entries: 1, payments: 1, exports: 0, employments: 0 })
    expect(await left()).toEqual([1, 0])
    expect(await world.db.payPeriod.count()).toBe(0)
    const change = await world.db.change.findFirstOrThrow({ where: { subject: 'records' } })
    expect(change).toMatchObject({
      subjectId: workplaceId,
      after: { workedBefore: '2024-02-01', ...erased },
    })
  })

  test('are refused a day earlier, with the date: four years in Spain (ET 34.9)', async () => {
    const { staff, workplaceId } = await old('ES')
    const erasing = staff.records.erase({ workplaceId, before: '2024-02-01' })
    await expect(erasing).rejects.toMatchObject({
      cause: { code: 'records.kept', params: { until: '2028-03-01', years: 4 } },
    })
    expect(await left()).toEqual([2, 1])
  })

  test('stay with a payment of theirs that was made within the years', async () => {
    const scene = await cafe(world, {}, { startedOn: day('2023-01-01') })
    await worked(scene, '2024-01-10T08:00:00Z', '2024-01-10T16:00:00Z')
    await paid(scene, '2024-01-01', '2024-01-31', '2024-06-05')
    const { before, past } = await scene.staff.records.kept({ workplaceId: scene.workplaceId })
    expect([before, past.entries]).toEqual(['2023-12-01', 0])
  })

  test('an employment goes with the last of them, and somebody who left belongs to the workplace no longer', async () => {
    const scene = await cafe(world, {}, { startedOn: day('2023-01-01'), endedOn: day('2024-01-31') })
    await worked(scene, '2024-01-10T08:00:00Z', '2024-01-10T16:00:00Z')
    const [joinedAt, leftAt] = [new Date('2023-01-01T00:00:00Z'), new Date('2024-02-01T00:00:00Z')]
    await world.db.member.updateMany({ data: { joinedAt, leftAt } })
    const { workplaceId, staff } = scene
    const erased = await staff.records.erase({ workplaceId, before: '2024-02-01' })
    expect(erased.employments).toBe(1)
    expect([await world.db.employment.count(), await world.db.member.count()]).toEqual([0, 0])
  })

  test('are the owner’s alone: not who assists, not another employer', async () => {
    const { workplaceId } = await old()
    const manager = await world.user(['EMPLOYER'])
    await world.db.leader.create({
      data: {
        ...{ placeId: workplaceId, userId: manager.id, role: 'ASSISTANT', since: world.clock.now },
        ...{ mayApprove: true, seesWages: true, mayPay: true },
      },
    })
    const before = '2024-02-01'
    const theirs = world.api(manager).records
    expect(await refusal(theirs.kept({ workplaceId }))).toBe('places.owner_only')
    expect(await refusal(theirs.erase({ workplaceId, before }))).toBe('places.owner_only')
    const stranger = world.api(await world.user(['EMPLOYER'])).records
    expect(await refusal(stranger.kept({ workplaceId }))).toBe('request.not_found')
    expect(await refusal(stranger.erase({ workplaceId, before }))).toBe('request.not_found')
    expect(await left()).toEqual([2, 1])
  })
})

describe('whatever would take them along is refused by the database', () => {
  const kept = /Record_kept_check|Payment_immutable_check|kept until|never changed/

  test.each([
    ['an entry', () => world.db.timeEntry.deleteMany()],
    ['an employment', () => world.db.employment.deleteMany()],
    ['a rate', () => world.db.rate.deleteMany()],
    ['a signature', () => world.db.timesheet.deleteMany()],
    ['a payment', () => world.db.payment.deleteMany()],
    ['a member', () => world.db.member.deleteMany()],
    ['a workplace', () => world.db.place.deleteMany()],
    ['the account of somebody with paid work', () => world.db.user.deleteMany({ where: { name: 'Ben' } })],
  ])('%s', async (_, remove) => {
    await old()
    await expect(remove()).rejects.toThrow(kept)
    expect(await left()).toEqual([2, 1])
  })

  test('even where older ones may go', async () => {
    await old()
    const removing = world.db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('clockface.retention_over', '2024-03-02', true)`
      await tx.timeEntry.deleteMany()
    })
    await expect(removing).rejects.toThrow(kept)
    expect(await left()).toEqual([2, 1])
  })

  test('but for those of the demo, which are invented', async () => {
    const { employer, ben } = await old()
    await world.db.demoAccount.createMany({ data: [{ userId: employer.id }, { userId: ben.id }] })
    await removeDemo(world.context())
    expect(await left()).toEqual([0, 0])
  })
})

test('a face goes at once, whatever of the hours is kept', async () => {
  const { own, staff, job } = await old()
  await own.enrolment.giveConsent({ noticeVersion: 1 }).catch(() => {})
  await staff.employments.end({ employmentId: job.id, endedOn: '2026-03-02' })
  expect(await world.db.enrolmentPhoto.count()).toBe(0)
  expect(await left()).toEqual([2, 1])
})
