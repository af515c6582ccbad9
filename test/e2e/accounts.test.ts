import { spawnSync } from 'node:child_process'
import { newAccount, password, signIn } from '@test/support/api-person'
import { expect, expectAccessible, phone, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { ownServer } from '@test/support/e2e-servers'
import { lookInBothSchemes } from '@test/support/look-everywhere'

const homes = { TEACHER: '/teach', STUDENT: '/study' } as const

const pages = [
  { path: '/teach', role: 'TEACHER' },
  { path: '/study', role: 'STUDENT' },
  { path: '/study/classes', role: 'STUDENT' },
  { path: '/study/record', role: 'STUDENT' },
  { path: '/study/face', role: 'STUDENT' },
  { path: '/admin', role: 'ADMIN' },
] as const

test('the pages of a role are closed to everybody else', async ({ person }) => {
  const nobody = await person()
  for (const { path } of pages) {
    await nobody.goto(path)
    await expect(nobody, path).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`)
  }
  for (const role of ['TEACHER', 'STUDENT'] as const) {
    const page = await person()
    await newAccount(page, role, 'Robin Vale')
    for (const { path, role: wanted } of pages) {
      await page.goto(path)
      await expect(page, `${path} as ${role}`).toHaveURL(wanted === role ? path : homes[role])
    }
  }
})

test('after signing in one is where one wanted to go; a wrong password says so', async ({ person }) => {
  const page = await person()
  const { email } = await newAccount(page, 'STUDENT', 'Robin Vale')
  await page.context().clearCookies()
  await page.goto('/study/record')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Email or password is not right.')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/study/record')
})

test('a new password ends the sign-in of every other device at once', async ({ person }) => {
  const here = await person()
  const { email } = await newAccount(here, 'TEACHER', 'Robin Vale')
  const elsewhere = await person()
  await signIn(elsewhere.request, email)
  await elsewhere.goto('/teach')
  await expect(elsewhere).toHaveURL('/teach')

  await here.goto('/account')
  await here.getByLabel('Current password', { exact: true }).fill(password)
  await here.getByLabel('New password', { exact: true }).fill('copper window melon')
  await here.getByRole('button', { name: 'Change password' }).click()
  await expect(here.getByText(/password (is|has been|was) changed/i).first()).toBeVisible()
  await here.goto('/teach')
  await expect(here).toHaveURL('/teach')

  await elsewhere.goto('/teach')
  await expect(elsewhere).toHaveURL('/sign-in?next=%2Fteach')
})

test('a disabled account is out at once', async ({ person }) => {
  const page = await person()
  const { email } = await newAccount(page, 'TEACHER', 'Robin Vale')
  await page.goto('/teach')
  await expect(page).toHaveURL('/teach')
  await runSql('UPDATE "User" SET "disabledAt" = now() WHERE email = $1', [email])
  await page.goto('/teach')
  await expect(page).toHaveURL('/sign-in?next=%2Fteach')
})

test('a person with two roles switches between them', async ({ person }) => {
  const page = await person()
  await newAccount(page, 'TEACHER', 'Robin Vale')
  await page.goto('/account')
  await page.getByRole('button', { name: /also study/i }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /also study/i })
    .click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await page.goto('/teach')
  await page.getByRole('button', { name: /Teaching/ }).click()
  await page.getByRole('menuitemradio', { name: 'Studying' }).click()
  await expect(page).toHaveURL('/study')
})

test('the first pages are accessible and fit a phone, light and dark', async ({ person }) => {
  const page = await person({ viewport: phone })
  for (const path of ['/', '/sign-in', '/sign-up', '/no-such-page']) {
    await page.goto(path)
    await lookInBothSchemes(page)
  }
})

test('the command line makes the first administrator', async ({ person }) => {
  const page = await person()
  const { email } = await newAccount(page, 'TEACHER', 'Robin Vale')
  const env = { ...process.env, DATA_DIR: ownServer().dataDir }
  const run = (name: string) =>
    spawnSync('npm', ['run', '-s', 'admin', '--', 'roles', name, '+ADMIN'], { env, encoding: 'utf8' })
  expect(run('nobody@example.org')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no account with the email'),
  })
  expect(run(email)).toMatchObject({ status: 0, stdout: `${email} is now: ADMIN, TEACHER.\n` })
  await page.goto('/admin')
  await expect(page).toHaveURL('/admin')
  const { recogniser } = await (await page.request.get('/api/health')).json()
  await expect(page.getByText(recogniser).first()).toBeVisible()
  await expectAccessible(page)
})
