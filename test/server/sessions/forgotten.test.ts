import { openLesson } from '@test/support/open-lesson'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { endForgottenSessions } from '@/server/sessions/forgotten'

const world = testWorld()
const HOUR = 60
const lesson = (names?: string[]) => openLesson(world, names)

describe('a session that nobody ends', () => {
  const end = () => endForgottenSessions(world.context())

  test('ends by itself when it is due, with its absences, and says so', async () => {
    const { api, of, records, sessionId } = await lesson()
    await api.attendance.mark({ ...of(0), status: 'PRESENT' })
    world.wait(11 * HOUR)
    expect(await end()).toEqual({ ended: 0 })
    world.wait(3 * HOUR)
    expect(await end()).toEqual({ ended: 1 })
    expect(await end()).toEqual({ ended: 0 })
    const { session } = await api.sessions.board({ sessionId })
    expect(session).toMatchObject({ state: 'CLOSED', endedByItself: true, notTaken: false })
    const lasted = (session.closedAt?.getTime() ?? 0) - (session.openedAt?.getTime() ?? 0)
    expect(lasted).toBe(12 * HOUR * 60_000)
    expect(await records()).toEqual(['PRESENT', 'ABSENT'])
    const [first] = await api.sessions.history({ sessionId })
    expect([first?.act, first?.actor]).toEqual(['ENDED_BY_ITSELF', null])
    const { changes } = await api.attendance.recordHistory(of(1))
    expect([changes[0]?.method, changes[0]?.actor]).toEqual(['SESSION_END', null])
  })

  test('ends by the hours of its class, after its planned end', async () => {
    const { api, classId } = await lesson()
    await api.classes.update({ classId, endsAfterPlannedHours: 5 })
    const [open] = await world.db.classSession.findMany({ where: { classId } })
    const plannedEnd = new Date(world.clock.now.getTime() + HOUR * 60_000)
    await world.db.classSession.update({ where: { id: open?.id ?? '' }, data: { plannedEnd } })
    world.wait(5 * HOUR)
    expect(await end()).toEqual({ ended: 0 })
    world.wait(HOUR)
    expect(await end()).toEqual({ ended: 1 })
  })

  test('and that nobody was marked in is not taken: nobody is absent, and it counts nowhere', async () => {
    const { api, classId, sessionId, students, records } = await lesson()
    world.wait(12 * HOUR)
    await end()
    expect(await records()).toEqual([null, null])
    expect(await api.sessions.notTaken()).toMatchObject([
      { id: sessionId, students: 2, schoolClass: { id: classId } },
    ])
    expect(await api.sessions.byId({ sessionId })).toMatchObject({ notTaken: true, totals: { rate: null } })
    expect(await api.attendance.summary({ classId })).toMatchObject([{ sessions: 0, totals: { absent: 0 } }])
    const own = await world.api(students[0] ?? null).attendance.ownTotals()
    expect(own.all).toMatchObject({ absent: 0, rate: null })
    const other = world.api(await world.user(['TEACHER']))
    expect(await other.sessions.notTaken()).toEqual([])
  })

  test('is taken afterwards: marks count in no rate until the teacher counts it, then the rest are absent', async () => {
    const { api, of, classId, sessionId, students, records } = await lesson(['Amit', 'Bea', 'Cho'])
    world.wait(12 * HOUR)
    await end()
    await api.attendance.mark({ ...of(0), status: 'PRESENT' })
    await api.attendance.mark({ ...of(1), status: 'LATE' })
    await api.attendance.clear(of(1))
    const own = () => world.api(students[0] ?? null).attendance.ownTotals()
    expect((await own()).all.rate).toBeNull()
    expect(await api.sessions.take({ sessionId })).toEqual({ absent: 2 })
    expect(await api.sessions.take({ sessionId })).toEqual({ absent: 0 })
    expect(await records()).toEqual(['PRESENT', 'ABSENT', 'ABSENT'])
    expect((await own()).all.rate).toBe(1)
    expect(await api.attendance.summary({ classId })).toMatchObject([
      { sessions: 1, totals: { present: 1, absent: 2 } },
    ])
    expect(await api.sessions.notTaken()).toEqual([])
    expect((await api.sessions.history({ sessionId })).map(({ act }) => act)).toEqual(['TAKEN', 'NOT_TAKEN'])
  })

  test('nor is taken is deleted, where nobody was asked', async () => {
    const { api, sessionId } = await lesson()
    world.wait(12 * HOUR)
    await end()
    await api.sessions.cancel({ sessionId })
    expect(await api.sessions.notTaken()).toEqual([])
  })

  test('and is opened again has its hours anew', async () => {
    const { api, sessionId } = await lesson()
    world.wait(12 * HOUR)
    await end()
    await api.sessions.reopen({ sessionId })
    expect((await api.sessions.byId({ sessionId })).notTaken).toBe(false)
    expect(await end()).toEqual({ ended: 0 })
    world.wait(2 * HOUR)
    expect(await end()).toEqual({ ended: 1 })
  })

  test('with nobody in it has nobody to be asked', async () => {
    const { api } = await lesson([])
    world.wait(12 * HOUR)
    await end()
    expect(await api.sessions.notTaken()).toEqual([])
  })
})
