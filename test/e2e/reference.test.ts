import type { Page } from '@playwright/test'
import { newAccount, password } from '@test/support/api-person'
import { brokenRules } from '@test/support/axe'
import { desktop, expect, expectAccessible, phone, test } from '@test/support/browser'
import { expectFits, lookInBothSchemes } from '@test/support/look-everywhere'
import { portraitPicture } from '@test/support/portrait-files'

const address = '/api/docs'

/** Opens every so manieth operation: they are all made from one template, and axe takes a second for each dozen. */
async function openEvery(page: Page, step: number) {
  await page.evaluate((step) => {
    document.querySelectorAll('details').forEach((details, at) => {
      details.open = at % step === 0
    })
  }, step)
}

for (const { size, viewport } of [
  { size: 'phone', viewport: phone },
  { size: 'desktop', viewport: desktop },
])
  test(`the reference is accessible and fits a ${size}, light and dark`, async ({ person }) => {
    const page = await person({ viewport })
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1, name: 'Interface for programs' })).toBeVisible()
    await openEvery(page, 1)
    await expectFits(page)
    await openEvery(page, 8)
    for (const name of ['Clock in or out by face', 'Make a class']) {
      const own = operation(page, name)
      await own.evaluate((details) => details.setAttribute('open', ''))
      await own.getByRole('button', { name: 'Try it' }).click()
    }
    await expect(page.getByRole('button', { name: 'Send' })).toHaveCount(2)
    await lookInBothSchemes(page)
    const values = ['heading-order', 'region', 'landmark-unique', 'page-has-heading-one', 'label-title-only']
    expect(await brokenRules(page, { type: 'rule', values })).toEqual([])
  })

const operation = (page: Page, summary: string) =>
  page.locator('details').filter({ has: page.getByRole('heading', { name: summary, exact: true }) })

/** Opens an operation, and the form that sends it. */
async function opened(page: Page, summary: string, tryIt = 'Try it') {
  const own = operation(page, summary)
  await own.locator('summary').click()
  await own.getByRole('button', { name: tryIt }).click()
  return own
}

async function accessToken(page: Page, email: string): Promise<string> {
  const response = await page.request.post('/api/v1/auth/token', { data: { email, password } })
  return (await response.json()).accessToken
}

test('calls are tried with a token that stays on the page alone', async ({ person }) => {
  const page = await person()
  const { email } = await newAccount(page, 'TEACHER', 'Robin Vale')
  const token = await accessToken(page, email)
  await page.goto(address)

  const me = await opened(page, 'Who the token stands for')
  await me.getByRole('button', { name: 'Send' }).click()
  await expect(me.getByRole('status')).toHaveText('Status 401')
  await expect(me.getByText('www-authenticate: Bearer realm="clockface"')).toBeVisible()
  await me.getByRole('textbox', { name: 'Token' }).fill(token)
  await me.getByRole('button', { name: 'Send' }).click()
  await expect(me.getByRole('status')).toHaveText('Status 200')
  await expect(me.getByText(`"email": "${email}"`)).toBeVisible()
  await expectAccessible(page)

  const making = await opened(page, 'Make a class')
  await expect(making.getByRole('textbox', { name: 'Token' })).toHaveValue(token)
  await expect(making.getByRole('textbox', { name: 'Body (JSON)' })).toHaveValue(/"Physics 9b"/)
  await making.getByRole('button', { name: 'Send' }).click()
  await expect(making.getByRole('status')).toHaveText('Status 200')
  const classId = /"id": "(.+?)"/.exec((await making.textContent()) ?? '')?.[1] ?? ''

  const reading = await opened(page, 'One class that one leads')
  await reading.getByRole('textbox', { name: 'classId' }).fill(classId)
  await reading.getByRole('button', { name: 'Send' }).click()
  await expect(reading.getByText(/"joinCode": "/)).toBeVisible()

  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).not.toContain(token)
  await page.reload()
  const again = await opened(page, 'Who the token stands for')
  await expect(again.getByRole('textbox', { name: 'Token' })).toHaveValue('')
})

test('a picture is sent from a form, on a phone', async ({ person }) => {
  const page = await person({ viewport: phone })
  const { email } = await newAccount(page, 'STUDENT', 'Robin Vale')
  await page.goto(address)
  const agreeing = await opened(page, 'Agree to the notice that the person was shown')
  await agreeing.getByRole('textbox', { name: 'Token' }).fill(await accessToken(page, email))
  await agreeing.getByRole('button', { name: 'Send' }).click()
  await expect(agreeing.getByRole('status')).toHaveText('Status 204')
  await expect(agreeing.getByText('No body.')).toBeVisible()

  const adding = await opened(page, 'Add a photo, or replace one')
  await adding.getByLabel('photo').setInputFiles(await portraitPicture('anna'))
  await adding.getByRole('button', { name: 'Send' }).click()
  await expect(adding.getByRole('status')).toHaveText('Status 200')
  await expect(adding.getByText(/"photoId": "/)).toBeVisible()
})

test('it speaks the reader’s language, and the account page leads to it', async ({ person }) => {
  const page = await person({ locale: 'de-DE' })
  await newAccount(page, 'TEACHER', 'Robin Vale')
  await page.goto('/account')
  await page.getByRole('link', { name: 'Was Programme tun können' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Schnittstelle für Programme' })).toBeVisible()
  const list = await opened(page, 'The classes that one leads, all or by name', 'Ausprobieren')
  await expect(list.getByText('Für Personen mit der Rolle Lehrkraft.')).toBeVisible()
  await expect(list.getByRole('button', { name: 'Senden' })).toBeVisible()
  await expect(list.getByRole('heading', { level: 3 })).toHaveAttribute('lang', 'en')
})
