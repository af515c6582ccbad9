import type { Page } from '@playwright/test'
import { desktop, expect, expectAccessible, phone, test } from '@test/support/browser'
import { paidWork } from '@test/support/paid-work'

/** As it is on a phone and on a desk, in light and dark. */
async function lookEverywhere(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of [phone, desktop]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(viewport)
      await expectAccessible(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide, 'wider than the screen').toBeLessThanOrEqual(0)
    }
}

test('hours are signed off, approved and paid, and every sum opens down to its punches', async ({
  person,
}) => {
  test.setTimeout(180_000)
  const employer = await person({ viewport: desktop })
  const employee = await person({ viewport: phone })
  const { workplaceId, employmentId, day } = await paidWork(employer, employee)

  await employer.goto('/employ')
  await employer.getByRole('link', { name: '1 person has not signed' }).click()
  await employer.waitForURL('**/pay?day=*')
  await employee.goto('/work')
  await expect(employee.getByRole('link', { name: 'Your hours are not signed' })).toBeVisible()
  await lookEverywhere(employee)
  await employee.goto('/work/pay')
  await expect(employee.getByRole('heading', { name: 'Corner Café' })).toBeVisible()
  await lookEverywhere(employee)
  await employee.goto(`/work/pay/${employmentId}/${day}`)
  await expect(employee.getByText('€205.00').first()).toBeVisible()
  await employee.getByText('Overtime').last().click()
  await expect(employee.getByText('by face').first()).toBeVisible()
  await lookEverywhere(employee)
  await employee.getByRole('button', { name: 'Sign off' }).click()
  await expect(employee.getByText('Sign for 9:30 hours?')).toBeVisible()
  await employee.getByRole('alertdialog').getByRole('button', { name: 'Sign off' }).click()
  await expect(employee.getByText('Signed', { exact: true })).toBeVisible()

  await employer.goto(`/employ/workplaces/${workplaceId}/pay?day=${day}`)
  const row = employer.getByRole('row', { name: /Kim Cook/ })
  await expect(row).toContainText('9:30')
  await expect(row).toContainText('€205.00')
  await lookEverywhere(employer)
  await employer.getByRole('button', { name: /^Approve the hours of Kim Cook/ }).click()
  await expect(row).toContainText('Approved')
  await employer.getByRole('button', { name: 'Pay', exact: true }).click()
  const dialog = employer.getByRole('dialog')
  await expect(dialog.getByText('Kim Cook')).toBeVisible()
  await lookEverywhere(employer)
  await dialog.getByRole('textbox', { name: /Reference/ }).fill('Last month')
  await dialog.getByRole('button', { name: /^Mark 1 person as paid: €205.00/ }).click()
  await expect(row).toContainText('Paid')
  await employer.getByRole('link', { name: 'Kim Cook' }).click()
  await expect(employer.getByRole('heading', { name: 'Signatures' })).toBeVisible()
  await lookEverywhere(employer)

  await employee.reload()
  await employee.getByRole('link', { name: 'See the payment' }).click()
  await expect(employee.getByText('Last month')).toBeVisible()
  await expect(employee.getByText('Deductions and net pay are not in it.')).toBeVisible()
  await lookEverywhere(employee)
})
