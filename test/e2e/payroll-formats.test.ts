import { call } from '@test/support/api-person'
import { desktop, expect, test } from '@test/support/browser'
import { download } from '@test/support/download'
import { lookEverywhere } from '@test/support/look-everywhere'
import { paidWork } from '@test/support/paid-work'

test('a format of one’s own: columns and wage types change what the preview shows, and an export is written so', async ({
  person,
}) => {
  const employer = await person({ viewport: desktop })
  const employee = await person()
  const { workplaceId, employmentId, day } = await paidWork(employer, employee)
  const hours = { workplaceId, employmentId, day, minutes: 570 }
  await call(employer.request, 'payPeriods.approve', hours)

  await employer.goto(`/employ/workplaces/${workplaceId}/pay?day=${day}`)
  await employer.getByRole('link', { name: 'Formats and numbers' }).click()
  await employer.getByRole('button', { name: 'Start from Plain table' }).click()
  const preview = employer.getByRole('region', { name: 'Preview' })
  await expect(employer.getByRole('link', { name: 'Kim Cook has no number for payroll.' })).toBeVisible()
  await employer.getByLabel('Kim Cook').fill('17')
  await employer.getByLabel('Kim Cook').blur()
  await expect(preview.getByRole('row')).toHaveText([
    /^numbername/,
    /^17Kim Cook.*8\.0*/,
    /^17Kim Cook.*1\.5/,
  ])

  await employer.getByLabel('Name', { exact: true }).fill('')
  await expect(employer.getByText('Give the format a name.')).toBeVisible()
  await expect(employer.getByRole('button', { name: 'Save the format' })).toBeDisabled()
  await employer.getByLabel('Name', { exact: true }).fill('Our payroll')
  await employer.getByLabel('Separator').selectOption(';')
  await employer.getByLabel('Decimal mark').selectOption(',')
  for (let column = 11; column > 3; column -= 1)
    await employer.getByRole('button', { name: `Remove column ${column}`, exact: true }).click()
  await employer.getByLabel('Column 3', { exact: true }).selectOption('Wage type')
  await employer.getByLabel('Heading 3').fill('type')
  await employer.getByRole('button', { name: 'Add a column' }).click()
  await employer.getByLabel('Heading 4').fill('hours')
  await employer.getByRole('button', { name: 'Move column 2 up' }).click()
  await expect(employer.getByRole('link', { name: 'Regular hours has no wage type.' })).toBeVisible()
  await lookEverywhere(employer)

  for (const [kind, number] of [
    ['Regular hours', '100'],
    ['Overtime', '210'],
  ] as const) {
    await employer.getByRole('button', { name: 'Add a wage type' }).click()
    await employer.getByLabel('Kind of pay').last().selectOption(kind)
    await employer.getByRole('textbox', { name: 'Wage type' }).last().fill(number)
  }
  await expect(preview.getByRole('row')).toHaveText([
    'namenumbertypehours',
    /^Kim Cook171008/,
    /^Kim Cook172101,5/,
  ])
  await employer.getByRole('button', { name: 'Save the format' }).click()
  await expect(employer.getByText('Your formats are up to date.')).toBeVisible()
  await employer.getByRole('button', { name: 'Our payroll', exact: true }).click()
  await expect(employer.getByLabel('Heading 3')).toHaveValue('type')

  await employer.getByRole('link', { name: 'Hours and pay' }).first().click()
  const payroll = employer.getByRole('region', { name: 'Payroll' })
  await payroll.getByRole('combobox', { name: 'Format' }).selectOption('Our payroll')
  await payroll.getByRole('button', { name: 'Make an export' }).click()
  const csv = await download(payroll.getByRole('link', { name: 'CSV of export 1' }))
  const [head, ...rows] = csv.toString().replace('\ufeff', '').trim().split(/\r?\n/)
  expect(head).toBe('name;number;type;hours')
  expect(rows).toEqual([
    expect.stringMatching(/^Kim Cook;17;100;8/),
    expect.stringMatching(/^Kim Cook;17;210;1,5/),
  ])
})
