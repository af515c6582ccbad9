import { refusal } from '@test/support/errors'
import { cafe, workCode } from '@test/support/work-world'
import { employ, makeWorkplace } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'

const world = testWorld()
const start = new Date('2026-03-02T08:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

beforeEach(() => {
  world.clock.now = start
})

describe('clocking at work', () => {
  test('in, out, and each of them twice; the hours of today come with the answer', async () => {
    const { clock } = await cafe(world)
    const came = await clock('in')
    expect(came).toMatchObject({
      kind: 'clocked_in',
      clockedInAt: start,
      clockedOutAt: null,
      minutesToday: 0,
    })
    world.wait(1)
    expect(await clock('in')).toMatchObject({ kind: 'already_in', entryId: came.entryId, minutesToday: 1 })
    world.wait(239)
    const left = { entryId: came.entryId, clockedOutAt: later(240), minutesToday: 240 }
    expect(await clock('out')).toMatchObject({ kind: 'clocked_out', ...left })
    world.wait(2)
    expect(await clock('out')).toMatchObject({ kind: 'already_out', ...left })
    world.wait(1)
    expect(await refusal(clock('out'))).toBe('timeEntries.not_in')
    expect(await clock('in')).toMatchObject({ kind: 'clocked_in', minutesToday: 240 })
    expect(await world.db.timeEntry.count()).toBe(2)
  })

  test('with a break; leaving ends one that is open', async () => {
    const { clock, own, workplaceId } = await cafe(world)
    expect(await refusal(own.timeEntries.startBreak({ workplaceId }))).toBe('timeEntries.not_in')
    await clock('in')
    world.wait(120)
    await own.timeEntries.startBreak({ workplaceId })
    await own.timeEntries.startBreak({ workplaceId })
    world.wait(30)
    await own.timeEntries.endBreak({ workplaceId })
    world.wait(60)
    await own.timeEntries.startBreak({ workplaceId })
    world.wait(15)
    expect(await clock('out')).toMatchObject({ minutesToday: 180 })
    const breaks = await world.db.break.findMany({ orderBy: { startedAt: 'asc' } })
    expect(breaks).toMatchObject([
      { startedAt: later(120), endedAt: later(150) },
      { startedAt: later(210), endedAt: later(225) },
    ])
  })

  test('a wrong code clocks nobody in', async () => {
    const { own, workplaceId } = await cafe(world)
    const right = workCode(world, workplaceId)
    const code = right.slice(0, 5) + ((Number(right[5]) + 5) % 10)
    expect(await refusal(own.clocking.workByCode({ workplaceId, direction: 'in', code }))).toBe('code.wrong')
    expect(await world.db.timeEntry.count()).toBe(0)
  })

  test('at the same moment from two devices makes one entry', async () => {
    const { clock } = await cafe(world)
    const answers = await Promise.all([clock('in'), clock('in'), clock('in')])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['already_in', 'already_in', 'clocked_in'])
    expect(new Set(answers.map(({ entryId }) => entryId)).size).toBe(1)
    expect(await world.db.change.count({ where: { subject: 'time entry' } })).toBe(1)
  })

  test('over midnight is one entry, and today’s hours begin at the midnight of the place', async () => {
    world.clock.now = new Date('2026-03-02T21:00:00Z')
    const { clock } = await cafe(world)
    await clock('in')
    world.wait(180)
    expect(await clock('out')).toMatchObject({ minutesToday: 60 })
    expect(await world.db.timeEntry.count()).toBe(1)
  })
})

