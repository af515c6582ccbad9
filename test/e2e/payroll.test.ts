import { desktop, expect, phone, test } from '@test/support/browser'
import { download } from '@test/support/download'
import { runSql } from '@test/support/e2e-database'
import { lookEverywhere } from '@test/support/look-everywhere'
import { paidWork } from '@test/support/paid-work'

test('payroll is told of a period, and a payment has its statement', async ({ person }) => {
  const employer = await person({ viewport: desktop })
  const employee = await person({ viewport: phone })
  const { workplaceId, employmentId, day } = await paidWork(employer, employee)
  await employer.goto(`/employ/workplaces/${workplaceId}/pay?day=${day}`)
  await employer.getByRole('button', { name: /^Approve the hours of Kim Cook/ }).click()
  await expect(employer.getByRole('row', { name: /Kim Cook/ })).toContainText('Approved')

  const payroll = employer.getByRole('region', { name: 'Payroll' })
  await payroll.getByRole('combobox', { name: 'Format' }).selectOption('Gusto')
  await expect(payroll.getByText('not yet tried in that program')).toBeVisible()
  await payroll.getByRole('button', { name: 'Make an export' }).click()
  await expect(payroll.getByRole('link', { name: 'Kim Cook has no number for payroll.' })).toBeVisible()
  await lookEverywhere(employer)

  await runSql(`UPDATE "Employment" SET "externalNumber" = '17' WHERE id = $1`, [employmentId])
  await payroll.getByRole('combobox', { name: 'Format' }).selectOption('Plain table')
  await payroll.getByRole('button', { name: 'Make an export' }).click()
  await expect(payroll.getByText('First export: Plain table')).toBeVisible()
  const csv = await download(payroll.getByRole('link', { name: 'CSV of export 1' }))
  expect(csv.toString()).toContain('17,Kim Cook,')
  const xlsx = await download(payroll.getByRole('link', { name: 'XLSX of export 1' }))
  expect(xlsx.subarray(0, 2).toString()).toBe('PK')
  await lookEverywhere(employer)

  await employer.getByRole('button', { name: 'Pay', exact: true }).click()
  await employer.getByRole('button', { name: /^Mark 1 person as paid/ }).click()
  await expect(employer.getByRole('row', { name: /Kim Cook/ })).toContainText('Paid')
  await employee.goto('/work/pay')
  const pdf = await download(employee.getByRole('link', { name: /^PDF: statement of/ }))
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF')
  await lookEverywhere(employee)
})
