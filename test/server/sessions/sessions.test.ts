import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { lockSession } from '@/server/sessions/service'

const world = testWorld()

async function school(names = ['Amit', 'Bea', 'Cho']) {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const students = []
  for (const name of names) students.push(await world.user(['STUDENT'], name))
  const { id: classId } = await makeClass(world.db, { teacher, students, now: world.clock.now })
  return { teacher, students, classId, api: world.api(teacher) }
}

describe('starting', () => {
  test('in one click opens a session by the server’s clock with the class’s late rule', async () => {
    const { api, classId } = await school()
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    const { session, students } = await api.sessions.board({ sessionId })
    expect(session).toMatchObject({ state: 'OPEN', openedAt: world.clock.now, lateAfterMinutes: 10 })
    expect(students.map(({ name, record, enrolled }) => [name, record, enrolled])).toEqual([
      ['Amit', null, false],
      ['Bea', null, false],
      ['Cho', null, false],
    ])
  })

  test('a second one of the same class is refused, whoever is faster', async () => {
    const { api, classId } = await school()
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => api.sessions.create({ classId, openNow: true })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await refusal(api.sessions.create({ classId, openNow: true }))).toBe('sessions.already_open')
  })

  test('one planned for later is opened later; its times are in the class’s time zone', async () => {
    const { api, classId } = await school()
    const plan = { title: 'Lab', plannedStart: '2026-03-02T09:30', plannedEnd: '2026-03-02T11:00' }
    const { id: sessionId } = await api.sessions.create({ classId, openNow: false, ...plan })
    const planned = await world.db.classSession.findUniqueOrThrow({ where: { id: sessionId } })
    expect(planned).toMatchObject({ state: 'SCHEDULED', title: 'Lab', openedAt: null })
    expect(planned.plannedStart).toEqual(new Date('2026-03-02T08:30:00Z'))
    await api.sessions.open({ sessionId })
    await api.sessions.open({ sessionId })
    const { session } = await api.sessions.board({ sessionId })
    expect(session).toMatchObject({ state: 'OPEN', openedAt: world.clock.now })
  })

  test.each([
    [
      'an end before the start',
      { plannedStart: '2026-03-02T10:00', plannedEnd: '2026-03-02T09:00' },
      'sessions.end_before_start',
    ],
    ['a time that the clocks skip', { plannedStart: '2026-03-29T02:30' }, 'sessions.time_does_not_exist'],
    ['no start at all', {}, 'sessions.start_missing'],
    ['a 25th hour', { plannedStart: '2026-03-29T25:30' }, 'BAD_REQUEST'],
    ['a 30th of February', { plannedStart: '2026-02-30T10:00' }, 'BAD_REQUEST'],
  ])('planning with %s is refused', async (_title, plan, code) => {
    const { api, classId } = await school()
    expect(await refusal(api.sessions.create({ classId, openNow: false, ...plan }))).toBe(code)
  })

  test('in an archived class is refused', async () => {
    const { api, classId } = await school()
    await api.classes.setArchived({ classId, archived: true })
    expect(await refusal(api.sessions.create({ classId, openNow: true }))).toBe('classes.archived')
  })

  test('while the class is being archived does one or the other, never both', async () => {
    for (let round = 0; round < 5; round++) {
      const { api, classId } = await school([])
      await Promise.allSettled([
        api.classes.setArchived({ classId, archived: true }),
        api.sessions.create({ classId, openNow: true }),
      ])
      const { archivedAt, openSessionId } = await api.classes.byId({ classId })
      expect([archivedAt, openSessionId].filter((one) => one !== null)).toHaveLength(1)
    }
  })

  test('a session that was deleted meanwhile does not exist', async () => {
    const { api, classId } = await school()
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    await world.db.classSession.delete({ where: { id: sessionId } })
    const locked = world.db.$transaction((tx) => lockSession(tx, sessionId, 'UPDATE'))
    await expect(locked).rejects.toThrow('request.not_found')
  })

  test('a planned session is deleted and its students’ pages are told, one that was used is not', async () => {
    const { api, classId, students } = await school()
    const plan = { classId, openNow: false, plannedStart: '2026-03-02T09:30' }
    const { id: sessionId } = await api.sessions.create(plan)
    await api.sessions.cancel({ sessionId })
    const told = await world.db.event.findMany({ where: { topics: { has: `place:${classId}` } } })
    expect(told.map(({ type, payload }) => ({ type, ...Object(payload) }))).toContainEqual({
      type: 'session.cancelled',
      sessionId,
    })
    const { id: opened } = await api.sessions.create({ classId, openNow: true })
    await api.attendance.mark({ sessionId: opened, studentId: students[0]?.id ?? '', status: 'LATE' })
    expect(await refusal(api.sessions.cancel({ sessionId: opened }))).toBe('sessions.used')
  })
})

