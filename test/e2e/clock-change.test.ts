import { desktop, expect, expectAccessible, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { employAll, newWorker, newWorkplace, workedFromTo } from '@test/support/e2e-work'

/** From 22:00 to 6:00 by the clock on the wall of Berlin, and whose hour was left out or came twice. */
const nights = [
  { month: 'March', from: '2026-03-28T21:00:00Z', to: '2026-03-29T04:00:00Z', hours: '7:00', pay: '€140.00' },
  {
    ...{ month: 'October', from: '2026-10-24T20:00:00Z', to: '2026-10-25T05:00:00Z' },
    ...{ hours: '9:00', pay: '€180.00' },
  },
]

test('the nights of the clock change are reviewed with the hours that passed, wherever the reader is', async ({
  person,
}) => {
  const owner = await person({ viewport: desktop, timezoneId: 'America/New_York' })
  const worker = await person()
  const account = await newWorker(owner, 'EMPLOYER', 'Mara Roth')
  const { email } = await newWorker(worker, 'EMPLOYEE', 'Nils Wache')
  const workplaceId = await newWorkplace(account)
  await employAll(workplaceId, [email])
  await runSql(
    `INSERT INTO "Rate" (id, "employmentId", "from", "minorPerHour", "createdById", "createdAt")
     SELECT gen_random_uuid(), id, '2026-01-01', 2000, "userId", now() FROM "Employment" WHERE "workplaceId" = $1`,
    [workplaceId],
  )
  for (const { from, to } of nights) await workedFromTo(workplaceId, email, from, to)

  for (const { month, from, to, hours, pay } of nights) {
    await owner.goto(`/employ/workplaces/${workplaceId}/pay?day=${to.slice(0, 10)}`)
    const row = owner.getByRole('row', { name: /Nils Wache/ })
    await expect(row.getByText(hours).first(), month).toBeVisible()
    await expect(row.getByText(pay), month).toBeVisible()
    await row.getByRole('link', { name: /^Timesheet of Nils Wache/ }).click()
    await owner.getByText('Regular hours').first().click()
    const lines = owner.getByRole('listitem').filter({ has: owner.getByText(/^In$/) })
    await expect(lines.filter({ hasText: '22:00' }).filter({ hasText: '06:00' }).first(), month).toBeVisible()
    const ofDay = (at: string) => lines.filter({ hasText: `${Number(at.slice(8, 10))} ${month.slice(0, 3)}` })
    await expect(ofDay(from).getByText(/^2:00 h: €40.00$/), month).toBeVisible()
    const after = hours === '7:00' ? /^5:00 h: €100.00$/ : /^7:00 h: €140.00$/
    await expect(ofDay(to).getByText(after), month).toBeVisible()
  }
  await expectAccessible(owner)
})
