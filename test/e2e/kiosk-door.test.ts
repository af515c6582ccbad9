import type { Page } from '@playwright/test'
import { ask, call, enrolAs, newAccount, newClass } from '@test/support/api-person'
import { expect, expectAccessible, phone, test } from '@test/support/browser'
import { crowdInClass, forgetFaces } from '@test/support/e2e-database'
import { namesPeople } from '@test/support/recogniser-here'
import type { PortraitOptions, Sitter } from '@test/support/sample-portraits'

const atKiosk = { width: 1024, height: 768 }

test.beforeEach(forgetFaces)

interface Board {
  students: Array<{ name: string; record: { status: string; method: string } | null }>
}

async function joins(page: Page, joinCode: string, name: string, portraits: [Sitter, PortraitOptions?][]) {
  await newAccount(page, 'STUDENT', name)
  await call(page.request, 'places.join', { joinCode })
  await enrolAs(page, portraits)
}

async function here(teacher: Page, sessionId: string) {
  const { students } = await ask<Board>(teacher.request, 'sessions.board', { sessionId })
  return students
    .flatMap(({ name, record }) => (record ? [`${name} ${record.status} ${record.method}`] : []))
    .sort()
}

async function setUp(page: Page, teacher: Page, classId: string, mode: string) {
  const { link } = await call<{ link: string }>(teacher.request, 'kiosks.add', {
    placeId: classId,
    name: 'Gate',
    mode,
  })
  await page.goto(`/kiosk/set-up/${link}`)
  await page.getByRole('button', { name: 'Set up this device' }).click()
  await expect(page).toHaveURL(/\/kiosk$/)
}

test('two people walk past a kiosk side by side, are greeted and stand on the board', async ({ person }) => {
  const teacher = await person()
  test.skip(!namesPeople(), 'the basic recogniser names nobody by itself')
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  await joins(await person(), joinCode, 'Anna Berg', [['anna'], ['annaAgain']])
  await joins(await person(), joinCode, 'Berta Cruz', [
    ['berta'],
    ['berta', { share: 0.45, stance: { left: 24 } }],
  ])
  await crowdInClass(classId, 58)
  const start = { classId, openNow: true }
  const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', start)

  const door = await person({ camera: { walking: ['anna', 'berta'] }, viewport: atKiosk })
  await setUp(door, teacher, classId, 'WALK_THROUGH')
  const greeted = door.getByRole('log', { name: 'Greeted' })
  const hello = (name: string) =>
    greeted.getByText(new RegExp(`^(Good (morning|afternoon|evening), )?${name}\\.?$`))
  await expect(hello('Anna').first()).toBeVisible({ timeout: 60_000 })
  await expect(hello('Berta').first()).toBeVisible({ timeout: 30_000 })
  await expectAccessible(door)
  await expect
    .poll(() => here(teacher, sessionId))
    .toEqual(['Anna Berg PRESENT FACE', 'Berta Cruz PRESENT FACE'])
  await expect(door.getByText('2 of 60 here')).toBeVisible()

  await expect(door.getByText('Look here as you walk in')).toBeVisible()
  await door.getByRole('button', { name: 'Type my number' }).click()
  await expect(door.getByText('Type your number')).toBeVisible()
  await expectAccessible(door)
  await door.getByRole('button', { name: 'Back' }).click()
  await expect(door.getByRole('button', { name: 'Type my number' })).toBeVisible()

  await call(teacher.request, 'sessions.close', { sessionId })
  await expect(door.getByText('No session is open')).toBeVisible()
})

test('a stranger who walks past is asked for a number, and a teacher sees what each kiosk does', async ({
  person,
}) => {
  const teacher = await person()
  test.skip(!namesPeople(), 'the basic recogniser names nobody by itself')
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  await crowdInClass(classId, 58)
  const start = { classId, openNow: true }
  const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', start)

  await teacher.goto(`/teach/classes/${classId}?tab=settings`)
  await teacher.getByRole('button', { name: 'Add', exact: true }).click()
  await teacher.getByLabel('Where it is').fill('Gate')
  await teacher.getByRole('radio', { name: /^Walk through/ }).check()
  await expectAccessible(teacher)
  await teacher.getByRole('button', { name: 'Make the link' }).click()
  const shown = teacher.getByText(/\/kiosk\/set-up\//)
  const link = new URL((await shown.textContent()) ?? '').pathname
  const door = await person({ camera: { walking: ['clara'] }, viewport: phone })
  await door.goto(link)
  await door.getByRole('button', { name: 'Set up this device' }).click()
  await expect(door.getByText('Not sure who you are')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(door)
  expect(await here(teacher, sessionId)).toEqual([])

  await teacher.getByRole('button', { name: 'Done' }).click()
  await expect(teacher.getByText('Ready', { exact: true })).toBeVisible()
  await expect(teacher.getByText('walk through', { exact: true })).toBeVisible()
  await teacher.getByRole('button', { name: 'More about Gate' }).click()
  await teacher.getByRole('menuitem', { name: 'One at a time' }).click()
  await expect(teacher.getByText('walk through')).toBeHidden()
  await expect(door.getByRole('button', { name: 'Take picture' })).toBeVisible()
})