describe('ending', () => {
  test('makes everybody without a record absent, after saying how many', async () => {
    const { api, classId, students } = await school()
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    const [amit] = students
    await api.attendance.mark({ sessionId, studentId: amit?.id ?? '', status: 'EXCUSED', note: 'ill' })
    expect(await api.sessions.closingPreview({ sessionId })).toEqual({ absent: 2 })
    world.wait(60)
    expect(await api.sessions.close({ sessionId })).toEqual({ absent: 2 })
    const board = await api.sessions.board({ sessionId })
    expect(board.session).toMatchObject({ state: 'CLOSED', closedAt: world.clock.now })
    expect(board.students.map(({ record }) => [record?.status, record?.method])).toEqual([
      ['EXCUSED', 'HAND'],
      ['ABSENT', 'SESSION_END'],
      ['ABSENT', 'SESSION_END'],
    ])
    const { changes } = await api.attendance.recordHistory({ sessionId, studentId: students[1]?.id ?? '' })
    expect(changes).toMatchObject([{ oldStatus: null, newStatus: 'ABSENT', actor: { name: 'Ms Okafor' } }])
  })

  test('twice is harmless', async () => {
    const { api, classId } = await school()
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    await api.sessions.close({ sessionId })
    expect(await api.sessions.close({ sessionId })).toEqual({ absent: 0 })
  })

  test('a student who left the class is not made absent, but keeps a record made before', async () => {
    const { api, classId, students } = await school()
    const [amit, bea] = students.map(({ id }) => id)
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    await api.attendance.mark({ sessionId, studentId: amit ?? '', status: 'PRESENT' })
    for (const studentId of [amit, bea])
      await api.places.removeMember({ placeId: classId, userId: studentId ?? '' })
    await api.sessions.close({ sessionId })
    const board = await api.sessions.board({ sessionId })
    expect(board.students.map(({ name, record }) => [name, record?.status])).toEqual([
      ['Amit', 'PRESENT'],
      ['Cho', 'ABSENT'],
    ])
  })
})

describe('marking by hand', () => {
  test('every change keeps who, when, old and new', async () => {
    const { api, classId, students } = await school()
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    const studentId = students[0]?.id ?? ''
    const opened = world.clock.now
    await api.attendance.mark({ sessionId, studentId, status: 'PRESENT' })
    world.wait(5)
    await api.attendance.mark({ sessionId, studentId, status: 'ABSENT', note: 'was somebody else' })
    await api.attendance.mark({ sessionId, studentId, status: 'ABSENT', note: 'was somebody else' })
    const { changes } = await api.attendance.recordHistory({ sessionId, studentId })
    expect(changes).toMatchObject([
      {
        oldStatus: 'PRESENT',
        newStatus: 'ABSENT',
        oldClockedInAt: opened,
        newClockedInAt: null,
        newNote: 'was somebody else',
        at: world.clock.now,
        actor: { name: 'Ms Okafor' },
      },
      { oldStatus: null, newStatus: 'PRESENT', at: opened },
    ])
  })

  test('goes on after the session has ended', async () => {
    const { api, classId, students } = await school()
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    await api.sessions.close({ sessionId })
    await api.attendance.mark({ sessionId, studentId: students[0]?.id ?? '', status: 'LATE' })
    const board = await api.sessions.board({ sessionId })
    expect(board.students[0]?.record).toMatchObject({ status: 'LATE', method: 'HAND', clockedInAt: null })
  })

  test('somebody who is not in the class, or a session of another teacher, does not exist', async () => {
    const { api, classId, students } = await school()
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    const stranger = await world.user(['STUDENT'])
    const wrong = { sessionId, studentId: stranger.id, status: 'PRESENT' as const }
    expect(await refusal(api.attendance.mark(wrong))).toBe('request.not_found')
    const other = world.api(await world.user(['TEACHER']))
    const mark = { sessionId, studentId: students[0]?.id ?? '', status: 'PRESENT' as const }
    expect(await refusal(other.attendance.mark(mark))).toBe('request.not_found')
    expect(await refusal(other.sessions.board({ sessionId }))).toBe('request.not_found')
    expect(await refusal(other.sessions.close({ sessionId }))).toBe('request.not_found')
    expect(await refusal(other.attendance.recordHistory(mark))).toBe('BAD_REQUEST')
  })
})

describe('lists', () => {
  test('the sessions of a class come newest first, a page at a time, with their totals', async () => {
    const { api, classId, students } = await school()
    for (let i = 0; i < 52; i++) {
      world.wait(1)
      const { id: sessionId } = await api.sessions.create({ classId, openNow: true, title: `No. ${i}` })
      if (i === 51) await api.attendance.mark({ sessionId, studentId: students[0]?.id ?? '', status: 'LATE' })
      await api.sessions.close({ sessionId })
    }
    const first = await api.sessions.ofClass({ classId })
    expect(first.items).toHaveLength(50)
    expect(first.items[0]).toMatchObject({ title: 'No. 51', totals: { late: 1, absent: 2, rate: 1 / 3 } })
    const second = await api.sessions.ofClass({ classId, cursor: first.nextCursor })
    expect(second.items.map(({ title }) => title)).toEqual(['No. 1', 'No. 0'])
    expect(second.nextCursor).toBeNull()
  })

  test('a student sees open and planned sessions of their classes, and their own records and totals', async () => {
    const { api, classId, students } = await school()
    const [amit, bea] = students
    if (!amit || !bea) throw new Error('The class has no students')
    const { id: past } = await api.sessions.create({ classId, openNow: true })
    await api.attendance.mark({ sessionId: past, studentId: amit.id, status: 'PRESENT' })
    await api.sessions.close({ sessionId: past })
    world.wait(60)
    const { id: open } = await api.sessions.create({ classId, openNow: true })
    await api.sessions.create({ classId, openNow: false, plannedStart: '2026-03-03T09:00' })
    const today = await world.api(amit).attendance.today()
    expect(today.sessions.map(({ state, id }) => [state, id === open])).toEqual([
      ['OPEN', true],
      ['SCHEDULED', false],
    ])
    expect(today.sessions[0]).toMatchObject({ record: null, schoolClass: { teacher: 'Ms Okafor' } })
    const { items } = await world.api(amit).attendance.ownRecords({})
    expect(items).toMatchObject([{ status: 'PRESENT', session: { id: past } }])
    expect(await world.api(bea).attendance.ownTotals()).toMatchObject({ all: { absent: 1, rate: 0 } })
    const outsider = world.api(await world.user(['STUDENT']))
    expect(await outsider.attendance.today()).toMatchObject({ sessions: [] })
  })
})
