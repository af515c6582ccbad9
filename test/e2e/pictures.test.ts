import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ask, call, signIn } from '@test/support/api-person'
import { expect, phone, test } from '@test/support/browser'
import { demoAccount } from '@test/support/demo-account'
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
type Board = { students: Array<{ id: string; record: { status: string } | null }> }

/** The demo's class in the middle of its first minutes. */
async function filledBoard(page: Page): Promise<string> {
  const classes = await ask<Demo[]>(page.request, 'classes.taught', { archived: false })
  const physics = classes.find(({ name }) => name === 'Physics 9b')
  const sessionId =
    physics?.openSession?.id ??
    (await call<{ id: string }>(page.request, 'sessions.create', { classId: physics?.id, openNow: true })).id
  await call(page.request, 'classes.update', { classId: physics?.id, timeZone: timezoneId })
  const { students } = await ask<Board>(page.request, 'sessions.board', { sessionId })
  for (const [at, { id, record }] of students.entries()) {
    if (record || at % 4 === 3) continue
    const status = at % 7 === 2 ? 'LATE' : 'PRESENT'
    await call(page.request, 'attendance.mark', { sessionId, studentId: id, status })
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
    test.setTimeout(120_000)
    const teacher = await person({ viewport: wide, colorScheme, timezoneId })
    const { email, password } = demoAccount('teacher')
    await signIn(teacher.request, email, password)
    const sessionId = await filledBoard(teacher)
    await teacher.goto(`/teach/sessions/${sessionId}`)
    await expect(teacher.getByText('Ada Brandt').first()).toBeVisible()
    await take(teacher, `board-${colorScheme}`)
    await teacher.goto(`/teach/sessions/${sessionId}/projector`)
    await expect(teacher.getByText('Ada Brandt').first()).toBeVisible()
    await take(teacher, `projector-${colorScheme}`)

    const student = await person({ viewport: phone, colorScheme, timezoneId })
    const learner = demoAccount('student')
    await signIn(student.request, learner.email, learner.password)
    await student.goto('/study/record')
    await expect(student.getByText('Physics 9b').locator('visible=true').first()).toBeVisible()
    await take(student, `record-${colorScheme}`)
  })
}
