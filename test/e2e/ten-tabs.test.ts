import type { BrowserContext, Page } from '@playwright/test'
import { ask, call, newAccount, newClass } from '@test/support/api-person'
import { atOnce, expect, test } from '@test/support/browser'

interface Watched {
  sources: EventSource[]
}

/** Keeps every event stream that a page of this browser opens. */
async function watchStreams(browser: BrowserContext) {
  await browser.addInitScript(() => {
    const sources: EventSource[] = []
    Object.assign(window, { sources })
    class Kept extends EventSource {
      constructor(url: string | URL, init?: EventSourceInit) {
        super(url, init)
        sources.push(this)
      }
    }
    window.EventSource = Kept
  })
}

const openStreams = (page: Page) =>
  page.evaluate(
    () => (window as unknown as Watched).sources.filter(({ readyState }) => readyState < 2).length,
  )

/** The tab that holds the stream of the browser: there is one. */
async function holderOf(pages: Page[]): Promise<Page> {
  let holders: Page[] = []
  await expect(async () => {
    const open = await Promise.all(pages.map(openStreams))
    expect(open.reduce((sum, many) => sum + many, 0)).toBe(1)
    holders = pages.filter((_, at) => open[at] === 1)
  }).toPass()
  const [holder] = holders
  if (!holder) throw new Error('No tab holds a stream')
  return holder
}

/** A class with three students, and its open session. */
async function openLesson(teacher: Page, students: Page, name: string) {
  const { id: classId, joinCode } = await newClass(teacher, name)
  for (const student of ['Anna', 'Bea', 'Chloe']) {
    await newAccount(students, 'STUDENT', `${student} ${name}`)
    await call(students.request, 'places.join', { joinCode })
  }
  const open = { classId, openNow: true }
  const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', open)
  const board = await ask<{ students: Array<{ id: string }> }>(teacher.request, 'sessions.board', {
    sessionId,
  })
  return {
    board: `/teach/sessions/${sessionId}`,
    rollCall: `/teach/sessions/${sessionId}/roll-call`,
    mark: (index: number) =>
      call(teacher.request, 'attendance.mark', {
        sessionId,
        studentId: board.students[index]?.id,
        status: 'PRESENT',
      }),
  }
}

const isLive = (page: Page) => expect(page.getByText('Live', { exact: true })).toBeVisible()
const shows = (page: Page, here: number) =>
  expect(page.getByRole('heading', { name: `Here ${here}`, exact: true })).toBeVisible()

async function openTabs(first: Page, addresses: string[]): Promise<Page[]> {
  const tabs = [first]
  while (tabs.length < addresses.length) tabs.push(await first.context().newPage())
  for (const [at, tab] of tabs.entries()) await tab.goto(addresses[at] ?? '')
  return tabs
}

async function teacherWith(person: () => Promise<Page>, ...names: string[]) {
  const teacher = await person()
  const students = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  await watchStreams(teacher.context())
  const lessons = []
  for (const name of names) lessons.push(await openLesson(teacher, students, name))
  return { teacher, lessons }
}

test('ten tabs of a browser are live on one stream, and the app still answers', async ({ person }) => {
  const { teacher, lessons } = await teacherWith(person, 'Physics 9b', 'Chemistry 9b')
  const [physics, chemistry] = lessons
  if (!physics || !chemistry) throw new Error('No lessons')
  const two = [physics.board, chemistry.board]
  const tabs = await openTabs(teacher, [...two, ...two, ...two, ...two, ...two])
  for (const tab of tabs) await isLive(tab)
  const holder = await holderOf(tabs)
  await Promise.all([physics.mark(0), chemistry.mark(0), chemistry.mark(1)])
  for (const [at, tab] of tabs.entries()) await shows(tab, at % 2 === 0 ? 1 : 2)

  const another = await teacher.context().newPage()
  await another.goto('/teach')
  await expect(another.getByRole('heading', { level: 1 })).toBeVisible()
  await another.goto(physics.rollCall)
  await expect(another.getByRole('heading', { level: 1 })).toBeVisible()
  await another.close()

  const rest = tabs.filter((tab) => tab !== holder)
  const readings: string[] = []
  teacher.context().on('request', (request) => {
    if (request.url().includes('sessions.board')) readings.push(request.url())
  })
  const closed = holder.close()
  await Promise.all([physics.mark(1), chemistry.mark(2)])
  await closed
  await physics.mark(2)
  const onPhysics = (tab: Page) => tab.url().endsWith(physics.board)
  for (const tab of rest) await shows(tab, 3)
  for (const tab of rest) await isLive(tab)
  expect(rest.filter(onPhysics).length).toBeGreaterThan(3)
  expect(readings, 'boards that were read anew').toEqual([])
  expect(await holderOf(rest)).not.toBe(holder)
})

