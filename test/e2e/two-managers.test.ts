import type { Page } from '@playwright/test'
import { atOnce } from '@test/support/at-once'
import { desktop, expect, expectAccessible, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { newWorker } from '@test/support/e2e-work'
import { paidWork } from '@test/support/paid-work'

/** Somebody who approves and pays there beside the owner. */
async function secondManager(page: Page, workplaceId: string) {
  const { email } = await newWorker(page, 'EMPLOYER', 'Otto Deputy')
  await runSql(
    `INSERT INTO "Leader" ("placeId", "userId", role, "mayApprove", "seesWages", "mayPay", since)
     SELECT $1, id, 'ASSISTANT', true, true, true, now() FROM "User" WHERE email = $2`,
    [workplaceId, email],
  )
}

test('two managers approve and pay the same hours at the same moment: once, and both see how it stands', async ({
  person,
}) => {
  const owner = await person({ viewport: desktop })
  const other = await person({ viewport: desktop, colorScheme: 'dark' })
  const employee = await person()
  const { workplaceId, employmentId, day } = await paidWork(owner, employee)
  await secondManager(other, workplaceId)
  const both = [owner, other]
  const each = (act: (page: Page) => Promise<unknown>) => Promise.all(both.map(act))
  const row = (page: Page) => page.getByRole('row', { name: /Kim Cook/ })
  /** On how many of the two pages it is said. */
  const saying = async (words: string | RegExp) => {
    const seen = await Promise.all(both.map((page) => page.getByText(words).count()))
    return seen.filter((count) => count > 0).length
  }

  await each((page) => page.goto(`/employ/workplaces/${workplaceId}/pay?day=${day}`))
  await atOnce(both, 'payPeriods.approve')
  await each((page) => page.getByRole('button', { name: /^Approve the hours of Kim Cook/ }).click())
  await expect.poll(() => saying('The hours of Kim Cook are approved.')).toBe(1)
  await expect.poll(() => saying('These hours are approved already.')).toBe(1)
  await each((page) => expect(row(page)).toContainText('Approved'))
  await each((page) => expect(page.getByRole('button', { name: /^Approve the hours/ })).toHaveCount(0))
  await expectAccessible(other)

  await each((page) => page.getByRole('button', { name: 'Pay', exact: true }).click())
  await atOnce(both, 'payments.pay')
  await each((page) => page.getByRole('button', { name: /^Mark 1 person as paid: €205.00/ }).click())
  await expect.poll(() => saying('1 person is marked as paid.')).toBe(1)
  await expect.poll(() => saying('Kim Cook is paid for this period already.')).toBe(1)
  await expectAccessible(other)
  await each((page) => page.keyboard.press('Escape'))
  await each((page) => expect(row(page)).toContainText('Paid'))

  await owner.goto(`/employ/workplaces/${workplaceId}/pay/${day}/${employmentId}`)
  await expect(owner.getByText('approved the hours')).toHaveCount(1)
  const kept = await runSql(
    `SELECT count(*)::int AS payments, sum("grossMinor")::int AS minor FROM "Payment" WHERE "employmentId" = $1`,
    [employmentId],
  )
  expect(kept).toEqual([{ payments: 1, minor: 205_00 }])
})
