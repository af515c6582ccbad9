import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { employ, makeWorkplace } from '@test/support/workplaces'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { passwordMatches } from '@/server/auth/password'
import type { Actor } from '@/server/context/context'
import { liftRetention } from '@/server/db/retention'
import { endWhatIsOver } from '@/server/employments/end'

const world = testWorld()

beforeEach(() => {
  world.clock.now = new Date('2026-03-02T03:15:00Z')
})

async function cafe() {
  const now = world.clock.now
  const owner = await world.user(['EMPLOYER'], 'Ms Okafor')
  const manager = await world.user(['EMPLOYER'], 'Mr Berg')
  const { id: workplaceId } = await makeWorkplace(world.db, { employer: owner, now })
  const leader = { placeId: workplaceId, userId: manager.id, role: 'ASSISTANT' as const, since: now }
  await world.db.leader.create({ data: { ...leader, mayApprove: true } })
  const person = await world.user(['EMPLOYEE'], 'Amit Rai')
  const { id: employmentId, memberId } = await employ(world.db, { workplaceId, person, now })
  const api = world.api(owner).employments
  return { owner, manager, person, workplaceId, employmentId, memberId, api, job: { employmentId } }
}

async function clockIn({ person, workplaceId, employmentId }: Awaited<ReturnType<typeof cafe>>) {
  const startedAt = world.clock.now
  const entry = { employmentId, userId: person.id, workplaceId, inMethod: 'PIN' as const }
  return world.db.timeEntry.create({ data: { ...entry, startedAt, createdAt: startedAt } })
}

async function withFace(person: Actor) {
  const createdAt = world.clock.now
  await world.db.consent.create({ data: { userId: person.id, noticeVersion: 1, givenAt: createdAt } })
  await world.db.enrolmentPhoto.create({ data: { userId: person.id, createdAt } })
}

describe('the team', () => {
  test('is listed by name, a page at a time, and found by name, job or number', async () => {
    const { api, workplaceId } = await cafe()
    const now = world.clock.now
    for (let i = 10; i < 65; i++) {
      const person = await world.user(['EMPLOYEE'], `Person ${i}`)
      const employment = { jobTitle: i === 12 ? '100% driver' : null, externalNumber: `P-${i}` }
      await employ(world.db, { workplaceId, person, now, employment })
    }
    const first = await api.ofWorkplace({ workplaceId })
    expect([first.items.length, first.items[0]?.name]).toEqual([50, 'Amit Rai'])
    const second = await api.ofWorkplace({ workplaceId, cursor: first.nextCursor })
    expect([second.items.length, second.items[0]?.name, second.nextCursor]).toEqual([6, 'Person 59', null])
    const names = async (search: string) =>
      (await api.ofWorkplace({ workplaceId, search })).items.map(({ name }) => name)
    expect(await names('person 40')).toEqual(['Person 40'])
    expect(await names('0% d')).toEqual(['Person 12'])
    expect(await names('p-33')).toEqual(['Person 33'])
  })

  test('a manager without the right sees terms, and no wage anywhere', async () => {
    const { manager, job } = await cafe()
    const { employments } = world.api(manager)
    expect(await employments.byId(job)).toMatchObject({ name: 'Amit Rai', seesWages: false })
    expect(JSON.stringify(await employments.byId(job))).not.toContain('2000')
    const rate = { ...job, kindId: null, from: '2026-04-01', minorPerHour: 1 }
    const answers = await Promise.all([employments.rates(job), employments.addRate(rate)].map(refusal))
    expect(new Set(answers)).toEqual(new Set(['workplaces.wages_not_yours']))
  })

  test('terms are changed, and the ledger keeps what counts', async () => {
    const { api, job, employmentId } = await cafe()
    await api.update({ ...job, jobTitle: 'Barista', contractMinutes: 1200 })
    expect(await api.byId(job)).toMatchObject({ jobTitle: 'Barista', contractMinutes: 1200 })
    const change = await world.db.change.findFirstOrThrow({ where: { subjectId: employmentId } })
    expect(change.after).toMatchObject({ contractMinutes: 1200 })
    expect(JSON.stringify(change.after)).not.toContain('Barista')
  })
})

