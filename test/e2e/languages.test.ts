import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { newAccount, password } from '@test/support/api-person'
import { expect, expectAccessible, phone, test } from '@test/support/browser'
import { leftInEnglish, wordsIn } from '@test/support/catalogue'

const de = wordsIn('de')
const es = wordsIn('es')

async function isGerman(page: Page) {
  await expect(page.locator('html')).toHaveAttribute('lang', /^de/)
  expect(await leftInEnglish(page, 'de'), page.url()).toEqual([])
  await expectAccessible(page)
}

test('a class session wholly in German: from the account to the record of the hour', async ({ person }) => {
  const german = { locale: 'de-DE', timezoneId: 'Europe/Berlin' }
  const teacher = await person(german)
  const student = await person({ ...german, viewport: phone })

  await teacher.goto('/sign-up')
  await isGerman(teacher)
  await teacher.getByRole('radio', { name: de('account.roles.TEACHER.label') }).check()
  await teacher.getByLabel(de('account.name')).fill('Frau Brandt')
  await teacher.getByLabel(de('account.email')).fill(`${randomUUID()}@example.org`)
  await teacher.getByLabel(de('account.password'), { exact: true }).fill(password)
  await teacher.getByRole('button', { name: de('account.signUp.title') }).click()

  await teacher.getByRole('button', { name: de('classes.new.button') }).click()
  await teacher.getByLabel(de('classes.field.name'), { exact: true }).fill('Physik 9b')
  await isGerman(teacher)
  await teacher.getByRole('button', { name: de('classes.new.create') }).click()
  await expect(teacher.getByRole('heading', { name: 'Physik 9b' })).toBeVisible()
  await isGerman(teacher)
  const spelled = teacher.getByText(/^([A-Z2-9] ){5}[A-Z2-9]$/).first()
  const joinCode = ((await spelled.textContent()) ?? '').replaceAll(' ', '')

  await newAccount(student, 'STUDENT', 'Änne Weiß')
  await student.goto(`/join/${joinCode}`)
  await isGerman(student)
  await student.getByRole('button', { name: de('study.join.act') }).click()
  await student.goto('/study')
  await isGerman(student)

  await teacher.getByRole('button', { name: de('sessions.start.now') }).click()
  await expect(teacher.getByRole('button', { name: de('sessions.end.button') })).toBeVisible()
  await teacher.getByRole('button', { name: de('sessions.code.show') }).click()
  const shown = teacher.getByText(/^([0-9] ){5}[0-9]$/)
  await expect(shown).toBeAttached()
  await isGerman(teacher)

  const wrong = student.getByRole('dialog')
  await student.getByRole('button', { name: de('clocking.byCode.expected') }).click()
  await wrong.getByLabel(de('clocking.code.label.session')).fill('12')
  await wrong.getByRole('button', { name: de('clocking.direction.in') }).click()
  await expect(wrong.getByText('Ein Code hat 6 Ziffern.')).toBeVisible()
  await wrong.getByLabel(de('clocking.code.label.session')).fill((await shown.textContent()) ?? '')
  await wrong.getByRole('button', { name: de('clocking.direction.in') }).click()
  await expect(student.getByText(de('clocking.result.clocked_in'), { exact: true })).toBeVisible()
  await isGerman(student)

  await teacher.getByRole('button', { name: de('sessions.end.button') }).click()
  await isGerman(teacher)
  await teacher
    .getByRole('alertdialog')
    .getByRole('button', { name: de('sessions.end.button') })
    .click()
  await expect(teacher.getByRole('table')).toContainText('Änne Weiß')
  // 24 hours, as German is written.
  await expect(teacher.getByRole('table').locator('time').first()).toHaveText(/^\d{2}:\d{2}$/)
  await isGerman(teacher)
  await student.goto('/study/record')
  await expect(student.getByText('Physik 9b').first()).toBeVisible()
  await isGerman(student)
})

test('the page to join is Spanish to whoever reads Spanish, before and after signing in', async ({
  person,
}) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Maya')
  await teacher.goto('/teach')
  await teacher.getByRole('button', { name: 'New class' }).click()
  await teacher.getByLabel('Name', { exact: true }).fill('Física 9b')
  await teacher.getByRole('button', { name: 'Create class' }).click()
  const spelled = teacher.getByText(/^([A-Z2-9] ){5}[A-Z2-9]$/).first()
  const joinCode = ((await spelled.textContent()) ?? '').replaceAll(' ', '')

  const student = await person({ locale: 'es-ES', timezoneId: 'Europe/Madrid', viewport: phone })
  await student.goto(`/join/${joinCode}`)
  await expect(student.locator('html')).toHaveAttribute('lang', 'es-ES')
  await expect(student.getByRole('link', { name: es('study.welcome.signUp') })).toBeVisible()
  expect(await leftInEnglish(student, 'es')).toEqual([])
  await expectAccessible(student)
  await newAccount(student, 'STUDENT', 'Íñigo')
  await student.goto(`/join/${joinCode}`)
  await expect(student.getByText('Física 9b').first()).toBeVisible()
  await student.getByRole('button', { name: es('study.join.act') }).click()
  await expect(student.getByRole('link', { name: es('study.joined.setUp') })).toBeVisible()
  expect(await leftInEnglish(student, 'es')).toEqual([])
  await expectAccessible(student)
})

test('a time in another zone than the reader’s says its zone, on the first rendering already', async ({
  person,
}) => {
  const teacher = await person({ locale: 'en-US', timezoneId: 'America/New_York' })
  await newAccount(teacher, 'TEACHER', 'Maya')
  await teacher.goto('/teach')
  await teacher.getByRole('button', { name: 'New class' }).click()
  await teacher.getByLabel('Name', { exact: true }).fill('Physics 9b')
  const zone = teacher.getByRole('combobox', { name: 'Time zone' })
  await zone.fill('europe berlin')
  await zone.press('Enter')
  await teacher.getByRole('button', { name: 'Create class' }).click()
  await teacher.getByRole('button', { name: 'Start session' }).click()
  await expect(teacher.getByRole('button', { name: 'End session' })).toBeVisible()
  const html = await (await teacher.request.get(teacher.url())).text()
  expect(html).toMatch(/\d{1,2}:\d{2}\s(AM|PM)\sGMT\+[12]/)
})
