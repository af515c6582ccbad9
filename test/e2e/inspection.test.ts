import { desktop, expect, phone, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { lookEverywhere } from '@test/support/look-everywhere'
import { paidWork } from '@test/support/paid-work'
import { strFromU8, unzipSync } from 'fflate'

/** The same person worked a day of January 2020, which no law keeps any more. */
const workedLongAgo = (employmentId: string) =>
  runSql(
    `WITH older AS (UPDATE "Employment" SET "startedOn" = '2020-01-01' WHERE id = $1 RETURNING *)
     INSERT INTO "TimeEntry" (id, "employmentId", "userId", "workplaceId", "startedAt", "endedAt", "inMethod",
       "outMethod", "createdAt")
     SELECT gen_random_uuid(), id, "userId", "workplaceId", '2020-01-10T08:00Z', '2020-01-10T16:00Z', 'PIN', 'PIN',
       now() FROM older`,
    [employmentId],
  )

test('an owner lets an inspector read for some days, and takes that back', async ({ person }) => {
  const employer = await person({ viewport: desktop })
  const employee = await person({ viewport: phone })
  const { workplaceId, employmentId, day } = await paidWork(employer, employee)
  await workedLongAgo(employmentId)
  const month = day.slice(0, 7)
  const monthText = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const called = monthText.format(new Date(day))

  const settings = `/employ/workplaces/${workplaceId}?tab=settings`
  await employer.goto(settings)
  await employer.getByRole('button', { name: 'Give an inspector access' }).click()
  const dialog = employer.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Who inspects' }).fill('Labour inspectorate')
  await dialog.getByRole('combobox', { name: 'First month' }).selectOption({ label: called })
  await dialog.getByRole('checkbox', { name: 'Show rates and payments too' }).check()
  await lookEverywhere(employer)
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  await expect(dialog.getByText('The inspector’s link')).toBeVisible()
  const address = (await dialog.getByText(/\/inspect\//).textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(employer.getByText(/not used yet/)).toBeVisible()
  await lookEverywhere(employer)

  const inspector = await person({ viewport: desktop })
  await inspector.goto(new URL(address).pathname)
  await inspector.getByRole('combobox', { name: 'Month' }).selectOption({ label: called })
  const row = inspector.getByRole('row', { name: /Kim Cook/ })
  await expect(row).toContainText('9:30')
  await lookEverywhere(inspector)
  const everybody = await inspector.request.get(
    (await inspector.getByRole('link', { name: 'This month as CSV' }).getAttribute('href')) ?? '',
  )
  expect(await everybody.text()).toContain('Kim Cook')
  await row.getByRole('link', { name: 'Kim Cook' }).click()
  await expect(inspector.getByRole('heading', { level: 1, name: 'Kim Cook' })).toBeVisible()
  await expect(inspector.getByText('€20.00 an hour')).toBeVisible()
  await lookEverywhere(inspector)
  const pdf = await inspector.request.get(
    (await inspector.getByRole('link', { name: 'Record as PDF' }).getAttribute('href')) ?? '',
  )
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  const others = `/api/records/${employmentId}/${month}`
  expect((await inspector.request.get(others)).status()).toBe(401)

  await employer.reload()
  await expect(employer.getByText(/last used/)).toBeVisible()
  await employer.getByRole('button', { name: 'End the access of Labour inspectorate' }).click()
  await expect(employer.getByText(/last used/)).toBeHidden()
  await inspector.reload()
  await expect(inspector.getByText('This link no longer works')).toBeVisible()
  await lookEverywhere(inspector)

  await expect(
    employer.getByText(/1 entry of 1 person and 0 payments need not be kept any longer/),
  ).toBeVisible()
  await employer.getByRole('button', { name: 'Erase old records' }).click()
  await lookEverywhere(employer)
  await employer.getByRole('button', { name: 'Erase records' }).click()
  await expect(employer.getByText('Erased: 1 entry, 0 payments')).toBeVisible()
  await expect(employer.getByRole('button', { name: 'Erase old records' })).toBeHidden()
  await employer.goto(`/employ/employments/${employmentId}`)
  await expect(employer.getByRole('link', { name: 'Download PDF' })).toBeVisible()
  await lookEverywhere(employer)
})

test('who works there takes the record of a month and everything held about them', async ({ person }) => {
  const employer = await person()
  const employee = await person({ viewport: phone })
  const { employmentId, day } = await paidWork(employer, employee)
  await employee.goto('/work/hours')
  const record = employee.getByRole('link', { name: 'Download PDF' })
  await employee.getByRole('combobox', { name: 'Month at Corner Café' }).selectOption(day.slice(0, 7))
  await expect(record).toHaveAttribute('href', `/api/records/${employmentId}/${day.slice(0, 7)}`)
  await lookEverywhere(employee)
  await employee.goto('/work')
  await expect(employee.getByRole('link', { name: 'Download everything' })).toBeVisible()
  await lookEverywhere(employee)
  await employee.goto('/account')
  await lookEverywhere(employee)
  const address = await employee.getByRole('link', { name: 'Download everything' }).getAttribute('href')
  const archive = await employee.request.get(address ?? '')
  expect(archive.headers()['content-type']).toBe('application/zip')
  const files = unzipSync(new Uint8Array(await archive.body()))
  expect(Object.keys(files)).toContain('work/1 Corner Café/entries.json')
  expect(strFromU8(files['account.json'] ?? new Uint8Array())).toContain('Kim Cook')
  const nobody = await person()
  expect((await nobody.request.get('/api/account/data')).status()).toBe(401)
})
