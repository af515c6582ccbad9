import { call } from '@test/support/api-person'
import { desktop, expect, phone, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { newWorkplace } from '@test/support/e2e-work'
import { lookEverywhere } from '@test/support/look-everywhere'
import { paidWork } from '@test/support/paid-work'

/** Clocked in an hour ago, or as the month began; still there. */
const isIn = (employmentId: string) =>
  runSql(
    `INSERT INTO "TimeEntry" (id, "employmentId", "userId", "workplaceId", "startedAt", "inMethod", "createdAt")
     SELECT gen_random_uuid(), id, "userId", "workplaceId", greatest(now() - interval '1 hour',
       date_trunc('month', now() AT TIME ZONE 'Europe/Berlin') AT TIME ZONE 'Europe/Berlin'), 'PIN', now()
     FROM "Employment" WHERE id = $1`,
    [employmentId],
  )

test('an employer sees two workplaces side by side, who is in, what waits and what is due, as it happens', async ({
  person,
}) => {
  const employer = await person({ viewport: desktop })
  const employee = await person({ viewport: phone })
  const { workplaceId, employmentId, day } = await paidWork(employer, employee)
  const [owner] = await runSql<{ email: string; name: string }>(
    `SELECT u.email, u.name FROM "User" u JOIN "Leader" l ON l."userId" = u.id WHERE l."placeId" = $1`,
    [workplaceId],
  )
  if (!owner) throw new Error('nobody owns the workplace')
  await newWorkplace(owner, 'Bakery')
  await isIn(employmentId)

  await employer.goto('/employ')
  const place = (name: string) =>
    employer.getByRole('listitem').filter({ has: employer.getByRole('heading', { name, level: 2 }) })
  const [cafe, bakery] = [place('Corner Café'), place('Bakery')]
  await expect(cafe.getByRole('link', { name: 'In: 1' })).toBeVisible()
  await expect(bakery.getByRole('link', { name: 'In: 0' })).toBeVisible()
  await expect(bakery.getByText('Nothing waits for a decision.')).toBeVisible()
  await expect(cafe.getByText('Cost today')).toBeVisible()
  await expect(cafe.getByRole('link', { name: /^Hours of 1 person to approve/ })).toBeVisible()
  await lookEverywhere(employer)

  await call(employee.request, 'timeEntries.startBreak', { workplaceId })
  await expect(cafe.getByRole('link', { name: 'On a break: 1' })).toBeVisible()
  const wanted = { startedAt: `${day}T18:00:00Z`, endedAt: `${day}T19:00:00Z`, breaks: [], kindId: null }
  await call(employee.request, 'timeEntries.ask', { workplaceId, wanted, reason: 'I swept the yard' })
  await expect(cafe.getByRole('link', { name: '1 correction is asked for' })).toBeVisible()
  await call(employer.request, 'payPeriods.approve', { workplaceId, employmentId, day, minutes: 570 })
  await expect(cafe.getByRole('link', { name: /^Pay of 1 person is due: .*€205.00$/ })).toBeVisible()
  await lookEverywhere(employer)
  await cafe.getByRole('link', { name: '1 correction is asked for' }).click()
  await expect(employer.getByText('I swept the yard')).toBeVisible()
  await employer.goBack()
  await cafe.getByRole('link', { name: 'On a break: 1' }).click()
  await expect(employer).toHaveURL(/show=ON_BREAK/)
  await expect(employer.getByRole('link', { name: 'Kim Cook' })).toBeVisible()
})