describe('a rate', () => {
  test('holds from its day on, and nothing is overwritten', async () => {
    const { api, job } = await cafe()
    await api.addRate({ ...job, kindId: null, from: '2026-04-01', minorPerHour: 2100 })
    await api.addRate({ ...job, kindId: null, from: '2026-04-01', minorPerHour: 2200 })
    const { currency, rates } = await api.rates(job)
    expect(currency).toBe('EUR')
    expect(
      rates.map(({ from, minorPerHour, supersededAt }) => [from, minorPerHour, supersededAt !== null]),
    ).toEqual([
      ['2026-04-01', 2200, false],
      ['2026-04-01', 2100, true],
      ['2026-01-01', 2000, false],
    ])
  })

  test('of the past is a correction, which says why', async () => {
    const { api, job, person } = await cafe()
    const rate = { ...job, kindId: null, from: '2026-01-01', minorPerHour: 2500 }
    expect(await refusal(api.addRate(rate))).toBe('employments.reason_needed')
    const { id } = await api.addRate({ ...rate, reason: 'Agreed in January, typed wrongly' })
    const change = await world.db.change.findFirstOrThrow({ where: { subject: 'rate', subjectId: id } })
    expect(change).toMatchObject({ before: { minorPerHour: 2000 }, after: { minorPerHour: 2500 } })
    const text = { where: { changeId: change.id } }
    expect(await world.db.changeText.findUnique(text)).toMatchObject({
      text: 'Agreed in January, typed wrongly',
    })
    // Erased with the person, whose reason it tells, once no law keeps it.
    await world.db.$transaction(async (tx) => {
      await liftRetention(tx, 'invented')
      await tx.user.delete({ where: { id: person.id } })
    })
    expect(await world.db.changeText.findUnique(text)).toBeNull()
  })

  test('may be one of a kind of work of the same place', async () => {
    const { api, job, workplaceId, owner } = await cafe()
    const { id: kindId } = await world.api(owner).workplaces.addKind({ workplaceId, name: 'Kitchen' })
    const rate = { ...job, from: '2026-04-01', minorPerHour: 2300 }
    await api.addRate({ ...rate, kindId })
    expect((await api.rates(job)).rates[0]).toMatchObject({ kind: 'Kitchen', kindId })
    const other = await cafe()
    const { id: theirs } = await world
      .api(other.owner)
      .workplaces.addKind({ workplaceId: other.workplaceId, name: 'Bar' })
    expect(await refusal(api.addRate({ ...rate, kindId: theirs }))).toBe('request.not_found')
    expect(await refusal(api.addRate({ ...rate, kindId: null, from: '2025-12-31' }))).toBe(
      'employments.before_start',
    )
  })
})

