import { desktop, expect, phone, test } from '@test/support/browser'
import { lookEverywhere } from '@test/support/look-everywhere'
import { paidWork } from '@test/support/paid-work'

test('rules of pay are changed rule by rule, with an example, and read by whoever works by them', async ({
  person,
}) => {
  const employer = await person({ viewport: desktop })
  const employee = await person({ viewport: phone })
  const { workplaceId } = await paidWork(employer, employee)

  await employer.goto(`/employ/workplaces/${workplaceId}?tab=settings`)
  await employer.getByRole('link', { name: 'Rules, sources and an example' }).click()
  await expect(employer.getByText('Hours beyond 8 hours on a day are paid × 1.5.').first()).toBeVisible()
  await expect(employer.getByText('€235.00')).toBeVisible()
  await lookEverywhere(employer)

  await employer.getByRole('link', { name: 'Change the rules' }).click()
  await employer.getByLabel('Start from').selectOption('california')
  await expect(employer.getByRole('link', { name: 'Labor Code 512' })).toBeVisible()
  await expect(employer.getByText('Reporting time pay')).toBeVisible()
  const ofDay = employer.getByRole('region', { name: 'Hours of a day' })
  await ofDay.getByRole('textbox', { name: 'Factor' }).first().fill('0.5')
  await employer.getByRole('button', { name: 'Add a premium' }).click()
  await employer.getByRole('button', { name: 'Save rules' }).click()
  await expect(ofDay.getByText('Write a factor from 1 to 10, such as 1.5.')).toBeVisible()
  await expect(employer.getByText('First correct what is marked in the rules.')).toBeVisible()
  await lookEverywhere(employer)

  await ofDay.getByRole('textbox', { name: 'Factor' }).first().fill('1,25')
  const premium = employer.getByRole('group', { name: 'Premium 1' })
  await premium.getByLabel('Name').fill('Night')
  await premium.getByLabel('Per cent').fill('25')
  await expect(premium.getByLabel('Counts when the rate for overtime is worked out')).toBeChecked()
  await premium.getByRole('textbox', { name: 'From (optional)' }).fill('18:00')
  await premium.getByRole('textbox', { name: 'To (optional)' }).fill('06:00')
  await expect(employer.getByText('Premium: Night')).toBeVisible()
  await expect(employer.getByText('Overtime × 1.25')).toBeVisible()
  await employer.getByLabel('These rules hold from').fill('2026-02-01')
  await employer.getByRole('button', { name: 'Save rules' }).click()
  await expect(employer.getByText('Say why.')).toBeVisible()
  await employer.getByLabel('Reason').fill('A new collective agreement')
  await employer.getByRole('button', { name: 'Save rules' }).click()
  await employer.waitForURL('**/rules')
  await expect(employer.getByText('Reason: A new collective agreement')).toBeVisible()
  await expect(employer.getByText('Adjusted').first()).toBeVisible()

  await employee.goto('/work/pay')
  await employee.getByRole('link', { name: 'Rules of your pay' }).click()
  await expect(
    employee.getByText('“Night”: 25% of the rate on top, from 18:00 to 06:00.').first(),
  ).toBeVisible()
  await expect(employee.getByText('Reason: A new collective agreement')).toBeVisible()
  await lookEverywhere(employee)
})

test('an extra is added on a timesheet, read with its reason, and taken back', async ({ person }) => {
  const employer = await person({ viewport: desktop })
  const employee = await person({ viewport: phone })
  const { workplaceId, employmentId, day } = await paidWork(employer, employee)

  await employer.goto(`/employ/workplaces/${workplaceId}/pay/${day}/${employmentId}`)
  await employer.getByRole('button', { name: 'Add an extra' }).click()
  const dialog = employer.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add an extra' }).click()
  await expect(dialog.getByText('Say why.')).toBeVisible()
  await lookEverywhere(employer)
  await dialog.getByLabel('Day').fill(day)
  await dialog.getByLabel('Reason').fill('No relief at noon')
  await dialog.getByRole('button', { name: 'Add an extra' }).click()
  await expect(employer.getByText('No relief at noon (Ida Owner)')).toBeVisible()
  await employer.getByRole('button', { name: 'Add an extra' }).click()
  await dialog.getByLabel('What for').selectOption('Something else')
  await dialog.getByLabel('Its name').fill('Boots')
  await dialog.getByLabel('How much').selectOption('an amount')
  await dialog.getByLabel('Amount, in EUR').fill('12,50')
  await dialog.getByLabel('Reason').fill('New ones')
  await dialog.getByRole('button', { name: 'Add an extra' }).click()
  await expect(employer.getByText('€237.50')).toBeVisible()
  await lookEverywhere(employer)

  await employee.goto(`/work/pay/${employmentId}/${day}`)
  await expect(employee.getByText('No relief at noon (Ida Owner)')).toBeVisible()
  await expect(employee.getByText('€20.00', { exact: true }).last()).toBeVisible()
  await lookEverywhere(employee)

  await employer.getByRole('button', { name: 'Remove: Boots' }).click()
  const asked = employer.getByRole('alertdialog')
  await asked.getByLabel('Reason').fill('Paid in cash')
  await asked.getByRole('button', { name: 'Take it back' }).click()
  await expect(employer.getByText('New ones (Ida Owner)')).toHaveCount(0)
  await expect(employer.getByText('€225.00')).toBeVisible()
})
