import type { APIRequestContext } from '@playwright/test'
import { call, newAccount, password } from '@test/support/api-person'
import { expect, expectAccessible, phone, test } from '@test/support/browser'

/** Without the browser's cookies. */
const askAsProgram = (request: APIRequestContext, token: string | null) =>
  request.get('/api/v1/classes', { headers: { authorization: `Bearer ${token}` } })

test('a token is made on the account page, seen once, used by a program, and revoked', async ({
  person,
  request,
}) => {
  const page = await person()
  await newAccount(page, 'TEACHER', 'Robin Vale')
  await page.goto('/account')
  const card = page.locator('#tokens')
  await expect(card.getByText('No tokens.')).toBeVisible()

  await card.getByRole('button', { name: 'New token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make token' }).click()
  await expect(dialog.getByText('Give it a name.')).toBeVisible()
  await expect(dialog.getByText('Choose at least one thing that it may do.')).toBeVisible()
  await expectAccessible(page)

  await dialog.getByRole('textbox', { name: 'Name' }).fill('Timetable import')
  await dialog.getByLabel('Works for').selectOption('7 days')
  await dialog.getByLabel('See my classes, who belongs to them, and invitations').check()
  await dialog.getByLabel('Plan, start, change and end sessions').check()
  await dialog.getByLabel('Current password').fill('somebody else’s')
  await dialog.getByRole('button', { name: 'Make token' }).click()
  await expect(dialog.getByText('The current password is not right.')).toBeVisible()
  await dialog.getByLabel('Current password').fill(password)
  await dialog.getByRole('button', { name: 'Make token' }).click()
  const secret = await page.getByText(/^cf_pat_[\w-]{43}$/).textContent()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Done' }).click()

  await expect(card.getByText('Timetable import')).toBeVisible()
  await card.getByText('2 permissions').click()
  await expect(card.getByText('Plan, start, change and end sessions')).toBeVisible()
  await expect(card.getByText('Not used yet')).toBeVisible()
  await page.reload()
  await expect(card.getByText('Timetable import')).toBeVisible()
  expect(await page.content()).not.toContain(secret)
  await expectAccessible(page)

  const asked = await askAsProgram(request, secret)
  expect([asked.status(), await asked.json()]).toEqual([200, []])
  await page.reload()
  await expect(card.getByText(/^Last used /)).toBeVisible()

  await card.getByRole('button', { name: 'Revoke Timetable import' }).click()
  await page.getByRole('button', { name: 'Revoke token' }).click()
  await expect(card.getByText('No tokens.')).toBeVisible()
  const refused = await askAsProgram(request, secret)
  expect([refused.status(), (await refused.json()).code]).toEqual([401, 'tokens.invalid'])
  expect(refused.headers()).toMatchObject({
    'content-type': 'application/problem+json',
    'www-authenticate': 'Bearer realm="clockface", error="invalid_token"',
  })
})

test('a program that signed in stands on the account page and is ended there; one whose token came twice says so', async ({
  person,
}) => {
  const page = await person({ viewport: phone })
  const { email } = await newAccount(page, 'STUDENT', 'Robin Vale')
  const signedIn = (program: string) =>
    call<{ refreshToken: string }>(page.request, 'tokens.signIn', { email, password, program })
  await signedIn('Gradebook')
  const { refreshToken } = await signedIn('Timetable')
  await call(page.request, 'tokens.refresh', { refreshToken })
  const again = await page.request.post('/api/trpc/tokens.refresh', { data: { json: { refreshToken } } })
  expect(again.status()).toBe(401)

  await page.goto('/account')
  const card = page.locator('#tokens')
  await expect(card.getByText('Sign-in ended: “Timetable”')).toBeVisible()
  await expectAccessible(page)
  await card.getByRole('button', { name: 'End the sign-in of “Gradebook”' }).click()
  await page.getByRole('button', { name: 'End sign-in' }).click()
  await expect(card.getByText('Gradebook', { exact: true })).toBeHidden()
})