describe('leaving', () => {
  test('keeps the record, closes what is open, and takes PIN and face away', async () => {
    const scene = await cafe()
    const { api, job, person, memberId } = scene
    const entry = await clockIn(scene)
    await world.db.break.create({ data: { timeEntryId: entry.id, startedAt: world.clock.now } })
    await withFace(person)
    await api.setPin({ ...job, pin: '4093' })
    world.wait(60)
    await api.end({ ...job, endedOn: '2026-03-02', reason: 'Moved away' })
    expect(await world.db.timeEntry.findUnique({ where: { id: entry.id } })).toMatchObject({
      ...{ endedAt: world.clock.now, outMethod: 'HAND', removedAt: null },
    })
    expect(await world.db.break.count({ where: { endedAt: null } })).toBe(0)
    expect(await world.db.change.findMany({ where: { subject: 'time entry' } })).toMatchObject([
      { subjectId: entry.id, actorId: scene.owner.id, after: { outMethod: 'HAND' } },
    ])
    expect(await world.db.kioskPin.count()).toBe(0)
    expect(await world.db.enrolmentPhoto.count()).toBe(0)
    expect(await world.db.member.findUnique({ where: { id: memberId } })).toMatchObject({
      leftAt: world.clock.now,
    })
    expect(await world.api(person).employments.own()).toMatchObject([
      { endedOn: '2026-03-02', left: true, rates: [{ minorPerHour: 2000 }] },
    ])
    expect(await refusal(api.end({ ...job, endedOn: '2026-03-02' }))).toBe('employments.ended')
  })

  test('leaves the face where the person is in a class too', async () => {
    const { api, job, person } = await cafe()
    const teacher = await world.user(['TEACHER'])
    await makeClass(world.db, { teacher, students: [person], now: world.clock.now })
    await withFace(person)
    await api.end({ ...job, endedOn: '2026-03-02' })
    expect(await world.db.enrolmentPhoto.count()).toBe(1)
  })

  test('on a day to come is when that day is over, by the clock of the place', async () => {
    const { api, job, memberId } = await cafe()
    await api.end({ ...job, endedOn: '2026-03-03' })
    const left = async () => (await world.db.member.findUniqueOrThrow({ where: { id: memberId } })).leftAt
    await endWhatIsOver(world.context())
    expect(await left()).toBeNull()
    // 22:30 in Berlin, then half past midnight.
    world.clock.now = new Date('2026-03-03T21:30:00Z')
    await endWhatIsOver(world.context())
    expect(await left()).toBeNull()
    world.clock.now = new Date('2026-03-03T23:30:00Z')
    expect(await endWhatIsOver(world.context())).toEqual({ left: 1 })
    expect(await left()).toEqual(world.clock.now)
  })

  test('is refused before the first day, and before the last hours', async () => {
    const scene = await cafe()
    const { api, job } = scene
    expect(await refusal(api.end({ ...job, endedOn: '2025-12-31' }))).toBe('employments.before_start')
    await clockIn(scene)
    expect(await refusal(api.end({ ...job, endedOn: '2026-03-01' }))).toBe('employments.worked_since')
  })

  test('and coming back is another employment with the same number', async () => {
    const { api, job, memberId, workplaceId } = await cafe()
    const again = { ...job, startedOn: '2026-03-03', minorPerHour: 2400 }
    expect(await refusal(api.rehire(again))).toBe('employments.works_here')
    await api.end({ ...job, endedOn: '2026-03-02' })
    const { id } = await api.rehire(again)
    expect(await api.byId({ employmentId: id })).toMatchObject({
      number: 1,
      left: false,
      others: [job.employmentId].map((one) => ({ id: one })),
    })
    expect(await world.db.member.findUnique({ where: { id: memberId } })).toMatchObject({ leftAt: null })
    const past = await api.ofWorkplace({ workplaceId, state: 'PAST' })
    expect(past.items).toHaveLength(0)
    world.wait(24 * 60)
    expect((await api.ofWorkplace({ workplaceId, state: 'PAST' })).items).toHaveLength(1)
  })
})

describe('a PIN', () => {
  test.each(['1234', '0000', '987654', '1212', '2024', '123', 'abcd', '123456789'])(
    '%s is refused',
    async (pin) => {
      const { api, job } = await cafe()
      expect(await refusal(api.setPin({ ...job, pin }))).toBe('BAD_REQUEST')
    },
  )

  test('is kept as a hash alone, and setting another opens it again', async () => {
    const { api, job, memberId, person } = await cafe()
    await api.setPin({ ...job, pin: '4093' })
    await world.db.kioskPin.update({ where: { memberId }, data: { misses: 5, lockedAt: world.clock.now } })
    expect(await api.byId(job)).toMatchObject({ pin: { locked: true } })
    await world.api(person).employments.setOwnPin({ ...job, pin: '58021' })
    const kept = await world.db.kioskPin.findUniqueOrThrow({ where: { memberId } })
    expect(kept).toMatchObject({ misses: 0, lockedAt: null })
    expect([kept.hash.includes('58021'), await passwordMatches(kept.hash, '58021')]).toEqual([false, true])
    await api.setPin({ ...job, pin: null })
    expect(await api.byId(job)).toMatchObject({ pin: null })
  })

  test('of somebody else is not theirs to set', async () => {
    const { job } = await cafe()
    const other = world.api(await world.user(['EMPLOYEE'])).employments
    expect(await refusal(other.setOwnPin({ ...job, pin: '4093' }))).toBe('request.not_found')
  })
})
