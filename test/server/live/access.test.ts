import { setTimeout as pause } from 'node:timers/promises'
import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { listenTo, listenToBoard, listenToToday } from '@test/support/listen'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { sessionTopic } from '@/domain/live'
import { beginSignIn, signOut } from '@/server/account/sign-ins'
import { hashPassword } from '@/server/auth/password'
import type { Actor } from '@/server/context/context'
import { eventStream, latestEventId } from '@/server/live/stream'

const world = testWorld()

/** Long enough for an event that is on its way to arrive. */
const A_MOMENT = 200

async function lesson() {
  const teacher = await world.user(['TEACHER'])
  const student = await world.user(['STUDENT'])
  const { id: classId, joinCode } = await makeClass(world.db, {
    teacher,
    students: [student],
    now: world.clock.now,
  })
  const api = world.api(teacher)
  const { id: sessionId } = await api.sessions.create({ classId, openNow: true })
  return { teacher, student, classId, joinCode, sessionId, api }
}

function boardOf(teacher: Actor, sessionId: string, lastEventId: string) {
  return listenToBoard(world.as(teacher), sessionId, lastEventId)
}

function pageOf(student: Actor, lastEventId: string) {
  return listenToToday(world.as(student), lastEventId)
}

const latest = () => latestEventId(world.context())

describe('an open stream ends at once', () => {
  test('when its person chooses a new password, and the old sign-in opens none any more', async () => {
    const { teacher, student, sessionId, api } = await lesson()
    const password = 'walnut stair lantern'
    await world.db.user.update({
      where: { id: teacher.id },
      data: { passwordHash: await hashPassword(password) },
    })
    const since = await latest()
    const board = boardOf(teacher, sessionId, since)
    await api.attendance.mark({ sessionId, studentId: student.id, status: 'LATE' })
    await board.until(1)
    const change = { currentPassword: password, newPassword: 'copper window melon' }
    await api.account.changePassword(change)
    expect(await board.done).toBe('ended')
    expect(board.events).toHaveLength(1)
    expect(await refusal(boardOf(teacher, sessionId, since).done)).toBe('auth.sign_in_first')
  })

  test('when its person signs out everywhere', async () => {
    const { teacher, student, sessionId, api } = await lesson()
    const board = boardOf(teacher, sessionId, await latest())
    await api.attendance.mark({ sessionId, studentId: student.id, status: 'LATE' })
    await board.until(1)
    await api.account.signOutEverywhere()
    expect(await board.done).toBe('ended')
  })

  test('when the student is removed, who then hears nothing more of the class', async () => {
    const { student, classId, sessionId, api } = await lesson()
    const page = pageOf(student, await latest())
    await api.sessions.update({ sessionId, title: 'Optics' })
    await page.until(1)
    await api.places.removeMember({ placeId: classId, userId: student.id })
    await api.sessions.update({ sessionId, title: 'Waves' })
    expect(await page.done).toBe('ended')
    const again = pageOf(student, page.ids.at(-1) ?? '0')
    await api.sessions.close({ sessionId })
    await pause(A_MOMENT)
    expect(page.events).toHaveLength(1)
    expect(again.events).toEqual([{ type: 'access.changed' }])
    await again.cut()
  })

  test('when the student joins a class, of which the next stream tells', async () => {
    const { student } = await lesson()
    const other = await lesson()
    const since = await latest()
    const page = pageOf(student, since)
    await pause(A_MOMENT)
    await world.api(student).places.join({ joinCode: other.joinCode })
    expect(await page.done).toBe('ended')
    const again = pageOf(student, since)
    await other.api.sessions.close({ sessionId: other.sessionId })
    await again.until(2)
    expect(again.events).toMatchObject([
      { type: 'access.changed' },
      { type: 'session.changed', sessionId: other.sessionId },
    ])
    await again.cut()
  })
})

describe('an open stream belongs to the sign-in that it was opened by', () => {
  async function twoBrowsers() {
    const { teacher, student, sessionId, api } = await lesson()
    const browser = { account: teacher, way: 'PASSWORD', userAgent: '', before: null } as const
    const here = await beginSignIn(world.context(), browser)
    const elsewhere = await beginSignIn(world.context(), browser)
    const since = await latest()
    const boardIn = (signInId: string) => listenToBoard(world.as(teacher, { signInId }), sessionId, since)
    const tabs = [boardIn(here), boardIn(here)]
    const other = boardIn(elsewhere)
    await api.attendance.mark({ sessionId, studentId: student.id, status: 'LATE' })
    for (const board of [...tabs, other]) await board.until(1)
    const markAgain = () => api.attendance.mark({ sessionId, studentId: student.id, status: 'PRESENT' })
    return { teacher, browser, here, elsewhere, tabs, other, boardIn, markAgain }
  }

  test.each([
    ['signs out there', 'signOut'],
    ['ends it from the list', 'endSignIn'],
    ['signs in there as somebody else', 'beginSignIn'],
  ] as const)('and ends in all tabs when its person %s, while the other browser goes on', async (_, way) => {
    const { teacher, browser, here, elsewhere, tabs, other, boardIn, markAgain } = await twoBrowsers()
    if (way === 'signOut') await signOut(world.context(), { signInId: here })
    else if (way === 'beginSignIn')
      await beginSignIn(world.context(), { ...browser, account: await world.user(['TEACHER']), before: here })
    else await world.api(teacher, { signInId: elsewhere }).account.endSignIn({ signInId: here })
    for (const tab of tabs) expect(await tab.done).toBe('ended')
    expect(await refusal(boardIn(here).done)).toBe('auth.sign_in_first')
    await markAgain()
    await other.until(2)
    await other.cut()
  })
})

describe('an open stream ends at its next check', () => {
  async function checkedOften() {
    const { teacher, sessionId } = await lesson()
    const browser = { account: teacher, way: 'PASSWORD', userAgent: '', before: null } as const
    const signInId = await beginSignIn(world.context(), browser)
    const part = { key: 'board', topics: [sessionTopic(sessionId)], after: BigInt(await latest()) }
    const source = { parts: async () => [part], recheckMs: 20 }
    const stream = listenTo((signal) => eventStream(world.as(teacher, { signInId }), { ...source, signal }))
    await pause(A_MOMENT)
    const state = await Promise.race([stream.done, 'open'])
    expect(state).toBe('open')
    return { teacher, stream }
  }

  test.each([
    ['the account is disabled', { disabledAt: new Date() }],
    ['a role is taken away', { roles: ['STUDENT' as const] }],
    ['every sign-in is ended', { sessionVersion: 7 }],
  ])('when %s in the database', async (_title, data) => {
    const { teacher, stream } = await checkedOften()
    await world.db.user.update({ where: { id: teacher.id }, data })
    expect(await stream.done).toBe('ended')
  })

  test('when the 8 hours of the sign-in are over', async () => {
    const { stream } = await checkedOften()
    world.wait(8 * 60)
    expect(await stream.done).toBe('ended')
  })
})

test('classmates are not told of somebody’s photos or of who comes and goes', async () => {
  const { student, joinCode } = await lesson()
  const page = pageOf(student, await latest())
  const newcomer = await world.user(['STUDENT'])
  await world.api(newcomer).places.join({ joinCode })
  await pause(A_MOMENT)
  expect(page.events).toEqual([])
  await page.cut()
})
