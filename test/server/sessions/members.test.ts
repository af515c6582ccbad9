import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { belongs } from '@/domain/board'

const world = testWorld()

/** A class of Amit and Bea with an open session; Cho and Dan have the code. */
async function lesson() {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const amit = await world.user(['STUDENT'], 'Amit')
  const bea = await world.user(['STUDENT'], 'Bea')
  const cho = await world.user(['STUDENT'], 'Cho')
  const { id: classId, joinCode } = await makeClass(world.db, {
    teacher,
    students: [amit, bea],
    now: world.clock.now,
  })
  const api = world.api(teacher)
  const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
  const shown = async () =>
    (await api.sessions.board({ sessionId })).students.map(({ name, record, joinedAt, leftAt }) => ({
      name,
      status: record?.status,
      ...(joinedAt ? { joinedAt } : {}),
      ...(leftAt ? { leftAt } : {}),
    }))
  const mark = (studentId: string, status: 'PRESENT' | 'EXCUSED' = 'PRESENT') =>
    api.attendance.mark({ sessionId, studentId, status })
  const later = () => {
    world.wait(5)
    return world.clock.now
  }
  const join = (who: typeof amit) => world.api(who).places.join({ joinCode })
  const leave = (who: typeof amit) => world.api(who).places.leave({ placeId: classId })
  return { api, classId, sessionId, amit, bea, cho, shown, mark, later, join, leave }
}

describe('while a session is open', () => {
  test('whoever joins is shown with the time, and counts', async () => {
    const { api, sessionId, cho, shown, later, join } = await lesson()
    const joinedAt = later()
    await join(cho)
    expect(await shown()).toEqual([
      { name: 'Amit', status: undefined },
      { name: 'Bea', status: undefined },
      { name: 'Cho', status: undefined, joinedAt },
    ])
    expect(await api.sessions.closingPreview({ sessionId })).toEqual({ absent: 3 })
  })

  test('whoever leaves is shown with the time: without a record they count no longer and cannot be marked', async () => {
    const { api, sessionId, amit, bea, shown, mark, later, leave } = await lesson()
    await mark(amit.id)
    const leftAt = later()
    for (const who of [amit, bea]) await leave(who)
    expect(await shown()).toEqual([
      { name: 'Amit', status: 'PRESENT', leftAt },
      { name: 'Bea', status: undefined, leftAt },
    ])
    const { students } = await api.sessions.board({ sessionId })
    expect(students.filter(belongs).map(({ name }) => name)).toEqual(['Amit'])
    expect(await refusal(mark(bea.id))).toBe('attendance.left_class')
    await mark(amit.id, 'EXCUSED')
    expect(await api.sessions.close({ sessionId })).toEqual({ absent: 0 })
    expect(await shown()).toEqual([{ name: 'Amit', status: 'EXCUSED', leftAt }])
  })

  test('whoever comes back joins anew; joining twice is harmless', async () => {
    const { api, classId, amit, shown, later, join, leave } = await lesson()
    later()
    await leave(amit)
    const joinedAt = later()
    await join(amit)
    later()
    await join(amit)
    expect((await shown())[0]).toEqual({ name: 'Amit', status: undefined, joinedAt })
    expect(await api.places.members({ placeId: classId })).toMatchObject([
      { name: 'Amit', number: 1, joinedAt },
      {},
    ])
  })

  test('whoever had left before it began is not shown', async () => {
    const { api, classId, sessionId, bea, leave, later } = await lesson()
    await api.sessions.close({ sessionId })
    await leave(bea)
    later()
    const next = await api.sessions.create({ classId, openNow: true })
    const { students } = await api.sessions.board({ sessionId: next.id })
    expect(students.map(({ name }) => name)).toEqual(['Amit'])
  })
})

describe('a session that has ended stays as it was', () => {
  async function ended() {
    const there = await lesson()
    there.later()
    await there.mark(there.amit.id)
    await there.join(there.cho)
    there.later()
    await there.leave(there.amit)
    await there.api.sessions.close({ sessionId: there.sessionId })
    there.later()
    return there
  }

  test('whoever joins, leaves or comes back afterwards', async () => {
    const { api, classId, sessionId, amit, bea, shown, join, leave, later } = await ended()
    const list = async () => (await api.sessions.ofClass({ classId })).items[0]?.counts
    const before = { shown: await shown(), list: await list() }
    expect(before.shown).toMatchObject([
      { name: 'Amit', status: 'PRESENT', leftAt: expect.any(Date) },
      { name: 'Bea', status: 'ABSENT' },
      { name: 'Cho', status: 'ABSENT', joinedAt: expect.any(Date) },
    ])
    expect(before.list).toEqual({ PRESENT: 1, LATE: 0, LEFT: 0, ABSENT: 2, EXCUSED: 0, WAITING: 0 })
    await join(await world.user(['STUDENT'], 'Dan'))
    await join(amit)
    await leave(bea)
    later()
    await join(bea)
    expect({ shown: await shown(), list: await list() }).toEqual(before)
    expect(await api.sessions.closingPreview({ sessionId })).toEqual({ absent: 0 })
  })

  test('only its members are marked, in the class still or not', async () => {
    const { api, classId, sessionId, bea, shown, mark, join } = await ended()
    const dan = await world.user(['STUDENT'], 'Dan')
    await join(dan)
    expect(await refusal(mark(dan.id))).toBe('attendance.not_in_session')
    expect(await refusal(mark((await world.user(['STUDENT'])).id))).toBe('request.not_found')
    await api.places.removeMember({ placeId: classId, userId: bea.id })
    await mark(bea.id, 'EXCUSED')
    expect((await shown())[1]).toMatchObject({ name: 'Bea', status: 'EXCUSED' })
    expect(await world.db.attendance.count({ where: { sessionId } })).toBe(3)
  })

  test('a roll call of it counts its members who are in the class still', async () => {
    const { api, sessionId, join } = await ended()
    await join(await world.user(['STUDENT'], 'Dan'))
    expect(await api.rollCalls.ofSession({ sessionId })).toMatchObject({ students: 2 })
  })

  test('marks while it ends belong to somebody who was kept, however the two cross', async () => {
    for (let round = 0; round < 5; round++) {
      const { api, sessionId, amit, cho, mark, join, leave } = await lesson()
      await Promise.allSettled([
        join(cho).then(() => mark(cho.id)),
        leave(amit),
        api.sessions.close({ sessionId }),
      ])
      const { students } = await api.sessions.board({ sessionId })
      expect(students.every(({ record }) => record !== null)).toBe(true)
      const kept = await world.db.sessionMember.count({ where: { sessionId } })
      expect(kept).toBe(students.length)
    }
  })
})
