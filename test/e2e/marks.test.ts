import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { ask, call, newAccount, newClass } from '@test/support/api-person'
import { desktop, expect, expectAccessible, phone, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'

async function lesson(teacher: Page, students: Page[]) {
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  const names = ['Anna Berg', 'Ben Costa']
  for (const [at, student] of students.entries()) {
    await newAccount(student, 'STUDENT', names[at] ?? 'Somebody')
    await call(student.request, 'places.join', { joinCode })
  }
  return classId
}

const open = async (teacher: Page, classId: string) =>
  (await call<{ id: string }>(teacher.request, 'sessions.create', { classId, openNow: true })).id

async function choose(page: Page, name: string, mark: string) {
  await page.getByRole('button', { name: `Mark ${name}` }).click()
  await page.getByRole('menuitemradio', { name: mark, exact: true }).click()
}

const undo = (page: Page, said: string) =>
  page.getByRole('listitem').filter({ hasText: said }).getByRole('button', { name: 'Undo' }).click()

const group = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

for (const [device, viewport] of [
  ['desktop', desktop],
  ['phone', phone],
] as const)
  test(`on a ${device}, a mark is undone, cleared, and whoever left is not here`, async ({ person }) => {
    const teacher = await person({ viewport })
    const [anna, ben] = [await person(), await person()]
    const classId = await lesson(teacher, [anna, ben])
    const sessionId = await open(teacher, classId)
    await teacher.goto(`/teach/sessions/${sessionId}`)
    await expect(teacher.getByText('Live', { exact: true })).toBeVisible()

    await choose(teacher, 'Anna Berg', 'Absent')
    await expect(group(teacher, 'Absent or excused 1')).toBeVisible()
    await undo(teacher, 'Anna Berg: absent.')
    await expect(group(teacher, 'Not here yet 2')).toBeVisible()
    await expect(teacher.getByText('Anna Berg: taken back.')).toBeVisible()

    const { code } = await ask<{ code: string }>(teacher.request, 'sessions.code', { sessionId })
    for (const page of [anna, ben])
      await call(page.request, 'clocking.byCode', { sessionId, direction: 'in', code })
    await expect(group(teacher, 'Here 2')).toBeVisible()
    await choose(teacher, 'Anna Berg', 'Excused')
    await expect(group(teacher, 'Absent or excused 1')).toBeVisible()
    const tile = teacher
      .getByRole('listitem')
      .filter({ has: teacher.getByRole('button', { name: 'Anna Berg', exact: true }) })
    await expect(tile).not.toContainText(/\d:\d\d/)
    await undo(teacher, 'Anna Berg: excused.')
    await expect(group(teacher, 'Here 2')).toBeVisible()
    await expect(tile).toContainText(/\d:\d\d.*code/)

    await call(ben.request, 'clocking.byCode', { sessionId, direction: 'out', code })
    await expect(group(teacher, 'Left 1')).toBeVisible()
    await expect(teacher).toHaveTitle(/^1 of 2 here/)
    await expect(teacher.getByRole('img', { name: '1 of 2 here: 1 present, 1 left' })).toBeVisible()
    await expectAccessible(teacher)

    await choose(teacher, 'Ben Costa', 'Not yet')
    await expect(group(teacher, 'Not here yet 1')).toBeVisible()
    await choose(teacher, 'Anna Berg', 'Left')
    await expect(group(teacher, 'Left 1')).toBeVisible()
    await teacher.getByRole('button', { name: 'Ben Costa', exact: true }).click()
    await expect(teacher.getByText('Amara Okafor, by hand').first()).toBeVisible()
    await expectAccessible(teacher)
  })

test('a session ended by mistake goes on at once, or later the same day with its reason; unused it goes', async ({
  person,
}) => {
  const teacher = await person({ viewport: desktop })
  const classId = await lesson(teacher, [await person()])
  const sessionId = await open(teacher, classId)
  await teacher.goto(`/teach/sessions/${sessionId}`)
  const end = async () => {
    await teacher.getByRole('button', { name: 'End session' }).click()
    await teacher.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click()
    await expect(teacher.getByText('Ended', { exact: true })).toBeVisible()
  }
  await end()
  await undo(teacher, 'The session has ended.')
  await expect(group(teacher, 'Not here yet 1')).toBeVisible()
  await end()
  await teacher.getByRole('button', { name: 'Open again' }).click()
  await teacher.getByLabel('Why').fill('Ended the wrong one')
  await expectAccessible(teacher)
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'Open again' }).click()
  await expect(group(teacher, 'Not here yet 1')).toBeVisible()
  await end()
  await expect(teacher.getByText('“Ended the wrong one”')).toBeVisible()
  await expect(teacher.getByText('Amara Okafor opened it again.')).toHaveCount(2)
  await teacher.getByRole('button', { name: 'Delete session' }).click()
  await teacher.getByRole('alertdialog').getByLabel('Why').fill('It was for another class')
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'Delete session' }).click()
  await expect(teacher).toHaveURL(new RegExp(`/teach/classes/${classId}`))
  await expect(teacher.getByText('The session is deleted.')).toBeVisible()
  await teacher.getByText('1 session was deleted').click()
  await expect(teacher.getByText('“It was for another class”')).toBeVisible()
})

test('a session that nobody ends ends by itself, waits on the teacher’s page, and is taken or deleted', async ({
  person,
}) => {
  const teacher = await person({ viewport: desktop })
  const student = await person()
  const classId = await lesson(teacher, [student])
  const begun = async (hoursAgo: number) => {
    const id = randomUUID()
    await runSql(
      `INSERT INTO "ClassSession" (id, "classId", state, "lateAfterMinutes", "openedAt", "createdAt")
       VALUES ($1, $2, 'OPEN', 10, now() - make_interval(hours => $3), now() - make_interval(hours => $3))`,
      [id, classId, hoursAgo],
    )
    return id
  }
  const sessionId = await begun(13)
  await teacher.goto(`/teach/sessions/${sessionId}`)
  await expect(teacher.getByText('Not taken', { exact: true })).toBeVisible({ timeout: 90_000 })
  await expect(teacher.getByText('It ended by itself, and nobody was marked or clocked in.')).toBeVisible()
  await expect(
    teacher.getByText('Nobody ended it: it ended by itself, and attendance was not taken.'),
  ).toBeVisible()
  await expectAccessible(teacher)
  const totals = () => ask<{ all: { rate: number | null } }>(student.request, 'attendance.ownTotals')
  expect((await totals()).all.rate).toBeNull()

  await teacher.goto('/teach')
  await expect(teacher.getByText('Attendance was not taken in 1 session')).toBeVisible()
  await expectAccessible(teacher)
  await teacher.getByRole('link', { name: 'Take attendance now' }).click()
  await choose(teacher, 'Anna Berg', 'Present')
  await teacher.getByRole('button', { name: 'Count this session' }).click()
  await expect(teacher.getByText('Ended', { exact: true })).toBeVisible()
  expect((await totals()).all.rate).toBe(1)

  const another = await begun(13)
  await teacher.goto(`/teach/sessions/${another}`)
  await expect(teacher.getByText('Not taken', { exact: true })).toBeVisible({ timeout: 90_000 })
  await teacher.goto('/teach')
  await teacher.getByRole('button', { name: 'Delete session' }).click()
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'Delete session' }).click()
  await expect(teacher.getByText('The session is deleted.')).toBeVisible()
  await expect(teacher.getByText('Attendance was not taken in 1 session')).toBeHidden()
})
