import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ask, call, signIn } from '@test/support/api-person'
import { expect, phone, test } from '@test/support/browser'
import { demoAccount } from '@test/support/demo-account'
import { type Started, start } from '@test/support/start'
import sharp from 'sharp'

// The pictures of the landing page. With PICTURES=1 they are taken anew, to be looked at and committed.
const anew = process.env.PICTURES === '1'
const kept = 'public/pictures'
const most = 60_000
const wide = { width: 1280, height: 800 }
/** Where it is about nine in the morning now: a lesson at night would look odd. */
const timezoneId = zoneWithHour(9)
// The demo's own banner is not what the pictures are about.
const style = 'body > aside { display: none }'

/** The zone whose clocks show this hour; the signs of these zones' names are turned round. */
function zoneWithHour(hour: number): string {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

type Demo = { id: string; name: string; openSession: { id: string } | null }
type Student = { id: string; record: { status: string } | null }

const folder = mkdtempSync(join(tmpdir(), 'clockface-pictures-'))
let server: Started
let baseURL = ''

// A demo of its own: on the other servers its people lose their faces to those of other tests.
test.beforeAll(async () => {
  server = start({ DATA_DIR: folder, PORT: '0' })
  baseURL = await server.ready
})

test.afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(folder, { recursive: true, force: true })
})

/** The demo's class in its first minutes: some have clocked in by themselves, one comes late, one is excused. */
async function filledBoard(page: Page): Promise<string> {
  const classes = await ask<Demo[]>(page.request, 'classes.taught', { archived: false })
  const physics = classes.find(({ openSession }) => openSession)
  const sessionId = physics?.openSession?.id ?? ''
  const students = async () =>
    (await ask<{ students: Student[] }>(page.request, 'sessions.board', { sessionId })).students
  const waiting = async () => (await students()).filter(({ record }) => !record)
  await call(page.request, 'classes.update', { classId: physics?.id, timeZone: timezoneId })
  await expect
    .poll(async () => (await waiting()).length, { timeout: 240_000, intervals: [1_000] })
    .toBeLessThan(anew ? 10 : 14)
  for (const status of ['LATE', 'EXCUSED']) {
    if (!anew || (await students()).some(({ record }) => record?.status === status)) continue
    const [next] = await waiting()
    await call(page.request, 'attendance.mark', { sessionId, studentId: next?.id, status })
  }
  return sessionId
}

async function take(page: Page, name: string) {
  await expect(page.getByText('Connecting')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
  const file = join(anew ? kept : test.info().outputDir, `${name}.webp`)
  mkdirSync(anew ? kept : test.info().outputDir, { recursive: true })
  await sharp(await page.screenshot({ animations: 'disabled', style }))
    .webp({ quality: 74, effort: 6 })
    .toFile(file)
  expect(statSync(file).size, `${name} is larger than a landing page should send`).toBeLessThan(most)
  expect(existsSync(join(kept, `${name}.webp`)), `${name} is not among the pictures`).toBe(true)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the landing page’s pictures can be taken, ${colorScheme}`, async ({ person }) => {
    const teacher = await person({ viewport: wide, colorScheme, timezoneId, baseURL })
    const { email, password } = demoAccount('teacher', folder)
    await signIn(teacher.request, email, password)
    const sessionId = await filledBoard(teacher)
    await teacher.goto(`/teach/sessions/${sessionId}`)
    await expect(teacher.getByText('Ada Brandt').first()).toBeVisible()
    await take(teacher, `board-${colorScheme}`)
    await teacher.goto(`/teach/sessions/${sessionId}/projector`)
    await expect(teacher.getByText('Ada Brandt').first()).toBeVisible()
    const beyond = await teacher.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
    expect(beyond, 'what a projector does not show, below the demo’s banner').toBe(0)
    await take(teacher, `projector-${colorScheme}`)

    const student = await person({ viewport: phone, colorScheme, timezoneId, baseURL })
    const learner = demoAccount('student', folder)
    await signIn(student.request, learner.email, learner.password)
    await student.goto('/study/record')
    await expect(student.getByText('Physics 9b').locator('visible=true').first()).toBeVisible()
    await take(student, `record-${colorScheme}`)
  })
}
