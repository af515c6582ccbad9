import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { listenTo, listenToFeeds } from '@test/support/listen'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { AFTER_ALL, MOST_FEEDS } from '@/domain/feeds'
import { beginSignIn, signOut } from '@/server/account/sign-ins'
import { feedEvents } from '@/server/feeds/service'

const world = testWorld()

const feedOf = (sessionId: string) => ({ kind: 'session', sessionId }) as const
const today = { kind: 'today' } as const

async function lesson(teacher = world.user(['TEACHER'])) {
  const owner = await teacher
  const student = await world.user(['STUDENT'])
  const { id: classId } = await makeClass(world.db, {
    teacher: owner,
    students: [student],
    now: world.clock.now,
  })
  const api = world.api(owner)
  const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
  const mark = () =>
    api.attendance.mark({ sessionId, studentId: student.id, status: 'LATE', note: randomUUID() })
  return { teacher: owner, student, classId, sessionId, api, mark }
}

/** Somebody who teaches one class and learns in another. */
async function both() {
  const person = await world.user(['TEACHER', 'STUDENT'])
  const own = await lesson(Promise.resolve(person))
  const other = await lesson()
  await world.api(person).places.join({
    joinCode: (await other.api.classes.byId({ classId: other.classId })).joinCode,
  })
  const since = (await own.api.sessions.board({ sessionId: own.sessionId })).lastEventId
  return { person, own, other, since }
}

describe('one stream', () => {
  test('carries several feeds, in one order, and says which of them an event belongs to', async () => {
    const { person, own, other, since } = await both()
    const stream = listenToFeeds(world.as(person), [feedOf(own.sessionId), today], since)
    await own.mark()
    await other.api.sessions.update({ sessionId: other.sessionId, title: 'Optics' })
    await own.mark()
    await stream.until(3)
    expect(stream.feeds).toEqual([[`session:${own.sessionId}`], ['today'], [`session:${own.sessionId}`]])
    expect(stream.ids).toEqual(stream.ids.toSorted((a, b) => Number(a) - Number(b)))
    await stream.cut()
  })

  test('tells an event that belongs to two of them once, with both', async () => {
    const person = await world.user(['TEACHER', 'STUDENT'])
    const own = await lesson(Promise.resolve(person))
    const second = await lesson(Promise.resolve(person))
    const since = (await own.api.sessions.board({ sessionId: own.sessionId })).lastEventId
    const feeds = [feedOf(own.sessionId), feedOf(second.sessionId)]
    await own.api.account.signOutEverywhere()
    const { sessionVersion } = await world.db.user.findUniqueOrThrow({ where: { id: person.id } })
    const stream = listenToFeeds(world.as({ ...person, sessionVersion }), feeds, since)
    await stream.until(1)
    expect(stream.events).toEqual([{ type: 'access.changed' }])
    expect(stream.feeds).toEqual([feeds.map(({ sessionId }) => `session:${sessionId}`)])
    await stream.cut()
  })

  test('begins each feed after its own event, and none before what it has told already', async () => {
    const person = await world.user(['TEACHER'])
    const [first, second] = [await lesson(Promise.resolve(person)), await lesson(Promise.resolve(person))]
    const latest = async () => (await first.api.sessions.board({ sessionId: first.sessionId })).lastEventId
    const early = await latest()
    await first.mark()
    await second.mark()
    const late = await latest()
    await first.mark()
    await second.mark()
    const input = {
      viewerId: person.id,
      feeds: [
        { feed: feedOf(first.sessionId), after: early },
        { feed: feedOf(second.sessionId), after: late },
      ],
    }
    const begun = listenTo((signal) => feedEvents(world.as(person), input, signal))
    await begun.until(3)
    const [a, b] = [`session:${first.sessionId}`, `session:${second.sessionId}`]
    expect(begun.feeds).toEqual([[a], [a], [b]])
    await begun.cut()
    const lastEventId = begun.ids[1] ?? ''
    const resumed = listenTo((signal) => feedEvents(world.as(person), { ...input, lastEventId }, signal))
    await resumed.until(1)
    expect(resumed.ids).toEqual(begun.ids.slice(2))
    await resumed.cut()
  })
})

