import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { desktop, expect, phone, test } from '@test/support/browser'
import { lookEverywhere } from '@test/support/look-everywhere'
import { mailServer } from '@test/support/mail-server'
import { freePort } from '../../scripts/setup/ports'
import { eventually, type Started, start } from '../support/start'

let post: Awaited<ReturnType<typeof mailServer>>
let one: Started
let address = ''
const dataDir = mkdtempSync(join(tmpdir(), 'clockface-appointed-'))

// As an installation is that nobody has set anything of, but where mail goes out.
test.beforeAll(async () => {
  post = await mailServer()
  const port = await freePort()
  address = `http://localhost:${port}`
  one = start({
    ...{ DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: address, SMTP_URL: post.url },
    ...{ OPERATOR_NAME: 'Hill School', APPOINTMENT: '' },
  })
  await one.ready
})

test.afterAll(async () => {
  one.child.kill('SIGTERM')
  await one.ended
  await post.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const arrived = (email: string, subject: RegExp) =>
  eventually(`a mail to ${email}`, () =>
    post.mails.some(
      (mail) => subject.test(mail.subject ?? '') && mail.text && JSON.stringify(mail.to).includes(email),
    ),
  )

/** The path in the mail that comes to an address once `subject` is there. */
async function sent(email: string, subject: RegExp): Promise<string> {
  await arrived(email, subject)
  return post.pathTo(email)
}

async function fillAccount(page: Page, name: string, email: string, password: string) {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
}

async function firstAdministrator(page: Page) {
  await eventually('the link', () => one.printed().includes('/first-admin/'))
  await page.goto(/\/first-admin\/[\w-]{43}/.exec(one.printed())?.[0] ?? '')
  await fillAccount(page, 'Noor Haddad', 'noor@school.example', 'seven quiet lamps')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(/\/admin/)
}

test('teachers are approved and employers invited, addresses confirmed and passwords replaced, by mail', async ({
  person,
}) => {
  const admin = await person({ baseURL: address, viewport: desktop })
  await firstAdministrator(admin)

  const maya = { email: 'maya@school.example', first: 'walnut stair lantern', second: 'copper window melon' }
  const teacher = await person({ baseURL: address, viewport: phone })
  await teacher.goto('/sign-up')
  await teacher.getByRole('radio', { name: /Teacher/ }).check()
  await expect(teacher.getByText('An administrator has to say yes to that first.')).toBeVisible()
  await fillAccount(teacher, 'Maya Lind', maya.email, maya.first)
  await teacher.getByRole('button', { name: 'Create account' }).click()
  await expect(teacher.getByText('You asked to be a teacher')).toBeVisible()
  await expect(teacher.getByText('Please confirm your address')).toBeVisible()
  await lookEverywhere(teacher)

  await teacher.goto(await sent(maya.email, /confirm your address/))
  await teacher.getByRole('button', { name: 'Yes, that was me' }).click()
  await expect(teacher.getByText('Your address is confirmed.')).toBeVisible()

  await admin.goto('/admin')
  const waiting = admin.getByRole('listitem').filter({ hasText: 'Maya Lind' })
  await expect(waiting).toContainText('Wants to be a teacher')
  await expect(waiting).not.toContainText('Has not confirmed')
  await lookEverywhere(admin)
  await admin.getByRole('button', { name: 'Approve Maya Lind' }).click()
  await expect(admin.getByText('Maya Lind is a teacher now.')).toBeVisible()
  await expect(waiting).toHaveCount(0)
  await sent(maya.email, /You are a teacher/)
  await teacher.goto('/teach')
  await expect(teacher).toHaveURL(/\/teach$/)

  const elsewhere = await person({ baseURL: address, viewport: phone })
  await elsewhere.goto('/sign-in')
  await elsewhere.getByLabel('Email').fill(maya.email)
  await elsewhere.getByRole('link', { name: 'Forgotten password?' }).click()
  // Both pages have a field called so: what was typed goes along to the one that comes.
  await expect(elsewhere).toHaveURL(/forgotten-password$/)
  await expect(elsewhere.getByLabel('Email')).toHaveValue(maya.email)
  await elsewhere.getByRole('button', { name: 'Send the email' }).click()
  await expect(elsewhere.getByText('Look into your inbox')).toBeVisible()
  await elsewhere.goto(await sent(maya.email, /A new password/))
  await elsewhere.getByLabel('New password').fill(maya.second)
  await lookEverywhere(elsewhere)
  await elsewhere.getByRole('button', { name: 'Set the password' }).click()
  await expect(elsewhere.getByRole('heading', { name: 'Your new password is set' })).toBeVisible()
  await expect(elsewhere.getByRole('link', { name: 'Ask for another link' })).toHaveCount(0)
  await lookEverywhere(elsewhere)
  await elsewhere.getByRole('link', { name: 'Sign in' }).last().click()
  await elsewhere.getByLabel('Email').fill(maya.email)
  await elsewhere.getByLabel('Password', { exact: true }).fill(maya.second)
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(elsewhere).toHaveURL(/\/teach$/)
  await teacher.goto('/teach')
  await expect(teacher).toHaveURL(/\/sign-in/)

  await admin.goto('/admin/people')
  await admin.getByRole('link', { name: 'Invite somebody' }).click()
  await expect(admin.getByLabel('Their email', { exact: true })).toBeInViewport()
  await admin.getByLabel('Their email', { exact: true }).fill('ida@cafe.example')
  await admin.getByRole('combobox', { name: 'As' }).selectOption('EMPLOYER')
  await admin.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(admin.getByText('An email is on its way to ida@cafe.example.')).toBeVisible()
  const employer = await person({ baseURL: address, viewport: phone })
  await employer.goto(await sent('ida@cafe.example', /invited/))
  await expect(employer.getByText('Make your account as an employer.')).toBeVisible()
  await employer.getByLabel('Name').fill('Ida Berg')
  await employer.getByLabel('Password', { exact: true }).fill('walnut stair lantern')
  await lookEverywhere(employer)
  await employer.getByRole('button', { name: 'Create account' }).click()
  await expect(employer).toHaveURL(/\/employ$/)
  await employer.goto('/account')
  await expect(employer.getByText('Please confirm your address')).toHaveCount(0)
})

test('who is refused is told so on a page of their own, and takes another address by the link that is sent there', async ({
  person,
}) => {
  const admin = await person({ baseURL: address, viewport: desktop })
  await admin.goto('/sign-in')
  await admin.getByLabel('Email').fill('noor@school.example')
  await admin.getByLabel('Password', { exact: true }).fill('seven quiet lamps')
  await admin.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(admin).toHaveURL(/\/admin/)

  const [old, next, secret] = ['olu@school.example', 'olu.new@school.example', 'walnut stair lantern']
  const asking = await person({ baseURL: address, viewport: phone })
  await asking.goto('/sign-up')
  await asking.getByRole('radio', { name: /Teacher/ }).check()
  await fillAccount(asking, 'Olu Refused', old, secret)
  await asking.getByRole('button', { name: 'Create account' }).click()
  await expect(asking).toHaveURL(/\/waiting$/)
  await admin.goto('/admin')
  await admin.getByRole('button', { name: 'Refuse Olu Refused' }).click()
  await expect(admin.getByText('Olu Refused was refused.')).toBeVisible()
  await expect(asking.getByText('You are not a teacher here')).toBeVisible()
  await expect(asking.getByRole('heading', { level: 1, name: 'Welcome, Olu Refused' })).toBeVisible()
  await lookEverywhere(asking)

  await asking.getByRole('link', { name: 'My account' }).click()
  await asking.getByRole('button', { name: 'Change email' }).click()
  const dialog = asking.getByRole('dialog')
  await dialog.getByLabel('New email').fill('noor@school.example')
  await dialog.getByLabel('Your password').fill('not my password')
  await dialog.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('password')
  await dialog.getByLabel('Your password').fill(secret)
  await dialog.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('email')
  await lookEverywhere(asking)
  await dialog.getByLabel('New email').fill(next)
  await dialog.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(asking.getByText(`An email is on its way to ${next}.`)).toBeVisible()
  await lookEverywhere(asking)

  await asking.goto(await sent(next, /confirm your new address/))
  await lookEverywhere(asking)
  await asking.getByRole('button', { name: 'Yes, that was me' }).click()
  await expect(asking.getByText('You sign in with this address now.')).toBeVisible()
  await arrived(old, /another address/)

  const elsewhere = await person({ baseURL: address, viewport: phone })
  const signInAs = async (email: string) => {
    await elsewhere.goto('/sign-in')
    await elsewhere.getByLabel('Email').fill(email)
    await elsewhere.getByLabel('Password', { exact: true }).fill(secret)
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await signInAs(old)
  await expect(elsewhere.getByRole('alert').first()).toContainText(/password|email/i)
  await signInAs(next)
  await expect(elsewhere).toHaveURL(/\/waiting$/)
})
