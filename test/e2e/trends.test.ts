import { desktop, expect, phone, test } from '@test/support/browser'
import { lookEverywhere } from '@test/support/look-everywhere'
import { paidWork } from '@test/support/paid-work'

test('an employer sees trends with their tables, and a page of each person', async ({ person }) => {
  const employer = await person({ viewport: desktop })
  const employee = await person({ viewport: phone })
  const { workplaceId, employmentId } = await paidWork(employer, employee)

  await employer.goto(`/employ/workplaces/${workplaceId}`)
  await employer.getByRole('link', { name: 'Trends' }).click()
  const hours = employer.getByRole('region', { name: 'Hours', exact: true })
  await expect(hours.getByRole('img', { name: /^Hours: 6 bars, the highest is 9:30/ })).toBeVisible()
  await hours.getByText('The figures as a table').click()
  await expect(hours.getByRole('table', { name: 'Hours' })).toContainText('9:30')
  await lookEverywhere(employer)

  await employer.getByRole('link', { name: '3 months' }).click()
  await employer.waitForURL('**/trends?months=3*')
  await employer.getByRole('link', { name: 'Kind of work' }).click()
  await employer.waitForURL('**/trends?months=3&step=month&split=kind')
  await employer.reload()
  await expect(employer.getByRole('link', { name: 'Kind of work' })).toHaveAttribute('aria-current', 'true')
  const cost = employer.getByRole('region', { name: 'Cost' })
  await expect(cost.getByRole('img', { name: /^Cost: 3 bars, the highest is €205.00/ })).toBeVisible()
  await lookEverywhere(employer)

  await employer.goto(`/employ/workplaces/${workplaceId}/now`)
  await employer.getByRole('link', { name: 'Kim Cook' }).first().click()
  await employer.waitForURL(`**/employ/employments/${employmentId}`)
  await expect(employer.getByRole('heading', { level: 1, name: 'Kim Cook' })).toBeVisible()
  await expect(
    employer.getByRole('img', { name: /^The last weeks: 8 bars, the highest is 9:30/ }),
  ).toBeVisible()
  await expect(employer.getByRole('heading', { name: 'Latest entries' })).toBeVisible()
  await lookEverywhere(employer)
  await employer.getByRole('link', { name: 'Entries by week' }).click()
  await employer.waitForURL('**/now/*')
  await expect(employer.getByRole('heading', { level: 2, name: 'Kim Cook' })).toBeVisible()
})
