import type { Page } from '@playwright/test'
import { ask, call, newAccount } from '@test/support/api-person'
import { desktop, expect, expectAccessible, phone, test } from '@test/support/browser'
import { download } from '@test/support/download'
import { lastMonth } from '@test/support/paid-work'
import { portraitPicture } from '@test/support/portrait-files'
import { readStatement, sumsIn } from '@test/support/statement-read'
import { untilSeen } from '@test/support/until-seen'

const timezoneId = 'America/Los_Angeles'
const day = lastMonth(timezoneId)
const firstDay = `${day.slice(0, 7)}-01`

/** From nothing to a team that is asked: what is usual in the country, other rules of pay, people, a kiosk's link. */
async function firstHour(employer: Page, email: string) {
  await newAccount(employer, 'EMPLOYER', 'Ms Okafor')
  await employer.goto('/employ')
  await employer.getByRole('button', { name: 'New workplace' }).click()
  await employer.getByLabel('Name').fill('Harbour Diner')
  await employer.getByLabel('Country').selectOption('US')
  await expect(employer.getByLabel('Currency')).toHaveValue('USD')
  await employer.getByLabel('People are paid').selectOption('MONTHLY')
  await employer.getByLabel('Rules of pay to start from').selectOption('california')
  await employer.getByRole('button', { name: 'Create workplace' }).click()
  await employer.getByRole('link', { name: 'Add your team' }).click()
  await employer.getByRole('button', { name: 'Add a list' }).click()
  await employer.getByLabel('People').fill(`Anna Berg, ${email}, Cook, 7, 17.00`)
  await employer.getByLabel('First day of work').fill(firstDay)
  await employer.getByRole('button', { name: 'Check the list' }).click()
  await employer.getByRole('button', { name: 'Invite 1 person' }).click()
  await expect(employer.getByRole('heading', { name: 'Invited' })).toBeVisible()
  await employer.getByRole('tab', { name: 'Overview' }).click()
  await employer.getByRole('link', { name: 'Set up a kiosk by its link' }).click()
  const kiosks = employer.locator('section', {
    has: employer.getByRole('heading', { name: 'Kiosks at the door' }),
  })
  await kiosks.getByRole('button', { name: 'Add', exact: true }).click()
  await employer.getByLabel('Where it is').fill('Back door')
  await employer.getByRole('button', { name: 'Make the link' }).click()
  return new URL((await employer.getByText(/\/kiosk\/set-up\//).textContent()) ?? '').pathname
}

async function setUpKiosk(door: Page, link: string) {
  await door.goto(link)
  await door.getByRole('button', { name: 'Set up this device' }).click()
  await door.waitForURL(/\/kiosk$/)
  return async () => {
    const { work } = await ask<{ work: { code: string } }>(door.request, 'kiosks.state')
    await expect(door.getByText(work.code)).toBeVisible()
    return work.code
  }
}

async function acceptAndEnrol(employee: Page) {
  await employee.goto('/study')
  await employee.getByRole('button', { name: 'Accept' }).click()
  await employee.waitForURL('**/work/workplaces')
  await employee.goto('/work')
  await employee.getByRole('link', { name: 'Set up my face' }).click()
  await employee.getByRole('checkbox').check()
  await employee.getByRole('button', { name: 'Consent and add photos' }).click()
  const dialog = employee.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Use a picture file instead' }).click()
  const pictures = await Promise.all([portraitPicture('anna'), portraitPicture('annaAgain')])
  await dialog.locator('input[type=file][multiple]').first().setInputFiles(pictures)
  await dialog.getByRole('button', { name: 'Use these 2 pictures' }).click()
  await expect(employee.getByText('Ready to clock in')).toBeAttached({ timeout: 30_000 })
}

/** In by the face before the camera, a break, out by the code that the kiosk shows. */
async function aDay(employee: Page, employer: Page, code: () => Promise<string>) {
  await employee.goto('/work')
  await employee.getByRole('button', { name: 'Clock in', exact: true }).click()
  await untilSeen(employee, employee.getByText('Clocked in', { exact: true }))
  await employee.getByRole('button', { name: 'Done' }).click()
  await employer.getByRole('tab', { name: 'Overview' }).click()
  await expect(employer.getByRole('link', { name: 'In: 1' })).toBeVisible()
  await employee.getByRole('button', { name: 'Start a break' }).click()
  await expect(employer.getByRole('link', { name: 'On a break: 1' })).toBeVisible()
  await employee.getByRole('button', { name: 'End the break' }).click()
  await expect(employee.getByText('In since')).toBeVisible()
  await employee.getByRole('button', { name: 'Enter the code' }).click()
  await employee.getByLabel('Code of the workplace').fill(await code())
  await employee.getByRole('dialog').getByRole('button', { name: 'Clock out' }).click()
  await expect(employee.getByText('Clocked out', { exact: true })).toBeVisible()
  await employee.getByRole('button', { name: 'Done' }).click()
  await expect(employer.getByRole('link', { name: 'Gone: 1' })).toBeVisible()
}

interface Times {
  from: string
  to: string
  pause?: [string, string]
  reason: string
}

async function fillEntry(page: Page, { from, to, pause, reason }: Times) {
  await page.getByRole('button', { name: 'Time is missing' }).click()
  await page.getByLabel('Start', { exact: true }).fill(from)
  await page.getByLabel('End', { exact: true }).fill(to)
  if (pause) {
    await page.getByRole('button', { name: 'Add a break' }).click()
    await page.getByLabel('Break 1: start').fill(pause[0])
    await page.getByLabel('Break 1: end').fill(pause[1])
  }
  await page.getByLabel('Reason').fill(reason)
}

/** A long day that the employee asks for, and a short one that the manager enters. */
async function corrections(employee: Page, employer: Page) {
  const at = (time: string) => `${day}T${time}`
  await employee.goto('/work/hours')
  const long = { from: at('08:00'), to: at('18:30'), pause: [at('12:00'), at('12:30')] as [string, string] }
  await fillEntry(employee, { ...long, reason: 'The kiosk was off' })
  await employee.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(employee.getByText('Waiting', { exact: true })).toBeVisible()

  await employer.getByRole('link', { name: '1 correction is asked for' }).click()
  await employer.getByLabel('A word on it').fill('Right')
  await employer.getByRole('button', { name: 'Grant' }).click()
  await expect(employee.getByText('Granted', { exact: true })).toBeVisible()
  await employer.getByRole('link', { name: 'Anna Berg' }).first().click()
  await employer.getByRole('link', { name: 'Entries by week' }).click()
  await employer.waitForURL('**/now/*')
  await employer.goto(`${new URL(employer.url()).pathname}?day=${firstDay}`)
  const short = { from: `${firstDay}T09:00`, to: `${firstDay}T13:15`, reason: 'On the paper list' }
  await fillEntry(employer, short)
  await employer.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(employer.getByText('4:15').first()).toBeVisible()
  await employee.getByRole('button', { name: 'I agree' }).click()
  await expect(employee.getByText('Agreed', { exact: true })).toBeVisible()
}

async function signApproveAndPay(employee: Page, employer: Page, workplaceId: string) {
  await employee.goto('/work/pay')
  await employee.locator(`a[href$="/${firstDay}"]`).click()
  await employee.getByRole('button', { name: 'Sign off' }).click()
  await expect(employee.getByText('Sign for 14:15 hours?')).toBeVisible()
  await employee.getByRole('alertdialog').getByRole('button', { name: 'Sign off' }).click()
  await expect(employee.getByText('Signed', { exact: true })).toBeVisible()

  await employer.goto(`/employ/workplaces/${workplaceId}/pay?day=${day}`)
  const row = employer.getByRole('row', { name: /Anna Berg/ })
  await expect(row).toContainText('Signed')
  await employer.getByRole('button', { name: 'Approve the hours of Anna Berg' }).click()
  await expect(row).toContainText('Approved')
  await employer.getByRole('button', { name: 'Pay', exact: true }).click()
  await employer.getByRole('textbox', { name: /Reference/ }).fill('First pay')
  await employer.getByRole('button', { name: /^Mark 1 person as paid: US\$259.25/ }).click()
  await expect(row).toContainText('Paid')
}

/** What the page of the payment lists, and what its statement says. */
async function statement(employee: Page) {
  await employee.reload()
  await employee.getByRole('link', { name: 'See the payment' }).click()
  await expect(employee.getByText('First pay')).toBeVisible()
  await expectAccessible(employee)
  const rows = await employee.locator('tbody tr').allInnerTexts()
  const pdf = await download(employee.getByRole('link', { name: 'Statement (PDF)' }))
  return { listed: rows.map((row) => sumsIn(row).at(-1) ?? 0), ...(await readStatement(pdf)) }
}

const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

test('a working month: a new workplace, a face, a day, corrections, two signatures, pay, and a statement that adds up', async ({
  person,
}) => {
  const employer = await person({ viewport: desktop, timezoneId })
  const employee = await person({ camera: { turning: 'anna' }, viewport: phone, timezoneId })
  const door = await person({ viewport: { width: 1024, height: 768 }, timezoneId })
  const { email } = await newAccount(employee, 'STUDENT', 'Anna Berg')
  const code = await setUpKiosk(door, await firstHour(employer, email))
  await employer.getByRole('button', { name: 'Done' }).click()
  const workplaceId = new URL(employer.url()).pathname.split('/').at(-1) ?? ''
  // The rules hold since the running period began; the diner has been open longer than it has had Clockface.
  const rules = { preset: 'california', from: firstDay, reason: 'We opened last month' }
  await call(employer.request, 'workplaces.setRules', { workplaceId, ...rules })
  await acceptAndEnrol(employee)
  await aDay(employee, employer, code)
  await corrections(employee, employer)
  await signApproveAndPay(employee, employer, workplaceId)
  const { said, listed, lines, days, gross } = await statement(employee)
  for (const words of ['Harbour Diner', 'Anna Berg', 'Hours worked and paid 14:15', '(First pay)'])
    expect(said).toContain(words)
  expect(gross).toBe(259_25)
  // The hours of the long day, those of the short one, and what two hours of overtime add.
  expect([...days].sort((a, b) => a - b)).toEqual([72_25, 187_00])
  for (const amounts of [listed, lines, days]) expect(total(amounts)).toBe(gross)
})
