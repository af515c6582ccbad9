import type { Page } from '@playwright/test'
import { desktop, expect, phone, test } from '@test/support/browser'
import { lookEverywhere } from '@test/support/look-everywhere'
import { paidWork } from '@test/support/paid-work'

interface Paid {
  workplaceId: string
  userId: string
  day: string
}

/** Opens an unpaid day again and takes its clocking back, which is undone: hours and methods are as they were. */
async function takeBackAndUndo(employer: Page, { workplaceId, userId, day }: Paid) {
  await employer.getByRole('button', { name: 'Unlock' }).click()
  const asked = employer.getByRole('alertdialog')
  await asked.getByLabel('Reason').fill('Was it the day before?')
  await lookEverywhere(employer)
  await asked.getByRole('button', { name: 'Unlock' }).click()
  await expect(employer.getByText('The hours are unlocked.')).toBeVisible()
  await expect(employer.getByRole('button', { name: 'Unlock' })).toHaveCount(0)

  await employer.goto(`/employ/workplaces/${workplaceId}/now/${userId}?day=${day}`)
  const change = employer.getByRole('button', { name: 'Change this entry' })
  await change.click()
  const form = employer.getByRole('dialog')
  await form.getByLabel('Reason').fill('It was the day before')
  await form.getByRole('button', { name: 'It never was' }).click()
  await expect(employer.getByText('Changed. The person will see it.')).toBeVisible()
  await expect(change).toHaveCount(0)
  await employer.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(employer.getByText('The change is undone.')).toBeVisible()
  await expect(change).toBeVisible()
  await expect(employer.getByText('by face').first()).toBeVisible()
}

test('hours are signed off, approved and paid, and every sum opens down to its punches', async ({
  person,
}) => {
  const employer = await person({ viewport: desktop })
  const employee = await person({ viewport: phone })
  const { workplaceId, employmentId, userId, day } = await paidWork(employer, employee)

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
  await expect(employee.getByText(/^Counts from .+ to .+\.$/)).toBeVisible()
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
  await employer.getByRole('link', { name: 'Timesheet of Kim Cook' }).click()
  await takeBackAndUndo(employer, { workplaceId, userId, day })
  await employer.goto(`/employ/workplaces/${workplaceId}/pay?day=${day}`)
  await expect(row).toContainText('9:30')
  await employer.getByRole('button', { name: /^Approve the hours of Kim Cook/ }).click()
  await expect(row).toContainText('Approved')
  await employer.getByRole('button', { name: 'Pay', exact: true }).click()
  const dialog = employer.getByRole('dialog')
  await expect(dialog.getByText('Kim Cook')).toBeVisible()
  await lookEverywhere(employer)
  await dialog.getByRole('textbox', { name: /Reference/ }).fill('Last month')
  await dialog.getByRole('button', { name: /^Mark 1 person as paid: €205.00/ }).click()
  await expect(row).toContainText('Paid')
  await employer.getByRole('link', { name: 'Timesheet of Kim Cook' }).click()
  await expect(employer.getByRole('heading', { name: 'Signatures' })).toBeVisible()
  await lookEverywhere(employer)

  await employee.reload()
  await employee.getByRole('link', { name: 'See the payment' }).click()
  await expect(employee.getByText('Last month')).toBeVisible()
  await expect(employee.getByText('Deductions and net pay are not in it.')).toBeVisible()
  await expect(employee.getByText(/^Worked .+ to .+/).first()).toBeVisible()
  const hours = employee.getByRole('link', { name: 'See where these hours come from' })
  await expect(hours).toHaveAttribute('href', new RegExp(`^/work/pay/${employmentId}/`))
  await lookEverywhere(employee)
})
