import { refusal } from '@test/support/errors'
import { type Cafe, cafe, manager, ruled, worked } from '@test/support/hours'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ExceptionSetting } from '@/domain/exceptions'

const world = testWorld()
const day = '2026-03-10'

beforeEach(() => {
  world.clock.now = new Date('2026-04-02T09:00:00Z')
})

const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code)

async function seenBy(place: Cafe) {
  const { workplaceId, employmentId } = place
  const { people } = await world.api(place.owner).payPeriods.review({ workplaceId, day })
  const own = await world.api(place.person).payPeriods.ownTimesheet({ employmentId, day })
  return {
    manager: codes(people[0]?.exceptions ?? []),
    employee: codes(own.sheet.exceptions),
    ready: people[0]?.exceptions ?? [],
  }
}

const set = ({ owner, workplaceId }: Cafe, ...exceptions: ExceptionSetting[]) =>
  world.api(owner).workplaces.setExceptions({ workplaceId, exceptions })

describe('who is told of an exception', () => {
  test('the manager of long and short entries, both of a place outside the site', async () => {
    const place = await cafe(world)
    await worked(world, place, ['2026-03-10T06:00:00Z', '2026-03-10T06:02:00Z'])
    await worked(world, place, ['2026-03-11T06:00:00Z', '2026-03-11T12:00:00Z'], {
      outSite: 'OUTSIDE',
      outDistance: 400,
    })
    expect(await seenBy(place)).toMatchObject({
      manager: ['outside_site', 'entry_short', 'not_signed'],
      employee: ['outside_site', 'not_signed'],
    })
  })

  test('what is the employee’s alone is not sent to the manager, and keeps no approval of all back', async () => {
    const place = await cafe(world)
    await worked(world, place, ['2026-03-10T08:00:00Z', '2026-03-10T16:00:00Z'])
    await set(place, { code: 'not_signed', grace: null, severity: 'NOTE', told: 'EMPLOYEE' })
    expect(await seenBy(place)).toMatchObject({ manager: [], employee: ['not_signed'] })
    const { workplaceId } = place
    expect(await world.api(place.owner).payPeriods.approveAll({ workplaceId, day })).toMatchObject({
      ...{ approved: 1, withExceptions: 0 },
    })
  })
})

describe('what an owner sets', () => {
  test('grace lets a day pass that is a little too long (ArbZG § 3: ten hours)', async () => {
    const place = await cafe(world)
    await ruled(world, place, '2026-01-01', {})
    await worked(world, place, ['2026-03-10T06:00:00Z', '2026-03-10T16:20:00Z'])
    expect((await seenBy(place)).manager).toContain('day_long')
    await set(place, { code: 'day_long', grace: 20, severity: 'WARNING', told: 'BOTH' })
    expect((await seenBy(place)).manager).not.toContain('day_long')
  })

  test('what is critical stops an approval', async () => {
    const place = await cafe(world)
    await worked(world, place, ['2026-03-10T08:00:00Z', '2026-03-10T16:00:00Z'])
    await set(place, { code: 'not_signed', grace: null, severity: 'CRITICAL', told: 'BOTH' })
    const { workplaceId, employmentId } = place
    const approve = world
      .api(place.owner)
      .payPeriods.approve({ workplaceId, employmentId, day, minutes: 480 })
    expect(await refusal(approve)).toBe('payPeriods.not_settled')
  })

  test('stands in the ledger, and what is as usual is not kept', async () => {
    const place = await cafe(world)
    const told = { code: 'entry_long', grace: 0, severity: 'WARNING', told: 'BOTH' } as const
    await set(place, told, { code: 'day_long', grace: 0, severity: 'WARNING', told: 'BOTH' })
    const { workplaceId: id } = place
    const { exceptions } = await world.db.workplace.findUniqueOrThrow({ where: { id } })
    expect(exceptions).toEqual([told])
    const kept = await world.db.change.findFirst({ where: { subject: 'exceptions', subjectId: id } })
    expect(kept).toMatchObject({ before: { otherwise: [] }, after: { otherwise: [told] } })
    const shown = await world.api(place.owner).workplaces.byId({ workplaceId: id })
    expect(shown.exceptions).toContainEqual(told)
  })

  test('is the owner’s alone to set', async () => {
    const place = await cafe(world)
    const assistant = await manager(world, place, { mayApprove: true, seesWages: true })
    const stranger = await world.user(['EMPLOYER'], 'Sid Stranger')
    const { workplaceId } = place
    const by = (who: typeof assistant) =>
      refusal(world.api(who).workplaces.setExceptions({ workplaceId, exceptions: [] }))
    expect(await by(assistant)).not.toBeNull()
    expect(await by(stranger)).toBe('request.not_found')
  })
})

