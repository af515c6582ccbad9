import { randomUUID } from 'node:crypto'
import { makeClass } from '@test/support/factories'
import { listenToBoard, listenToToday } from '@test/support/listen'
import { recordedStatements } from '@test/support/recorded-statements'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { sessionTopic, studentTopic } from '@/domain/live'
import type { LiveEventPayload } from '@/domain/live-schema'
import type { LiveEvent } from '@/server/live/bus'
import { transact } from '@/server/live/publish'

const world = testWorld()

const markOf = (studentId: string, note: string | null = null): LiveEventPayload => ({
  type: 'attendance.changed',
  studentId,
  record: { status: 'LATE', method: 'HAND', clockedInAt: null, clockedOutAt: null, note },
})

const noteOf = ({ payload }: LiveEvent) => payload.type === 'attendance.changed' && payload.record?.note

describe('a fact', () => {
  test('is one row with all its topics, and told once to whoever listens to several of them', async () => {
    const studentId = randomUUID()
    const topics = [sessionTopic(randomUUID()), studentTopic(studentId)]
    const ctx = world.context()
    const heard: LiveEvent[] = []
    const subscription = ctx.live.subscribe(topics, (event) => heard.push(event))
    await subscription.heard
    await transact(ctx, async ({ publish }) => publish(topics, markOf(studentId)))
    await expect.poll(() => heard.length).toBe(1)
    expect(heard).toEqual([{ id: 1n, topics, payload: markOf(studentId) }])
    const { type, ...payload } = markOf(studentId)
    expect(await world.db.event.findMany()).toMatchObject([{ id: 1n, topics, type, payload }])
    subscription.stop()
  })

  test('reaches the board and the student it concerns, and nobody else', async () => {
    const teacher = await world.user(['TEACHER'])
    const [anna, bea] = [await world.user(['STUDENT']), await world.user(['STUDENT'])]
    const { id: classId } = await makeClass(world.db, {
      teacher,
      students: [anna, bea],
      now: world.clock.now,
    })
    const api = world.api(teacher)
    const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
    const { lastEventId } = await api.sessions.board({ sessionId })
    const open = [
      listenToBoard(world.as(teacher), sessionId, lastEventId),
      listenToToday(world.as(anna), lastEventId),
    ]
    const other = listenToToday(world.as(bea), lastEventId)
    await api.attendance.mark({ sessionId, studentId: anna.id, status: 'LATE' })
    for (const stream of open) await stream.until(1)
    expect(other.events).toEqual([])
    for (const stream of [...open, other]) await stream.cut()
  })

  test.each([
    ['just fits into a notification', 7_600],
    ['is longer than a notification may be', 20_000],
    ['is longer in bytes than in characters', 4_000],
  ])('arrives whole, in its place, when it %s', async (_title, length) => {
    const long = (length === 4_000 ? 'é' : 'n').repeat(length)
    const topic = sessionTopic(randomUUID())
    const ctx = world.context()
    const heard: LiveEvent[] = []
    const subscription = ctx.live.subscribe([topic], (event) => heard.push(event))
    await subscription.heard
    const notes = ['before', long, 'after', long, 'last']
    await transact(ctx, async ({ publish }) => {
      for (const note of notes) publish([topic], markOf(randomUUID(), note))
    })
    await transact(ctx, async ({ publish }) => publish([topic], markOf(randomUUID(), 'another')))
    await expect.poll(() => heard.length).toBe(6)
    expect(heard.map(noteOf)).toEqual([...notes, 'another'])
    expect(heard.map(({ id }) => id)).toEqual([1n, 2n, 3n, 4n, 5n, 6n])
    subscription.stop()
  })
})

test('around the most that a notification may be, no length fails the transaction or loses the event', async () => {
  const topic = sessionTopic(randomUUID())
  const ctx = world.context()
  const heard: LiveEvent[] = []
  const subscription = ctx.live.subscribe([topic], (event) => heard.push(event))
  await subscription.heard
  const notes = Array.from({ length: 300 }, (_, more) => 'n'.repeat(7_500 + more))
  await transact(ctx, async ({ publish }) => {
    for (const note of notes) publish([topic], markOf(randomUUID(), note))
  })
  await expect.poll(() => heard.length).toBe(300)
  expect(heard.map(noteOf)).toEqual(notes)
  subscription.stop()
})

test('ids follow the order of commits, however long a transaction took', async () => {
  const ctx = world.context()
  const publishing = (note: string, before: Promise<unknown>) =>
    transact(ctx, async ({ publish }) => {
      publish([sessionTopic('any')], markOf(randomUUID(), note))
      await before
    })
  const second = publishing('begun second, ended first', Promise.resolve())
  const first = publishing('begun first, ended last', second)
  await Promise.all([first, second])
  const rows = await world.db.event.findMany({ orderBy: { id: 'asc' } })
  expect(rows).toMatchObject([
    { payload: { record: { note: 'begun second, ended first' } } },
    { payload: { record: { note: 'begun first, ended last' } } },
  ])
})

test('60 facts of a transaction take as many statements as one', async () => {
  const recorded = recordedStatements(world.url)
  const publishing = (many: number) =>
    recorded.of(() =>
      transact({ db: recorded.db, clock: () => world.clock.now, via: 'WEB' }, async ({ publish }) => {
        for (let at = 0; at < many; at++) publish([sessionTopic('any')], markOf(randomUUID(), `${at}`))
      }),
    )
  expect(await publishing(1)).toHaveLength(2)
  expect(await publishing(60)).toHaveLength(2)
  const rows = await world.db.event.findMany({ orderBy: { id: 'asc' }, skip: 1 })
  const notes = rows.map(({ payload }) => (payload as { record: { note: string } }).record.note)
  expect(notes).toEqual(Array.from({ length: 60 }, (_, at) => `${at}`))
  await recorded.close()
})
