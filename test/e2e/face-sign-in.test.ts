import { call, enrolAnna, newAccount } from '@test/support/api-person'
import { expect, expectAccessible, phone, test } from '@test/support/browser'
import { forgetFaces } from '@test/support/e2e-database'
import { tellsLife } from '@test/support/recogniser-here'
import { untilSeen } from '@test/support/until-seen'

test.beforeEach(forgetFaces)

test('signing in by face: switched on, offered in this browser and no other, and gone with the browser’s memory', async ({
  person,
}) => {
  const anna = await person({ camera: { turning: 'anna' }, viewport: phone })
  test.skip(!tellsLife(), 'a living face cannot be told from a picture here')
  const { email } = await newAccount(anna, 'STUDENT', 'Anna Berg')
  await enrolAnna(anna)
  await anna.goto('/account')
  await expect(anna.getByText('This one')).toBeVisible()
  await anna.getByRole('checkbox', { name: /My face may sign me in/ }).check()
  await expect(anna.getByText('You can sign in with your face here.')).toBeVisible()
  await expectAccessible(anna)

  await anna.getByRole('button', { name: 'Sign out', exact: true }).click()
  await anna.waitForURL((url) => url.pathname === '/')
  await anna.goto('/sign-in')
  const withFace = anna.getByRole('button', { name: 'Sign in with my face' })
  await anna.getByLabel('Email').fill('somebody@example.org')
  await anna.waitForTimeout(1500)
  await expect(withFace).toBeHidden()
  await anna.getByLabel('Email').fill(email)
  await expect(withFace).toBeVisible()
  await expectAccessible(anna)
  await withFace.click()
  await untilSeen(anna, anna.getByRole('heading', { name: 'Today' }))
  await expect(anna).toHaveURL(/\/study/)

  const elsewhere = await person()
  await elsewhere.goto('/sign-in')
  const answered = elsewhere.waitForResponse((response) => response.url().includes('faceSignIn.offered'))
  await elsewhere.getByLabel('Email').fill(email)
  expect(await (await answered).json()).toMatchObject([{ result: { data: { json: { offered: false } } } }])
  await expect(elsewhere.getByRole('button', { name: 'Sign in with my face' })).toBeHidden()

  await call(anna.request, 'account.revokeAllDevices')
  await anna.goto('/account')
  await expect(anna.getByText('None. The next sign-in with your password adds one.')).toBeVisible()
  await anna.getByRole('button', { name: 'Sign out', exact: true }).click()
  await anna.waitForURL((url) => url.pathname === '/')
  await anna.goto('/sign-in')
  await anna.getByLabel('Email').fill(email)
  await anna.waitForTimeout(1500)
  await expect(withFace).toBeHidden()
})