describe('48 hours a week on average (ArbZG § 3: 24 weeks)', () => {
  /** Monday to Friday of the four whole weeks up to 29 March, so many hours a day from 6 o’clock, without breaks. */
  async function weeks(place: Cafe, hours: number) {
    for (
      let at = Date.parse('2026-03-02T05:00:00Z');
      at < Date.parse('2026-03-28T00:00:00Z');
      at += 86_400_000
    ) {
      const start = new Date(at)
      if (start.getUTCDay() % 6 === 0) continue
      await worked(world, place, [start.toISOString(), new Date(at + hours * 3_600_000).toISOString()])
    }
  }

  test('is exceeded by ten hours on each of five days, of whoever began four weeks ago', async () => {
    const place = await cafe(world)
    await world.db.employment.update({
      where: { id: place.employmentId },
      data: { startedOn: new Date('2026-03-02') },
    })
    await weeks(place, 10)
    expect((await seenBy(place)).employee).toContain('average_long')
    const entry = await world.db.timeEntry.findFirstOrThrow({ where: { employmentId: place.employmentId } })
    await world.db.break.create({
      data: {
        timeEntryId: entry.id,
        startedAt: new Date('2026-03-02T06:00:00Z'),
        endedAt: new Date('2026-03-02T14:00:00Z'),
      },
    })
    expect((await seenBy(place)).employee).not.toContain('average_long')
  })

  test('is not where the weeks before were short', async () => {
    const place = await cafe(world)
    await weeks(place, 10)
    expect((await seenBy(place)).employee).not.toContain('average_long')
  })
})

describe('the reminder before payday', () => {
  const waits = async (place: Cafe) => ({
    led: await world.api(place.owner).payPeriods.waiting(),
    own: (await world.api(place.person).payPeriods.ownWaiting()).map((one) => one.waits),
  })

  test('comes three days before the end of a period and goes when nothing waits', async () => {
    const place = await cafe(world)
    await worked(world, place, ['2026-03-10T08:00:00Z', '2026-03-10T16:00:00Z'])
    world.clock.now = new Date('2026-03-27T09:00:00Z')
    expect(await waits(place)).toEqual({ led: [], own: [null] })
    world.clock.now = new Date('2026-03-28T09:00:00Z')
    const march = {
      period: { from: '2026-03-01', to: '2026-03-31' },
      flagged: 0,
      corrections: 0,
      unsigned: 1,
    }
    expect(await waits(place)).toMatchObject({ led: [march], own: [march] })
    const { employmentId } = place
    await world.api(place.person).payPeriods.signOff({ employmentId, day, minutes: 480 })
    expect(await waits(place)).toEqual({ led: [], own: [null] })
  })

  test('counts forgotten clock-outs and corrections, and is for those alone whom it concerns', async () => {
    const place = await cafe(world)
    await worked(world, place, ['2026-03-11T08:00:00Z', '2026-03-12T00:00:00Z'], {
      ...{ outMethod: 'LONGEST_SHIFT', flag: 'FORGOTTEN_OUT' },
      undisputedUntil: new Date('2026-03-11T11:00:00Z'),
    })
    const { workplaceId } = place
    const wanted = {
      ...{ startedAt: '2026-03-12T08:00:00Z', endedAt: '2026-03-12T09:00:00Z', breaks: [], kindId: null },
    }
    await world.api(place.person).timeEntries.ask({ workplaceId, wanted, reason: 'Forgot' })
    expect(await waits(place)).toMatchObject({ led: [{ flagged: 1, corrections: 1, unsigned: 1 }] })
    const assistant = await manager(world, place, { seesWages: true })
    expect(await world.api(assistant).payPeriods.waiting()).toEqual([])
    await set(place, { code: 'correction_open', grace: null, severity: 'NOTE', told: 'MANAGER' })
    expect((await waits(place)).own).toMatchObject([{ corrections: 0, flagged: 1 }])
  })
})
