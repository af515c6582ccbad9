import type { Page } from '@playwright/test'
import { newAccount } from '@test/support/api-person'
import { desktop, expect, phone, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { employAll, setRole, workedFromTo } from '@test/support/e2e-work'
import { expectUncut, lookEverywhere } from '@test/support/look-everywhere'
import { paidWork } from '@test/support/paid-work'
import { readXlsx } from 'hucre/xlsx'

/** A file that a link of the page gives, by its own address. */
async function fileOf(page: Page, link: string) {
  const href = (await page.getByRole('link', { name: link }).getAttribute('href')) ?? ''
  const response = await page.request.get(href)
  expect(response.status()).toBe(200)
  return response.body()
}

/** The names that a CSV file has, in its order. */
async function namesInCsv(page: Page): Promise<string[]> {
  const [head = '', ...rows] = (await fileOf(page, 'What is shown, as CSV'))
    .toString('utf8')
    .trim()
    .split('\r\n')
  const at = head.replace('\ufeff', '').split(',').indexOf('Name')
  return rows.map((row) => row.split(',')[at] ?? '')
}

const namesSeen = (page: Page) => page.locator('tbody tr td:first-child a').allTextContents()

test('a list is narrowed down, its address keeps that, and its files have just what is seen', async ({
  person,
}) => {
  const employer = await person({ viewport: desktop })
  const employee = await person({ viewport: phone })
  const { workplaceId, employmentId, day } = await paidWork(employer, employee)
  const zoe = await newAccount(await person(), 'STUDENT', 'Zoë Waiter')
  await setRole([zoe.email], 'EMPLOYEE')
  await runSql('UPDATE "Member" SET number = 7 WHERE "placeId" = $1', [workplaceId])
  await employAll(workplaceId, [zoe.email])
  await workedFromTo(workplaceId, zoe.email, `${day}T08:00:00Z`, `${day}T12:00:00Z`)
  const here = `/employ/workplaces/${workplaceId}`

  await employee.goto(`/work/pay/${employmentId}/${day}`)
  const draft = await fileOf(employee, 'Draft statement (PDF)')
  expect(draft.subarray(0, 5).toString()).toBe('%PDF-')
  await lookEverywhere(employee)
  await employer.goto(`${here}/pay/${day}/${employmentId}`)
  await expect(employer.getByRole('link', { name: 'Draft statement (PDF)' })).toBeVisible()

  await employer.goto(`${here}/pay?day=${day}`)
  await expect(employer.getByRole('row')).toHaveCount(3)
  await employer.getByRole('searchbox', { name: 'Find somebody' }).fill('zoe')
  await expect(employer).toHaveURL(/search=zoe/)
  await expect(employer.getByRole('row')).toHaveCount(2)
  await employer.reload()
  await expect(employer.getByRole('searchbox', { name: 'Find somebody' })).toHaveValue('zoe')
  await expect(employer.getByRole('row')).toHaveCount(2)
  expect(await namesInCsv(employer)).toEqual(await namesSeen(employer))
  await employer.getByRole('searchbox', { name: 'Find somebody' }).fill('')
  await expect(employer.getByRole('row')).toHaveCount(3)
  await employer.getByRole('combobox', { name: 'Order' }).selectOption('Highest pay')
  await expect(employer).toHaveURL(/sort=GROSS/)
  await lookEverywhere(employer)
  await employer.setViewportSize(phone)
  await expectUncut(employer)
  await employer.setViewportSize(desktop)
  const { sheets } = await readXlsx(await fileOf(employer, 'What is shown, as XLSX'), { maxRows: 100 })
  expect(sheets[0]?.rows.map(([name]) => name)).toEqual(['Name', ...(await namesSeen(employer))])

  await employer.getByRole('button', { name: /^Approve the hours of Kim Cook/ }).click()
  await expect(employer.getByRole('row', { name: /Kim Cook/ })).toContainText('Approved')
  await employer.getByRole('button', { name: 'Pay', exact: true }).click()
  const dialog = employer.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /Reference/ }).fill('Wages R-7')
  await dialog.getByRole('button', { name: /^Mark 1 person as paid/ }).click()
  await expect(employer.getByRole('row', { name: /Kim Cook/ })).toContainText('Paid')

  await employer.getByRole('link', { name: 'All payments' }).click()
  await expect(employer.getByRole('heading', { level: 1, name: 'Payments' })).toBeVisible()
  await expect(employer.getByRole('row', { name: /Kim Cook/ })).toContainText('Wages R-7')
  await employer.getByRole('searchbox', { name: 'Person or reference' }).fill('r-7')
  await expect(employer).toHaveURL(/search=r-7/)
  await expect(employer.getByText('1 payment')).toBeVisible()
  await lookEverywhere(employer)
  expect(await namesInCsv(employer)).toEqual(['Kim Cook'])
  await employer.getByRole('link', { name: 'Kim Cook' }).click()
  await expect(employer.getByRole('heading', { level: 1, name: 'Kim Cook' })).toBeVisible()
  await employer.goBack()
  await expect(employer.getByRole('searchbox', { name: 'Person or reference' })).toHaveValue('r-7')
  await employer.getByRole('searchbox', { name: 'Person or reference' }).fill('nothing like it')
  await expect(employer.getByText('Nothing fits this.')).toBeVisible()

  await employer.goto(`${here}/now`)
  await employer.getByRole('searchbox', { name: 'Find somebody' }).fill('kim')
  await expect(employer).toHaveURL(/search=kim/)
  await expect(employer.getByRole('link', { name: 'Zoë Waiter' })).toBeHidden()
  expect(await namesInCsv(employer)).toEqual(['Kim Cook'])
  await lookEverywhere(employer)
  await employer.getByRole('link', { name: 'All entries' }).click()
  await expect(employer.getByRole('row')).toHaveCount(3)
  await employer.getByRole('searchbox', { name: 'Find somebody' }).fill('kim')
  await expect(employer.getByRole('row')).toHaveCount(2)
  await employer.getByRole('textbox', { name: 'From' }).fill(day)
  await expect(employer).toHaveURL(new RegExp(`from=${day}`))
  expect(await namesInCsv(employer)).toEqual(await namesSeen(employer))
  await lookEverywhere(employer)

  await employer.goto(`${here}?tab=team`)
  await employer.getByRole('searchbox', { name: 'Find somebody' }).fill('wait')
  await expect(employer).toHaveURL(/search=wait/)
  await expect(employer.getByRole('link', { name: 'Kim Cook' })).toBeHidden()
  await employer.reload()
  await expect(employer.getByRole('searchbox', { name: 'Find somebody' })).toHaveValue('wait')
  expect(await namesInCsv(employer)).toEqual(['Zoë Waiter'])
  await lookEverywhere(employer)
})
