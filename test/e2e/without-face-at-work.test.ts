import type { Page } from '@playwright/test'
import { ask, call, enrolAnna } from '@test/support/api-person'
import { expect, phone, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { lookEverywhere } from '@test/support/look-everywhere'
import { paidWork } from '@test/support/paid-work'

const kioskSize = { width: 1024, height: 768 }

async function type(door: Page, digits: string) {
  for (const digit of digits) await door.getByRole('button', { name: digit, exact: true }).click()
  await door.getByRole('button', { name: 'Go on' }).click()
}

/** A kiosk at the door, a PIN for it, and a rule that deducts half an hour after six hours. */
async function kiosk(door: Page, owner: Page, { workplaceId, employmentId }: Record<string, string>) {
  const rules = JSON.stringify({ breaks: [{ afterMinutes: 360, minutes: 30 }] })
  await runSql('UPDATE "RuleSet" SET rules = $2 WHERE "workplaceId" = $1', [workplaceId, rules])
  await call(owner.request, 'employments.setPin', { employmentId, pin: '4711' })
  const name = 'Back door'
  const { link } = await call<{ link: string }>(owner.request, 'kiosks.add', { placeId: workplaceId, name })
  await door.goto(`/kiosk/set-up/${link}`)
  await door.getByRole('button', { name: 'Set up this device' }).click()
  await door.waitForURL(/\/kiosk$/)
}

/** As if they had come seven hours ago. */
const cameEarlier = (employmentId: string) =>
  runSql(
    `UPDATE "TimeEntry" SET "startedAt" = now() - interval '7 hours' WHERE "employmentId" = $1 AND "endedAt" IS NULL`,
    [employmentId],
  )

const entriesOf = (employmentId: string) =>
  runSql(
    `SELECT "inMethod" AS in, "outMethod" AS out, "workedThrough" AS through FROM "TimeEntry"
     WHERE "employmentId" = $1 AND "startedAt" > now() - interval '2 days' ORDER BY "startedAt"`,
    [employmentId],
  )

test('without a face nobody is worse off: in by code, out by PIN, and no break is deducted from who worked through', async ({
  person,
}) => {
  const owner = await person()
  const worker = await person({ viewport: phone })
  const door = await person({ viewport: kioskSize })
  const { workplaceId, employmentId } = await paidWork(owner, worker)
  await kiosk(door, owner, { workplaceId, employmentId })
  await enrolAnna(worker)

  await worker.goto('/work/face')
  await worker.getByRole('button', { name: 'I take part without my face' }).click()
  await worker.getByRole('alertdialog').getByRole('button', { name: 'Take part without my face' }).click()
  await expect(worker.getByText('You take part without your face')).toBeVisible()
  await lookEverywhere(worker)
  await worker.goto('/work')
  await expect(worker.getByRole('button', { name: 'Clock in', exact: true })).toHaveCount(0)
  await lookEverywhere(worker)
  await worker.setViewportSize(phone)
  await worker.getByRole('button', { name: 'Clock in with the code' }).click()
  const { work } = await ask<{ work: { code: string } }>(door.request, 'kiosks.state')
  await worker.getByLabel('Code of the workplace').fill(work.code)
  await worker.getByRole('dialog').getByRole('button', { name: 'Clock in' }).click()
  await expect(worker.getByText('Clocked in', { exact: true })).toBeVisible()
  await cameEarlier(employmentId)

  await door.getByRole('button', { name: 'Number and PIN' }).click()
  await type(door, '1')
  await type(door, '4711')
  await expect(door.getByText('You are clocked in.')).toBeVisible()
  await door.getByRole('button', { name: 'Clock out: I worked through' }).click()
  await expect(door.getByText('Goodbye, Kim')).toBeVisible()
  expect(await entriesOf(employmentId)).toEqual([{ in: 'CODE', out: 'PIN', through: true }])
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date())
  await owner.goto(`/employ/workplaces/${workplaceId}/pay/${today}/${employmentId}`)
  await expect(owner.getByText(/^Regular hours$/).first()).toBeVisible()
  await expect(owner.getByText('Break deducted by rule')).toHaveCount(0)
})

test('on the phone as well, whoever worked through says so as they leave', async ({ person }) => {
  const owner = await person()
  const worker = await person({ viewport: phone })
  const door = await person({ viewport: kioskSize })
  const { workplaceId, employmentId } = await paidWork(owner, worker)
  await kiosk(door, owner, { workplaceId, employmentId })
  const { work } = await ask<{ work: { code: string } }>(door.request, 'kiosks.state')
  const by = { workplaceId, code: work.code }
  await call(worker.request, 'clocking.workByCode', { ...by, direction: 'in' })
  await cameEarlier(employmentId)
  await worker.goto('/work')
  await worker.getByRole('checkbox', { name: /^I worked through/ }).check()
  await lookEverywhere(worker)
  await worker.setViewportSize(phone)
  await worker.getByRole('button', { name: 'Clock out with the code' }).click()
  await worker.getByLabel('Code of the workplace').fill(work.code)
  await worker.getByRole('dialog').getByRole('button', { name: 'Clock out' }).click()
  await expect(worker.getByText('Clocked out', { exact: true })).toBeVisible()
  expect(await entriesOf(employmentId)).toEqual([{ in: 'CODE', out: 'CODE', through: true }])
})
