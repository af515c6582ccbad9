import type { APIRequestContext, Page } from '@playwright/test'
import { ask, call, newAccount, newClass } from '@test/support/api-person'
import { bothWays, clockIn, getReady, type Way } from '@test/support/both-ways'
import { atOnce, expect, expectAccessible, test } from '@test/support/browser'
import { cuttableLine } from '@test/support/cut-line'
import { secondServer } from '@test/support/second-server'

interface Heard {
  id: string
  data: string
}

/** Keeps what every event stream of the page hears, as the browser itself hears it. */
async function recordStreams(page: Page) {
  await page.addInitScript(() => {
    const heard: Heard[] = []
    Object.assign(window, { heard })
    class Recorded extends EventSource {
      constructor(url: string | URL, init?: EventSourceInit) {
        super(url, init)
        this.addEventListener('message', ({ lastEventId, data }) => heard.push({ id: lastEventId, data }))
      }
    }
    window.EventSource = Recorded
  })
}

const heardOn = async (page: Page) =>
  (await page.evaluate(() => (window as unknown as { heard: Heard[] }).heard)).filter(({ id }) => id)

async function openLesson(way: Way, teacher: Page, students: Page[]) {
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  for (const [index, student] of students.entries()) {
    await newAccount(student, 'STUDENT', `Student ${index + 1}`)
    await call(student.request, 'places.join', { joinCode })
    // One face belongs to one account, so only one of them has a face to clock in with.
    if (index === 0 || way === 'by code') await getReady(way, student)
  }
  const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', {
    classId,
    openNow: true,
  })
  const board = await ask<{ students: Array<{ id: string; name: string }> }>(
    teacher.request,
    'sessions.board',
    { sessionId },
  )
  const mark = (request: APIRequestContext, index: number, status: string) =>
    call(request, 'attendance.mark', { sessionId, studentId: board.students[index]?.id, status })
  return { sessionId, mark, ids: board.students.map(({ id }) => id) }
}

const clockButton: Record<Way, string> = { 'by face': 'Clock in', 'by code': 'Clock in with the code' }

bothWays((way) => {
  test('a board whose line was cut shows exactly the 5 changes made meanwhile, in order', async ({
    person,
    baseURL,
  }) => {
    const line = await cuttableLine(Number(new URL(baseURL ?? '').port))
    const direct = await person()
    const first = await person()
    const others = [first, await person(), await person(), await person(), await person()]
    const { sessionId, mark, ids } = await openLesson(way, direct, others)
    const board = await person({ baseURL: line.url })
    await board
      .context()
      .addCookies((await direct.context().cookies()).map((cookie) => ({ ...cookie, domain: 'localhost' })))
    await recordStreams(board)
    await board.goto(`/teach/sessions/${sessionId}`)
    await expect(board.getByText('Live', { exact: true })).toBeVisible()
    await clockIn(way, { teacher: direct, student: first }, sessionId)
    await expect(board.getByRole('heading', { name: /^Here/ })).toBeVisible()
    const before = (await heardOn(board)).length

    line.cut()
    for (const index of [0, 1, 2, 3, 4]) await mark(direct.request, index, 'LATE')
    line.mend()
    await expect(board.getByRole('heading', { name: 'Here 5' })).toBeVisible({ timeout: 30_000 })
    const meanwhile = (await heardOn(board)).slice(before)
    const changes = meanwhile.map(({ data }) => JSON.parse(data).json.payload)
    expect(changes.map(({ studentId, record }) => [studentId, record.status])).toEqual(
      ids.map((id) => [id, 'LATE']),
    )
    await expect(board.getByText('Live', { exact: true })).toBeVisible()
    await line.close()
  })

  test('a change through one server process shows on the board of another', async ({ person }) => {
    const other = await secondServer()
    try {
      const teacher = await person()
      const student = await person()
      const { sessionId } = await openLesson(way, teacher, [student])
      const board = await person({ baseURL: other.url })
      await board.context().addCookies(await teacher.context().cookies())
      await board.goto(`/teach/sessions/${sessionId}`)
      await expect(board.getByText('Live', { exact: true })).toBeVisible()
      await clockIn(way, { teacher, student }, sessionId)
      await expect(board.getByRole('heading', { name: 'Here 1' })).toBeVisible()
      await expectAccessible(board)
    } finally {
      await other.stop()
    }
  })

  test('a student’s page whose stream is refused says so, and is live again by itself', async ({
    person,
  }) => {
    const teacher = await person()
    const student = await person()
    await newAccount(teacher, 'TEACHER', 'Amara Okafor')
    const { id: classId, joinCode } = await newClass(teacher)
    await newAccount(student, 'STUDENT', 'Anna Berg')
    await call(student.request, 'places.join', { joinCode })
    await getReady(way, student)
    const broken = (url: URL) => url.pathname.endsWith('/feeds.events')
    await student.route(broken, (route) => route.fulfill({ status: 503, body: 'busy' }))
    await student.goto('/study')
    await expect(student.getByText('Connection lost, trying again.')).toBeVisible()
    await expectAccessible(student)
    await call(teacher.request, 'sessions.create', { classId, openNow: true })
    await student.unroute(broken)
    await expect(student.getByRole('heading', { name: 'Physics 9b' })).toBeVisible()
    await expect(student.getByText('Connection lost, trying again.')).toBeHidden()
    await expect(student.getByRole('button', { name: clockButton[way], exact: true })).toBeVisible()
    const { id: sessionId } = (
      await ask<{ openSession: { id: string } }[]>(teacher.request, 'classes.taught', {
        archived: false,
      })
    )[0]?.openSession ?? { id: '' }
    await call(teacher.request, 'sessions.close', { sessionId })
    await expect(student.getByText('Nothing is open right now')).toBeVisible()
  })

  test('a board says at once that its teacher signed out everywhere', async ({ person }) => {
    const teacher = await person()
    const { sessionId } = await openLesson(way, teacher, [await person()])
    await teacher.goto(`/teach/sessions/${sessionId}`)
    await expect(teacher.getByText('Live', { exact: true })).toBeVisible()
    await call(teacher.request, 'account.signOutEverywhere')
    await expect(teacher.getByText('You are signed out')).toBeVisible(atOnce)
    await expectAccessible(teacher)
  })

  test('a student who joins a class on another device sees its session open', async ({ person }) => {
    const teacher = await person()
    const student = await person()
    await newAccount(teacher, 'TEACHER', 'Amara Okafor')
    const { id: classId, joinCode } = await newClass(teacher)
    await newAccount(student, 'STUDENT', 'Anna Berg')
    await getReady(way, student)
    await student.goto('/study')
    await expect(student.getByText('You are in no class yet')).toBeVisible()
    await call(student.request, 'places.join', { joinCode })
    await expect(student.getByText('Nothing is open right now')).toBeVisible(atOnce)
    await call(teacher.request, 'sessions.create', { classId, openNow: true })
    await expect(student.getByRole('heading', { name: 'Physics 9b' })).toBeVisible(atOnce)
    await expect(student.getByRole('button', { name: clockButton[way], exact: true })).toBeVisible()
  })
})
