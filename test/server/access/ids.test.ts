import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { listenToFeeds } from '@test/support/listen'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { feedEvents } from '@/server/feeds/service'

const world = testWorld()

test('an id in capital letters is the same id: for locks, boards and the ledger', async () => {
  const teacher = await world.user(['TEACHER'])
  const student = await world.user(['STUDENT'])
  const { id: classId } = await makeClass(world.db, { teacher, students: [student], now: world.clock.now })
  const api = world.api(teacher)
  const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
  const { lastEventId } = await api.sessions.board({ sessionId })
  const board = listenToFeeds(world.as(teacher), [{ kind: 'session', sessionId }], lastEventId)
  const statuses = ['PRESENT', 'LATE', 'EXCUSED', 'ABSENT'] as const
  await Promise.all(
    Array.from({ length: 16 }, (_, i) =>
      api.attendance.mark({
        sessionId: i % 2 ? sessionId : sessionId.toUpperCase(),
        studentId: i % 3 ? student.id : student.id.toUpperCase(),
        status: statuses[i % 4] ?? 'PRESENT',
      }),
    ),
  )
  const changes = await world.db.change.findMany({ where: { subject: 'attendance' }, orderBy: { id: 'asc' } })
  await board.until(changes.length)
  await board.cut()
  const stateOf = (json: unknown) => (json as { status: string } | null)?.status ?? null
  const before = changes.map((change) => stateOf(change.before))
  expect(before).toEqual([null, ...changes.slice(0, -1).map((change) => stateOf(change.after))])
})

test('one person has so many streams in a process at most', async () => {
  const student = await world.user(['STUDENT'])
  const since = '0'
  const ctx = world.as(student)
  const streams = Array.from({ length: 30 }, () => listenToFeeds(ctx, [{ kind: 'today' }], since))
  await new Promise((resolve) => setTimeout(resolve, 300))
  const input = { viewerId: student.id, feeds: [{ feed: { kind: 'today' as const }, after: since }] }
  const next = () => refusal(feedEvents(ctx, input, undefined).next())
  expect(await next()).toBe('request.too_many')
  await Promise.all(streams.map((stream) => stream.cut()))
  const again = listenToFeeds(ctx, [{ kind: 'today' }], since)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(again.events).toEqual([])
  await again.cut()
})
