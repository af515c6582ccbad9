import { setTimeout as pause } from 'node:timers/promises'
import { makeClass } from '@test/support/factories'
import { listenToBoard } from '@test/support/listen'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import type { LiveEventPayload } from '@/domain/live-schema'
import { createLiveBus, liveConnectionName } from '@/server/live/bus'
import { transact } from '@/server/live/publish'
import { purgeEvents } from '@/server/live/purge'

const world = testWorld()

async function openSession() {
  const teacher = await world.user(['TEACHER'])
  const students = []
  for (let i = 0; i < 5; i++) students.push(await world.user(['STUDENT'], `Student ${i}`))
  const { id: classId } = await makeClass(world.db, { teacher, students, now: world.clock.now })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  return { teacher, students, sessionId, api: world.api(teacher) }
}

const studentsOf = (events: LiveEventPayload[]) =>
  events.map((event) => (event.type === 'attendance.changed' ? event.studentId : event.type))

describe('the stream of a board', () => {
  test('after a cut connection gives exactly the changes made meanwhile, in order, then goes on live', async () => {
    const { teacher, students, sessionId, api } = await openSession()
    const { lastEventId } = await api.sessions.board({ sessionId })
    const first = listenToBoard(world.as(teacher), sessionId, lastEventId)
    const mark = (index: number, status: 'PRESENT' | 'LATE') =>
      api.attendance.mark({ sessionId, studentId: students[index]?.id ?? '', status })
    await mark(0, 'PRESENT')
    await first.until(1)
    await first.cut()
    const last = first.ids.at(-1) ?? lastEventId

    for (let i = 0; i < 5; i++) await mark(i, 'LATE')
    const second = listenToBoard(world.as(teacher), sessionId, last)
    await second.until(5)
    expect(studentsOf(second.events)).toEqual(students.map(({ id }) => id))
    await mark(0, 'PRESENT')
    await second.until(6)
    await second.cut()
    expect([...second.ids].sort((a, b) => Number(a) - Number(b))).toEqual(second.ids)
  })

  test('misses and repeats nothing while changes come in from many sides as it connects', async () => {
    const { teacher, students, sessionId, api } = await openSession()
    const { lastEventId } = await api.sessions.board({ sessionId })
    const statuses = ['PRESENT', 'LATE', 'EXCUSED', 'ABSENT'] as const
    const changes = students.flatMap(({ id: studentId }) =>
      statuses.map((status) => () => api.attendance.mark({ sessionId, studentId, status })),
    )
    const running = Promise.all(changes.map((change) => change()))
    const streams = [1, 2, 3].map(() => listenToBoard(world.as(teacher), sessionId, lastEventId))
    await running
    const written = await world.db.event.findMany({
      where: { topics: { has: `session:${sessionId}` }, id: { gt: BigInt(lastEventId) } },
      orderBy: { id: 'asc' },
    })
    for (const stream of streams) {
      await stream.until(written.length)
      await stream.cut()
      expect(stream.ids).toEqual(written.map(({ id }) => id.toString()))
    }
  })

  test('carries changes made through another process', async () => {
    const { teacher, students, sessionId, api } = await openSession()
    const { lastEventId } = await api.sessions.board({ sessionId })
    const otherBus = createLiveBus(world.url)
    const stream = listenToBoard(world.as(teacher, { live: otherBus }), sessionId, lastEventId)
    await api.attendance.mark({ sessionId, studentId: students[2]?.id ?? '', status: 'PRESENT' })
    await stream.until(1)
    expect(studentsOf(stream.events)).toEqual([students[2]?.id])
    await stream.cut()
    await otherBus.close()
  })

  test('goes on when the database drops the listening connection', async () => {
    const { teacher, students, sessionId, api } = await openSession()
    const { lastEventId } = await api.sessions.board({ sessionId })
    const bus = createLiveBus(world.url)
    const stream = listenToBoard(world.as(teacher, { live: bus }), sessionId, lastEventId)
    await api.attendance.mark({ sessionId, studentId: students[0]?.id ?? '', status: 'PRESENT' })
    await stream.until(1)
    await world.db
      .$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ${liveConnectionName}`
    for (const { id: studentId } of students.slice(1)) {
      await api.attendance.mark({ sessionId, studentId, status: 'PRESENT' })
    }
    await stream.until(5)
    expect(studentsOf(stream.events)).toEqual(students.map(({ id }) => id))
    await stream.cut()
    await bus.close()
  })

  test('says nothing of other sessions', async () => {
    const { teacher, sessionId, api } = await openSession()
    const { lastEventId } = await api.sessions.board({ sessionId })
    const other = await openSession()
    const stream = listenToBoard(world.as(teacher), sessionId, lastEventId)
    const studentId = other.students[0]?.id ?? ''
    await other.api.attendance.mark({ sessionId: other.sessionId, studentId, status: 'PRESENT' })
    await pause(200)
    expect(stream.events).toEqual([])
    await stream.cut()
  })
})

test('a change that is rolled back tells nobody', async () => {
  const { sessionId } = await openSession()
  const before = await world.db.event.count()
  const failing = transact(world.context(), async ({ publish }) => {
    publish([`session:${sessionId}`], { type: 'roster.changed' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await world.db.event.count()).toBe(before)
})

test('events of more than a week ago are deleted', async () => {
  await openSession()
  expect(await world.db.event.count()).toBeGreaterThan(0)
  world.wait(7 * 24 * 60 + 1)
  await purgeEvents(world.context())
  expect(await world.db.event.count()).toBe(0)
})
