import { setTimeout as pause } from 'node:timers/promises'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import type { LiveEventPayload } from '@/domain/live'
import { todayEvents } from '@/server/attendance/own'
import type { ActorContext } from '@/server/context'

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

/** Listens as a student's page would, keeping events, until it is cut off. */
function listen(ctx: ActorContext, lastEventId: string) {
  const cut = new AbortController()
  const events: LiveEventPayload[] = []
  const done = (async () => {
    for await (const [, event] of todayEvents(ctx, { lastEventId }, cut.signal)) events.push(event)
  })()
  return {
    events,
    async until(count: number) {
      for (let i = 0; i < 200 && events.length < count; i++) await pause(10)
      expect(events).toHaveLength(count)
    },
    async cut() {
      cut.abort()
      await done
    },
  }
}

describe('a student’s page', () => {
  test('hears of a mark by hand on the own record, and never of anybody else’s', async () => {
    const { api, anna, bea, physics } = await twoLessons()
    const { sessionId } = physics
    const { lastEventId } = await world.api(anna).attendance.today()
    const page = listen(world.as(anna), lastEventId)
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

  test('shows the records of one class alone when asked to', async () => {
    const { api, anna, physics, chemistry } = await twoLessons()
    for (const { sessionId } of [physics, chemistry])
      await api.attendance.mark({ sessionId, studentId: anna.id, status: 'PRESENT' })
    const own = world.api(anna).attendance
    expect((await own.ownRecords({})).records).toHaveLength(2)
    const { records } = await own.ownRecords({ classId: chemistry.classId })
    expect(records).toMatchObject([{ session: { id: chemistry.sessionId } }])
  })
})