test('a hidden tab gives way to a visible one, and nothing is missed', async ({ person }) => {
  const { teacher, lessons } = await teacherWith(person, 'Physics 9b')
  const [physics] = lessons
  if (!physics) throw new Error('No lesson')
  const tabs = await openTabs(teacher, [physics.board, physics.board, physics.board])
  for (const tab of tabs) await isLive(tab)
  const holder = await holderOf(tabs)
  const hidden = holder.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await Promise.all([hidden, physics.mark(0)])
  await expect.poll(() => holderOf(tabs)).not.toBe(holder)
  await physics.mark(1)
  for (const tab of tabs) await shows(tab, 2)
})

test('who signs out in one tab is told so in all of them', async ({ person }) => {
  const { teacher, lessons } = await teacherWith(person, 'Physics 9b')
  const [physics] = lessons
  if (!physics) throw new Error('No lesson')
  const tabs = await openTabs(teacher, [physics.board, physics.board, physics.rollCall, '/teach'])
  await isLive(tabs[0] ?? teacher)
  await isLive(tabs[1] ?? teacher)
  const last = tabs[3] ?? teacher
  await last.getByRole('button', { name: 'Account of Amara Okafor' }).click()
  await last.getByRole('menuitem', { name: 'Sign out' }).click()
  for (const tab of tabs.slice(0, 3)) {
    await expect(tab.getByText('You are signed out')).toBeVisible(atOnce)
  }

  // Somebody else signs in here: the pages that were made for the first account are told nothing.
  const other = await person()
  await newAccount(other, 'TEACHER', 'Jonas Lindqvist')
  const cookies = await other.context().cookies()
  const askedAgain = last
    .context()
    .waitForEvent('request', (request) => request.url().includes('feeds.events'))
  await last.context().addCookies(cookies)
  // Asked once more: what the browser heard in a stream that has ended cannot be read back from it.
  const headers = { accept: 'text/event-stream' }
  const answer = await last.context().request.get((await askedAgain).url(), { headers })
  expect(await answer.text()).toContain('auth.sign_in_first')
  for (const tab of tabs.slice(0, 2)) await expect(tab.getByText('You are signed out')).toBeVisible()
})

test('a tab that holds the stream and sleeps is not waited for', async ({ person }) => {
  const { teacher, lessons } = await teacherWith(person, 'Physics 9b')
  const [physics] = lessons
  if (!physics) throw new Error('No lesson')
  const { id } = await ask<{ id: string }>(teacher.request, 'account.me')
  const [asleep, board] = await openTabs(teacher, ['/teach', physics.board])
  // As a tab that the browser has put to sleep: it holds the lock, and answers nothing.
  await asleep?.evaluate((viewerId) => {
    const never = () => new Promise(() => undefined)
    navigator.locks.request(`clockface-live-${viewerId}`, { steal: true }, never).catch(() => undefined)
  }, id)
  const again = board ?? teacher
  await again.reload()
  await isLive(again)
  await physics.mark(0)
  await shows(again, 1)
})

test('a browser without locks opens a stream for each tab', async ({ person }) => {
  const { teacher, lessons } = await teacherWith(person, 'Physics 9b')
  const [physics] = lessons
  if (!physics) throw new Error('No lesson')
  await teacher.context().addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })
    Object.assign(window, { BroadcastChannel: undefined })
  })
  const tabs = await openTabs(teacher, [physics.board, physics.board])
  for (const tab of tabs) await isLive(tab)
  expect(await Promise.all(tabs.map(openStreams))).toEqual([1, 1])
  await physics.mark(0)
  for (const tab of tabs) await shows(tab, 1)
})
