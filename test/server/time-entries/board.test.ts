import { refusal } from '@test/support/errors'
import { firstEventOf, wanting } from '@test/support/waiting'
import { cafe } from '@test/support/work-world'
import { employ } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { endForgotten } from '@/server/time-entries/forgotten'

const world = testWorld()
const start = new Date('2026-03-02T08:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

beforeEach(() => {
  world.clock.now = start
})

describe('who is in now', () => {
  test('in, on a break, gone and not there yet', async () => {
    const { workplaceId, own, staff, clock } = await cafe(world)
    const cara = await world.user(['EMPLOYEE'], 'Cara')
    await employ(world.db, { workplaceId, person: cara, now: start })
    const ofBen = async () => (await staff.timeEntries.board({ workplaceId })).people[0]
    expect(await staff.timeEntries.board({ workplaceId })).toMatchObject({
      people: [
        { name: 'Ben', standing: 'OUT', minutesToday: 0 },
        { name: 'Cara', standing: 'OUT' },
      ],
    })
    await clock('in')
    world.wait(30)
    expect(await ofBen()).toMatchObject({ standing: 'IN', since: start, minutesToday: 30 })
    await own.timeEntries.startBreak({ workplaceId })
    world.wait(10)
    expect(await ofBen()).toMatchObject({ standing: 'ON_BREAK', since: later(30), minutesToday: 30 })
    await clock('out')
    expect(await ofBen()).toMatchObject({ standing: 'GONE', since: null, leftAt: later(40) })
  })

  test('whoever is in for longer than is let pass is overdue, on a break or not, as far as managers are told', async () => {
    const { own, workplaceId, staff, clock } = await cafe(world, { longestShiftMinutes: 600 })
    const standing = async () => (await staff.timeEntries.board({ workplaceId })).people[0]
    await clock('in')
    world.clock.now = later(450)
    expect(await standing()).toMatchObject({ standing: 'IN' })
    world.clock.now = later(451)
    expect(await standing()).toMatchObject({ standing: 'OVERDUE', since: start, minutesToday: 451 })
    await own.timeEntries.startBreak({ workplaceId })
    world.clock.now = later(455)
    expect(await standing()).toMatchObject({ standing: 'OVERDUE', since: start, minutesToday: 451 })
    const overview = await staff.overview.now({ workplaceId })
    expect(overview.workplaces[0]?.standings).toMatchObject({ IN: 0, ON_BREAK: 0, OVERDUE: 1 })
    const setting = { code: 'entry_overdue' as const, grace: 30, severity: 'WARNING' as const }
    await staff.workplaces.setExceptions({ workplaceId, exceptions: [{ ...setting, told: 'BOTH' }] })
    expect(await standing()).toMatchObject({ standing: 'ON_BREAK', since: later(451) })
    world.clock.now = later(590)
    expect(await standing()).toMatchObject({ standing: 'OVERDUE' })
    await staff.workplaces.setExceptions({ workplaceId, exceptions: [{ ...setting, told: 'EMPLOYEE' }] })
    expect(await standing()).toMatchObject({ standing: 'ON_BREAK' })
  })

  test('open pages of the owner and of the person hear of it at once, and of nobody else’s', async () => {
    const { workplaceId, ben, employer, own, staff, clock } = await cafe(world)
    const { lastEventId } = await staff.timeEntries.board({ workplaceId })
    const streams = [
      await staff.feeds.events(wanting(employer, { kind: 'workplace', workplaceId }, lastEventId)),
      await own.feeds.events(wanting(ben, { kind: 'work' }, lastEventId)),
    ]
    const heard = streams.map((stream) => firstEventOf(stream))
    await clock('in')
    for (const event of await Promise.all(heard))
      expect(JSON.stringify(event)).toContain('"timeEntry.changed"')
    const stranger = await world.user(['EMPLOYER'])
    const other = await world
      .api(stranger)
      .feeds.events(wanting(stranger, { kind: 'workplace', workplaceId }, lastEventId))
    expect(await refusal(firstEventOf(other))).toBe('request.not_found')
  })
})

describe('a forgotten clock-out', () => {
  test('is ended after the longest shift and flagged, undisputed until they were last seen', async () => {
    const { own, workplaceId, clock } = await cafe(world, { longestShiftMinutes: 600 })
    const { entryId } = await clock('in')
    world.wait(240)
    await own.timeEntries.startBreak({ workplaceId })
    world.wait(30)
    await own.timeEntries.endBreak({ workplaceId })
    world.clock.now = later(599)
    expect(await endForgotten(world.context())).toEqual({ ended: 0 })
    world.clock.now = later(620)
    expect(await endForgotten(world.context())).toEqual({ ended: 1 })
    expect(await endForgotten(world.context())).toEqual({ ended: 0 })
    expect(await world.db.timeEntry.findFirst()).toMatchObject({
      ...{ flag: 'FORGOTTEN_OUT', endedAt: later(600), outMethod: 'LONGEST_SHIFT' },
      undisputedUntil: later(270),
    })
    const { workplaces } = await own.timeEntries.today()
    expect(workplaces).toMatchObject([{ open: null, forgotten: [{ id: entryId }] }])
    expect(await refusal(clock('out'))).toBe('timeEntries.ended_by_itself')
  })

  test('stops nobody from clocking in again; a decision takes the flag away', async () => {
    const { own, staff, workplaceId, clock } = await cafe(world, { longestShiftMinutes: 600 })
    const { entryId } = await clock('in')
    world.clock.now = later(24 * 60)
    expect(await clock('in')).toMatchObject({ kind: 'clocked_in' })
    expect(await world.db.timeEntry.findUnique({ where: { id: entryId } })).toMatchObject({
      flag: 'FORGOTTEN_OUT',
      endedAt: later(600),
    })
    const wanted = {
      startedAt: start.toISOString(),
      endedAt: later(480).toISOString(),
      ...{ breaks: [], kindId: null },
    }
    const { id } = await own.timeEntries.ask({ workplaceId, entryId, wanted, reason: 'Forgot' })
    await staff.timeEntries.decide({ correctionId: id, grant: true })
    expect(await world.db.timeEntry.findUnique({ where: { id: entryId } })).toMatchObject({
      ...{ flag: null, undisputedUntil: null, endedAt: later(480) },
    })
  })
})