describe('a feed is refused', () => {
  test('to another teacher as if there were none, to a student by their role', async () => {
    const { student, sessionId } = await lesson()
    const other = await world.user(['TEACHER'])
    const of = (ctx: Parameters<typeof listenToFeeds>[0], ...feeds: Parameters<typeof listenToFeeds>[1]) =>
      refusal(listenToFeeds(ctx, feeds, '0').done)
    expect(await of(world.as(other), feedOf(sessionId))).toBe('request.not_found')
    expect(await of(world.as(other), feedOf(randomUUID()))).toBe('request.not_found')
    expect(await of(world.as(other), today)).toBe('auth.not_allowed')
    expect(await of(world.as(student), feedOf(sessionId))).toBe('auth.not_allowed')
  })

  test('without ending the others, and is carried as soon as it may be', async () => {
    const { own, other, person } = await both()
    const since = (await own.api.sessions.board({ sessionId: own.sessionId })).lastEventId
    const feeds = [feedOf(own.sessionId), feedOf(other.sessionId)]
    const stream = listenToFeeds(world.as(person), feeds, since)
    await other.mark()
    await own.mark()
    await stream.until(1)
    expect(stream.refused).toEqual([{ feed: `session:${other.sessionId}`, code: 'request.not_found' }])
    expect(stream.feeds).toEqual([[`session:${own.sessionId}`]])
    await stream.cut()
  })

  test('where somebody else has signed in since the page was made', async () => {
    const { student, teacher, sessionId, mark } = await lesson()
    const input = { viewerId: student.id, feeds: [{ feed: feedOf(sessionId), after: '0' }] }
    const stream = listenTo((signal) => feedEvents(world.as(teacher), input, signal))
    const answer = refusal(stream.done)
    await mark()
    expect(await answer).toBe('auth.sign_in_first')
    expect(stream.events).toEqual([])
  })

  test('to who has been removed, whose stream ends', async () => {
    const { person, other, since } = await both()
    const stream = listenToFeeds(world.as(person), [today], since)
    await stream.begins()
    await other.api.places.removeMember({ placeId: other.classId, userId: person.id })
    await other.api.sessions.update({ sessionId: other.sessionId, title: 'Optics' })
    expect(await stream.done).toBe('ended')
    expect(stream.events).toEqual([])
  })
})

test('nobody listens to nothing, to too much, or to what there is not', async () => {
  const { api, teacher, sessionId } = await lesson()
  const ask = (feeds: unknown[]) => api.feeds.events({ viewerId: teacher.id, feeds: feeds as never })
  const many = Array.from({ length: MOST_FEEDS + 1 }, () => ({ feed: feedOf(sessionId), after: '0' }))
  expect(await refusal(ask([]))).toBe('BAD_REQUEST')
  expect(await refusal(ask(many))).toBe('BAD_REQUEST')
  expect(await refusal(ask([{ feed: { kind: 'faces' }, after: '0' }]))).toBe('BAD_REQUEST')
  expect(await refusal(ask([{ feed: feedOf(sessionId), after: '-1' }]))).toBe('BAD_REQUEST')
})

describe('whether one is signed in', () => {
  const account = { kind: 'account' } as const

  async function signedInPage() {
    const person = await world.user(['EMPLOYER'])
    const way = { account: person, way: 'PASSWORD', userAgent: '', before: null } as const
    const signInId = await beginSignIn(world.context(), way)
    return { person, signInId, ctx: world.as(person, { signInId }) }
  }

  test('is heard by whoever has any role, tells nothing, and ends with the sign-in', async () => {
    const { ctx, signInId } = await signedInPage()
    const stream = listenToFeeds(ctx, [account], AFTER_ALL)
    await stream.begins()
    await signOut(ctx, { signInId })
    expect(await stream.done).toBe('ended')
    expect(stream.events).toEqual([])
    const again = listenToFeeds(ctx, [account], AFTER_ALL)
    expect(await refusal(again.done)).toBe('auth.sign_in_first')
  })

  test('ends when its hours are over, not half a minute later', async () => {
    const { ctx, signInId } = await signedInPage()
    const expiresAt = new Date(world.clock.now.getTime() + 5_000)
    await world.db.signIn.update({ where: { id: signInId }, data: { expiresAt } })
    const stream = listenToFeeds(ctx, [account], AFTER_ALL)
    await stream.begins()
    world.wait(1_000)
    expect(await Promise.race([stream.done, pause(12_000, 'still open')])).toBe('ended')
  })
})