describe('who may clock where', () => {
  test('whoever does not belong to it is told that there is no such workplace', async () => {
    const { workplaceId } = await cafe(world)
    const stranger = world.api(await world.user(['EMPLOYEE']))
    const code = workCode(world, workplaceId)
    const refused = [
      refusal(stranger.clocking.workByCode({ workplaceId, direction: 'in', code })),
      refusal(stranger.clocking.startWorkChallenge({ workplaceId, direction: 'in' })),
      refusal(stranger.timeEntries.startBreak({ workplaceId })),
      refusal(stranger.timeEntries.ownWeek({ workplaceId })),
    ]
    expect(await Promise.all(refused)).toEqual(Array(4).fill('request.not_found'))
  })

  test('nobody before their first day or after their last', async () => {
    const { clock } = await cafe(
      world,
      {},
      { startedOn: new Date('2026-03-03'), endedOn: new Date('2026-03-04') },
    )
    expect(await refusal(clock('in'))).toBe('timeEntries.not_employed')
    world.clock.now = new Date('2026-03-02T23:00:00Z')
    expect(await clock('in')).toMatchObject({ kind: 'clocked_in' })
    await clock('out')
    world.clock.now = new Date('2026-03-04T23:00:00Z')
    expect(await refusal(clock('in'))).toBe('timeEntries.not_employed')
  })

  test('by face nowhere where the workplace switched that off', async () => {
    const { own, workplaceId, clock } = await cafe(world, { faceClocking: false })
    const challenge = own.clocking.startWorkChallenge({ workplaceId, direction: 'in' })
    expect(await refusal(challenge)).toBe('timeEntries.face_off_here')
    expect(await clock('in')).toMatchObject({ kind: 'clocked_in' })
  })

  test('the kind of work is asked for where there are several, and is one of this workplace', async () => {
    const { clock, workplaceId } = await cafe(world)
    const other = await cafe(world)
    const kind = (of: string, name: string) =>
      world.db.workKind.create({ data: { workplaceId: of, name, createdAt: start } })
    const [kitchen, elsewhere] = [await kind(workplaceId, 'Kitchen'), await kind(other.workplaceId, 'Bar')]
    await kind(workplaceId, 'Driving')
    expect(await refusal(clock('in'))).toBe('timeEntries.kind_needed')
    expect(await refusal(clock('in', { kindId: elsewhere.id }))).toBe('timeEntries.kind_unknown')
    await clock('in', { kindId: kitchen.id })
    expect(await world.db.timeEntry.findFirst()).toMatchObject({ kindId: kitchen.id })
  })

  test('nobody works in two places at once, and the second does not hear of the first', async () => {
    const { ben, clock } = await cafe(world)
    const employer = await world.user(['EMPLOYER'])
    const second = await makeWorkplace(world.db, { employer, now: start, name: 'Bakery' })
    await employ(world.db, { workplaceId: second.id, person: ben, now: start })
    await clock('in')
    const there = () =>
      world.api(ben).clocking.workByCode({
        ...{ workplaceId: second.id, direction: 'in', code: workCode(world, second.id) },
      })
    expect(await refusal(there())).toBe('timeEntries.overlap')
    await world.db.employment.updateMany({ data: { concurrent: true } })
    expect(await there()).toMatchObject({ kind: 'clocked_in' })
  })
})

describe('sites', () => {
  const gate = { latitude: 52.5163, longitude: 13.3777 }
  const tower = { latitude: 52.5208, longitude: 13.4094 }

  async function withSite(outsideSites: 'NOTED' | 'REFUSED') {
    const place = await cafe(world, { outsideSites })
    const { workplaceId } = place
    await world.db.site.create({
      data: { workplaceId, name: 'Gate', ...gate, radius: 300, createdAt: start },
    })
    const clockAt = (position: typeof gate) =>
      place.own.clocking.workByCode({
        ...{ workplaceId, direction: 'in', code: workCode(world, workplaceId), position },
      })
    return { ...place, clockAt }
  }

  test('inside or outside is kept, and how far, in hundreds of metres; where it was is not', async () => {
    const { clockAt } = await withSite('NOTED')
    await clockAt(tower)
    expect(await world.db.timeEntry.findFirst()).toMatchObject({ inSite: 'OUTSIDE', inDistance: 2200 })
  })

  test('outside may be refused; whoever tells no position is not', async () => {
    const { clockAt, clock } = await withSite('REFUSED')
    expect(await refusal(clockAt(tower))).toBe('timeEntries.outside_site')
    expect(await clock('in')).toMatchObject({ kind: 'clocked_in' })
    expect(await world.db.timeEntry.findFirst()).toMatchObject({ inSite: null, inDistance: null })
  })
})

describe('the person’s own page', () => {
  test('today says where they stand, and the week has a total for each day', async () => {
    const { own, clock, workplaceId } = await cafe(world)
    await clock('in')
    world.wait(90)
    const { workplaces } = await own.timeEntries.today()
    expect(workplaces).toMatchObject([
      { id: workplaceId, employed: true, minutesToday: 90, open: { startedAt: start, breaks: [] } },
    ])
    await clock('out')
    world.wait(24 * 60)
    await clock('in')
    world.wait(60)
    const week = await own.timeEntries.ownWeek({ workplaceId })
    expect(week).toMatchObject({ from: '2026-03-02', to: '2026-03-08', minutes: 150 })
    expect(week.days.slice(0, 3)).toEqual([
      { day: '2026-03-02', minutes: 90 },
      { day: '2026-03-03', minutes: 60 },
      { day: '2026-03-04', minutes: 0 },
    ])
    expect((await own.timeEntries.ownWeek({ workplaceId, day: '2026-03-09' })).entries).toEqual([])
  })

  test('the history of an entry is the person’s own', async () => {
    const { own, clock } = await cafe(world)
    const { entryId } = await clock('in')
    world.wait(10)
    await clock('out')
    const { changes } = await own.timeEntries.ownHistory({ entryId })
    expect(changes).toMatchObject([
      { method: 'CODE', before: { endedAt: null }, after: { endedAt: later(10) }, actor: { name: 'Ben' } },
      { method: 'CODE', before: null, after: { startedAt: start } },
    ])
    const other = world.api(await world.user(['EMPLOYEE']))
    expect(await refusal(other.timeEntries.ownHistory({ entryId }))).toBe('request.not_found')
  })
})
