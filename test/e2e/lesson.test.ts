import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { password } from '@test/support/api-person'
import { expect, expectAccessible, phone, test } from '@test/support/browser'

/** She turns her head again and again: a class made in the app asks for movements. */
const anna = { turning: 'anna' } as const

async function signUp(page: Page, role: 'Teacher' | 'Student', name: string) {
  await page.getByRole('radio', { name: role }).check()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Email').fill(`${randomUUID()}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
}

test('a lesson: from signing up to the history of the day', async ({ person }) => {
  test.setTimeout(300_000)
  const teacher = await person()
  const student = await person({ camera: anna, viewport: phone })

  await teacher.goto('/sign-up')
  await expectAccessible(teacher)
  await signUp(teacher, 'Teacher', 'Amara Okafor')
  await teacher.getByRole('button', { name: 'New class' }).click()
  await teacher.getByLabel('Name').fill('Physics 9b')
  await expectAccessible(teacher)
  await teacher.getByRole('button', { name: 'Create class' }).click()
  await expect(teacher.getByRole('heading', { name: 'Physics 9b' })).toBeVisible()
  await expectAccessible(teacher)
  const spelled = await teacher
    .getByText(/^([A-Z2-9] ){5}[A-Z2-9]$/)
    .first()
    .textContent()
  const code = spelled?.replaceAll(' ', '')

  await student.goto(`/join/${code}`)
  await student.getByRole('link', { name: 'Create account' }).click()
  await signUp(student, 'Student', 'Anna Berg')
  await student.getByRole('button', { name: 'Join this class' }).click()
  await expectAccessible(student)
  await student.getByRole('link', { name: 'Set up my face' }).click()
  await expect(student.getByRole('heading', { name: /./ }).first()).toBeVisible()
  await expectAccessible(student)
  await student.getByRole('checkbox').check()
  await student.getByRole('button', { name: 'Agree and add photos' }).click()
  await expect(student.getByText('1 of 2 kept')).toBeVisible({ timeout: 30_000 })
  await expect(student.getByText('2 photos kept')).toBeVisible({ timeout: 30_000 })
  await student.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(student.getByText('Ready to clock in')).toBeVisible()
  await expectAccessible(student)

  await student.getByRole('link', { name: 'Today' }).click()
  await expect(student.getByRole('heading', { name: 'Today' })).toBeVisible()
  await teacher.getByRole('button', { name: 'Start session' }).click()
  await expect(teacher.getByRole('button', { name: 'End session' })).toBeVisible()
  await expect(teacher.getByText('Not here yet')).toBeVisible()
  await expectAccessible(teacher)

  await student.getByRole('button', { name: 'Clock in' }).click()
  await expect(student.getByText('Clocked in')).toBeVisible({ timeout: 75_000 })
  await expect(student.getByText('On time', { exact: true }).last()).toBeVisible()
  await expectAccessible(student)
  await expect(teacher.getByRole('heading', { name: /^Here/ })).toBeVisible()

  await student.getByRole('button', { name: 'Done' }).click()
  await student.getByRole('button', { name: 'Clock out' }).click()
  await expect(student.getByText('Clocked out')).toBeVisible({ timeout: 75_000 })
  await student.getByRole('button', { name: 'Done' }).click()

  await teacher.getByRole('button', { name: 'Anna Berg', exact: true }).click()
  await expect(
    teacher.getByRole('img', { name: 'What the camera saw at this face check' }).first(),
  ).toBeVisible()
  await expectAccessible(teacher)
  await teacher.keyboard.press('Escape')
  await teacher.getByRole('button', { name: 'End session' }).click()
  await expect(teacher.getByRole('alertdialog')).toContainText('nobody is marked absent')
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click()
  await expect(teacher.getByRole('table')).toContainText('Anna Berg')
  await expectAccessible(teacher)

  await student.getByRole('link', { name: 'Record' }).click()
  await expect(student.getByText('Physics 9b').first()).toBeVisible()
  await expectAccessible(student)
})
