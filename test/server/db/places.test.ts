import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'

const world = testWorld()

async function school() {
  const owner = await world.user(['TEACHER'])
  const student = await world.user(['STUDENT'])
  const { id: placeId } = await makeClass(world.db, {
    teacher: owner,
    students: [student],
    now: world.clock.now,
  })
  return { owner, student, placeId }
}

describe('the database', () => {
  /** The SQLSTATE of what the database answered, and what it said. */
  const stateOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: { code?: string; meta?: unknown; message: string }) => {
        const said = `${JSON.stringify(error.meta)} ${error.message}`
        return [
          error.code === 'P2003' ? '23503' : /\b(23\d{3})\b/.exec(said)?.[1],
          reasons.find((reason) => said.includes(reason)),
        ]
      },
    )
  const reasons = [
    'Nobody is leader and member of one place',
    'A place needs an owner',
    'Place_joinCode_check',
    'FaceCheck_place_check',
    'FaceCheck_sessionId_placeId_fkey',
  ]
  const [both, noOwner, noCode, noPlace, otherPlace] = [
    ...reasons.slice(0, 4).map((reason) => ['23514', reason]),
    ['23503', reasons[4]],
  ]

  test('refuses a leader who is a member, and a member who is a leader', async () => {
    const { owner, student, placeId } = await school()
    const since = world.clock.now
    const leader = world.db.leader.create({
      data: { placeId, userId: student.id, role: 'ASSISTANT', since },
    })
    const member = world.db.member.create({
      data: { placeId, userId: owner.id, number: 9, joinedAt: since },
    })
    expect(await stateOf(leader)).toEqual(both)
    expect(await stateOf(member)).toEqual(both)
    expect(await world.db.leader.count()).toBe(1)
    expect(await world.db.member.count()).toBe(1)
  })

  test('lets a former member lead, and refuses them as a member from then on', async () => {
    const { student, placeId } = await school()
    await world.db.member.updateMany({ data: { leftAt: world.clock.now } })
    await world.db.leader.create({
      data: { placeId, userId: student.id, role: 'ASSISTANT', since: world.clock.now },
    })
    expect(await stateOf(world.db.member.updateMany({ data: { leftAt: null } }))).toEqual(both)
  })

  test('refuses a place without an owner, from its beginning to its end', async () => {
    const { placeId } = await school()
    const fields = {
      kind: 'CLASS' as const,
      name: 'X',
      timeZone: 'Europe/Berlin',
      createdAt: world.clock.now,
    }
    expect(await stateOf(world.db.place.create({ data: { ...fields, joinCode: 'ZZZZZZ' } }))).toEqual(noOwner)
    expect(await stateOf(world.db.leader.deleteMany())).toEqual(noOwner)
    expect(await stateOf(world.db.leader.updateMany({ data: { role: 'ASSISTANT' } }))).toEqual(noOwner)
    await world.db.place.delete({ where: { id: placeId } })
    expect(await world.db.leader.count()).toBe(0)
  })

  test('refuses a class without a code, and a face check of a clock-in at no place', async () => {
    const { owner } = await school()
    const leaders = { create: { userId: owner.id, role: 'OWNER' as const, since: world.clock.now } }
    const fields = {
      kind: 'CLASS' as const,
      name: 'X',
      timeZone: 'Europe/Berlin',
      createdAt: world.clock.now,
    }
    expect(await stateOf(world.db.place.create({ data: { ...fields, leaders } }))).toEqual(noCode)
    const faceCheck = { outcome: 'UNUSABLE', model: 'm', threshold: 0.5, at: world.clock.now } as const
    const checkOf = (purpose: 'CLOCK_IN' | 'SIGN_IN') =>
      world.db.faceCheck.create({ data: { ...faceCheck, purpose } })
    expect(await stateOf(checkOf('CLOCK_IN'))).toEqual(noPlace)
    expect(await stateOf(checkOf('SIGN_IN'))).toBe(null)
  })

  test('refuses a face check of a session at another place', async () => {
    const { owner, placeId } = await school()
    const { id: elsewhere } = await makeClass(world.db, {
      teacher: owner,
      students: [],
      now: world.clock.now,
    })
    const { id: sessionId } = await world.api(owner).sessions.create({ classId: placeId, openNow: true })
    const made = { model: 'm', threshold: 0.5, at: world.clock.now }
    const data = { ...made, sessionId, placeId: elsewhere, purpose: 'CLOCK_IN', outcome: 'UNUSABLE' } as const
    expect(await stateOf(world.db.faceCheck.create({ data }))).toEqual(otherPlace)
  })
})
