import type { Page } from '@playwright/test'
import { ask, call, enrolAnna } from '@test/support/api-person'
import { desktop, expect, expectAccessible, phone, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { employAll, newWorker, newWorkplace, workedFromTo } from '@test/support/e2e-work'

const atKiosk = { width: 1024, height: 768 }

async function cafe(owner: Page, worker: Page) {
  const account = await newWorker(owner, 'EMPLOYER', 'Mara Roth')
  const anna = await newWorker(worker, 'EMPLOYEE', 'Anna Berg')
  const workplaceId = await newWorkplace(account)
  await employAll(workplaceId, [anna.email])
  const [job] = await runSql<{ id: string }>(
    'SELECT e.id FROM "Employment" e JOIN "User" u ON u.id = e."userId" WHERE u.email = $1',
    [anna.email],
  )
  return { workplaceId, email: anna.email, employmentId: job?.id ?? '' }
}

test('by face: in, a break, out, a correction, and the owner’s board follows', async ({ person }) => {
  const owner = await person({ viewport: desktop })
  const worker = await person({ camera: [{ who: 'anna' }], viewport: phone, colorScheme: 'dark' })
  const { workplaceId } = await cafe(owner, worker)
  await enrolAnna(worker)

  await owner.goto(`/employ/workplaces/${workplaceId}/now`)
  await expect(owner.getByRole('button', { name: 'Not in today: 1' })).toBeVisible()
  await expectAccessible(owner)

  await worker.goto('/work')
  await expect(worker.getByText('Not clocked in')).toBeVisible()
  await expectAccessible(worker)
  await worker.getByRole('button', { name: 'Clock in', exact: true }).click()
  await expect(worker.getByText('Clocked in', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expectAccessible(worker)
  await worker.getByRole('button', { name: 'Done' }).click()
  await expect(worker.getByText('In since')).toBeVisible()
  await expect(owner.getByRole('button', { name: 'In: 1' })).toBeVisible()

  await worker.getByRole('button', { name: 'Start a break' }).click()
  await expect(worker.getByText('On a break since').first()).toBeVisible()
  await expectAccessible(worker)
  await expect(owner.getByRole('button', { name: 'On a break: 1' })).toBeVisible()
  await worker.getByRole('button', { name: 'End the break' }).click()
  await expect(worker.getByText('In since')).toBeVisible()
  await worker.getByRole('button', { name: 'Clock out', exact: true }).click()
  await expect(worker.getByText('Clocked out', { exact: true })).toBeVisible({ timeout: 30_000 })
  await worker.getByRole('button', { name: 'Done' }).click()
  // Less than a minute of work is none yet.
  await expect(worker.getByText(/^(You have clocked out|Not clocked in)$/)).toBeVisible()
  await owner.getByRole('button', { name: 'Gone: 1' }).click()
  await expect(owner).toHaveURL(/show=GONE/)
  await expectAccessible(owner)

  await worker.goto('/work/hours')
  await expectAccessible(worker)
  await worker.getByRole('button', { name: 'Time is missing' }).click()
  await worker.getByLabel('Start', { exact: true }).fill('2026-03-02T08:00')
  await worker.getByLabel('End', { exact: true }).fill('2026-03-02T12:30')
  await worker.getByLabel('Reason').fill('The kiosk was off')
  await expectAccessible(worker)
  await worker.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(worker.getByText('Waiting', { exact: true })).toBeVisible()
  await expect(owner.getByText('The kiosk was off')).toBeVisible()
  await expectAccessible(owner)
  await owner.getByLabel('A word on it').fill('Right')
  await owner.getByRole('button', { name: 'Grant' }).click()
  await expect(owner.getByText('Nothing waits.')).toBeVisible()
  await expect(worker.getByText('Granted', { exact: true })).toBeVisible()
  await worker.goto('/work/hours?day=2026-03-04')
  await expect(worker.getByText('4:30').first()).toBeVisible()
  await worker.getByRole('button', { name: 'How it came about' }).click()
  await expect(worker.getByText('Reason: Right')).toBeVisible()
  await expectAccessible(worker)
})

async function type(page: Page, digits: string) {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
}

test('at the kiosk of a workplace: by number and PIN, a scan taken back, and by face', async ({ person }) => {
  const owner = await person()
  const worker = await person()
  const door = await person({ camera: [{ who: 'anna' }], viewport: atKiosk })
  const { workplaceId, employmentId } = await cafe(owner, worker)
  await enrolAnna(worker)
  await call(owner.request, 'employments.setPin', { employmentId, pin: '4711' })
  const { link } = await call<{ link: string }>(owner.request, 'kiosks.add', {
    placeId: workplaceId,
    name: 'Back door',
  })
  await door.goto(`/kiosk/set-up/${link}`)
  await door.getByRole('button', { name: 'Set up this device' }).click()
  await expect(door.getByText('Corner Café')).toBeVisible()
  await expectAccessible(door)
  const { work } = await ask<{ work: { code: string } }>(door.request, 'kiosks.state')
  await expect(door.getByText(work.code)).toBeVisible()

  await door.getByRole('button', { name: 'Number and PIN' }).click()
  await type(door, '1')
  await expectAccessible(door)
  await type(door, '4711')
  await expect(door.getByText('Hello, Anna')).toBeVisible()
  await expect(door.getByText('0:00 hours today')).toBeVisible()
  await expectAccessible(door)
  await door.getByRole('button', { name: 'Take the clock-in back' }).click()
  await expect(door.getByText('Taken back, Anna')).toBeVisible()
  await door.getByRole('button', { name: 'Done' }).click()

  await type(door, '1')
  await expect(door.getByText('Hello, Anna')).toBeVisible({ timeout: 30_000 })
  await door.getByRole('button', { name: 'Done' }).click()
  const entries = await runSql<{ in: string; gone: boolean }>(
    `SELECT "inMethod" AS in, "removedAt" IS NOT NULL AS gone FROM "TimeEntry" WHERE "workplaceId" = $1 ORDER BY "startedAt"`,
    [workplaceId],
  )
  expect(entries).toEqual([
    { in: 'PIN', gone: true },
    { in: 'FACE', gone: false },
  ])

  await door.getByRole('button', { name: 'Number and PIN' }).click()
  await type(door, '1')
  await type(door, '0000')
  await expect(door.getByText('Number and PIN do not go together.')).toBeVisible()
  await expectAccessible(door)
})

test('the night of the clock change has its hours on the right days', async ({ person }) => {
  const owner = await person()
  const worker = await person({ viewport: phone, timezoneId: 'Europe/Berlin' })
  const { workplaceId, email } = await cafe(owner, worker)
  // From 22:00 to 6:00 by the clock on the wall, with the hour that came twice.
  await workedFromTo(workplaceId, email, '2026-10-24T20:00:00Z', '2026-10-25T05:00:00Z')
  await worker.goto('/work/hours?day=2026-10-25')
  const day = (name: RegExp) => worker.getByRole('listitem').filter({ has: worker.getByText(name) })
  await expect(day(/^Sat, 24 Oct 2026$/).first()).toContainText('2:00')
  await expect(day(/^Sun, 25 Oct 2026$/).first()).toContainText('7:00')
  await expect(worker.getByText('22:00', { exact: true })).toBeVisible()
  await expect(worker.getByText('Hours of the week').locator('..')).toContainText('9:00')
  await expectAccessible(worker)
})
