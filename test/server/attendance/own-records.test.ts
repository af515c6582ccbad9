import { makeClass } from '@test/support/factories'
import { listenToToday } from '@test/support/listen'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'

const world = testWorld()

async function twoLessons() {
  const teacher = await world.user(['TEACHER'])
  const anna = await world.user(['STUDENT'], 'Anna')
  const bea = await world.user(['STUDENT'], 'Bea')
  const api = world.api(teacher)
  const lesson = async () => {
    const { id: classId } = await makeClass(world.db, {
      teacher,
      students: [anna, bea],
      now: world.clock.now,
    })
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    return { classId, sessionId }
  }
  return { api, anna, bea, physics: await lesson(), chemistry: await lesson() }
}

describe('a student’s page', () => {
  test('hears of a mark by hand on the own record, and never of anybody else’s', async () => {
    const { api, anna, bea, physics } = await twoLessons()
    const { sessionId } = physics
    const { lastEventId } = await world.api(anna).attendance.today()
    const page = listenToToday(world.as(anna), lastEventId)
    await api.attendance.mark({ sessionId, studentId: bea.id, status: 'LATE' })
    await api.attendance.mark({ sessionId, studentId: anna.id, status: 'PRESENT', note: 'No camera' })
    await page.until(1)
    expect(page.events).toMatchObject([
      { type: 'attendance.changed', studentId: anna.id, record: { status: 'PRESENT', method: 'HAND' } },
    ])
    await api.sessions.close({ sessionId })
    await page.until(2)
    expect(page.events[1]).toEqual({ type: 'session.changed', sessionId, state: 'CLOSED' })
    await page.cut()
  })

  test('leaves out what was planned and never opened, once its time has passed', async () => {
    const { api, anna, physics } = await twoLessons()
    const { classId, sessionId } = physics
    await api.sessions.close({ sessionId })
    const plan = (title: string, times: { plannedStart: string; plannedEnd?: string }) =>
      api.sessions.create({ classId, openNow: false, title, ...times })
    await plan('with an end', { plannedStart: '2026-03-03T09:00', plannedEnd: '2026-03-03T10:00' })
    await plan('without an end', { plannedStart: '2026-03-03T09:00' })
    const shown = async () => {
      const { sessions } = await world.api(anna).attendance.today()
      return sessions.filter(({ state }) => state === 'SCHEDULED').map(({ title }) => title)
    }
    world.clock.now = new Date('2026-03-03T08:59:00Z')
    expect((await shown()).sort()).toEqual(['with an end', 'without an end'])
    world.wait(1)
    expect(await shown()).toEqual(['without an end'])
    world.clock.now = new Date('2026-03-04T08:00:00Z')
    expect(await shown()).toEqual([])
    expect(await api.sessions.planned({ classId })).toHaveLength(2)
    world.clock.now = new Date('2026-03-02T03:15:00Z')
  })

  test('shows the 50 sessions planned next, and says how many come later', async () => {
    const { anna, physics } = await twoLessons()
    const plannedStart = new Date('2026-03-10T08:00:00Z')
    const plan = { classId: physics.classId, state: 'SCHEDULED' as const, plannedStart, lateAfterMinutes: 10 }
    const createdAt = world.clock.now
    await world.db.classSession.createMany({
      data: Array.from({ length: 53 }, () => ({ ...plan, createdAt })),
    })
    const today = await world.api(anna).attendance.today()
    expect([today.sessions.length, today.plannedLater]).toEqual([52, 3])
  })

  test('shows the records of one class alone when asked to', async () => {
    const { api, anna, physics, chemistry } = await twoLessons()
    for (const { sessionId } of [physics, chemistry])
      await api.attendance.mark({ sessionId, studentId: anna.id, status: 'PRESENT' })
    const own = world.api(anna).attendance
    expect((await own.ownRecords({})).items).toHaveLength(2)
    const { items } = await own.ownRecords({ classId: chemistry.classId })
    expect(items).toMatchObject([{ session: { id: chemistry.sessionId } }])
  })
})
