import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, phone, test } from '@test/support/browser'
import { entersDemo, offersDemo } from '@test/support/enter-demo'
import { eventually, type Started, start } from '@test/support/start'

// A server of its own, begun as anybody begins: the faces of the demo are those of other tests, too.
test.describe.configure({ mode: 'serial' })

const folders: string[] = []
const started: Started[] = []
let address = ''
let dataDir = ''

async function begin(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'clockface-demo-'))
  folders.push(folder)
  const one = start({ DATA_DIR: folder, PORT: '0', ...env })
  started.push(one)
  return { one, folder, address: await one.ready }
}

test.beforeAll(async () => {
  const demo = await begin()
  address = demo.address
  dataDir = demo.folder
})

test.afterAll(async () => {
  for (const { child } of started) child.kill('SIGTERM')
  await Promise.all(started.map(({ ended }) => ended))
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function enter(page: Page, role: string) {
  await page.goto('/')
  await page.getByRole('button', { name: role }).click()
  await expect(page.getByRole('complementary', { name: 'Demo' })).toBeVisible()
}

test('a student clocks in with a sample picture, without a camera', async ({ person }) => {
  const student = await person({ baseURL: address, viewport: phone })
  await enter(student, 'As a student')
  await student.getByRole('button', { name: 'Try with a sample picture' }).click()
  await expect(student.getByRole('img', { name: 'The picture that stands in for you' })).toBeVisible()
  await expectAccessible(student)
  await student.getByRole('button', { name: 'Clock in with this picture' }).click()
  await expect(student.getByText('Clocked in', { exact: true })).toBeVisible({ timeout: 30_000 })
})

test('a teacher by one click, who sees people come in and takes a roll call from the sample photo', async ({
  person,
}) => {
  const teacher = await person({ baseURL: address })
  await teacher.goto('/')
  await expectAccessible(teacher)
  await enter(teacher, 'As a teacher')
  await teacher
    .getByRole('link', { name: /Physics 9b/ })
    .first()
    .click()
  await teacher.waitForURL('**/teach/classes/*')
  await teacher.getByRole('link', { name: 'Go to the board' }).click()
  await expect(teacher.getByRole('heading', { name: /^Here\s*[1-9]/ })).toBeVisible({ timeout: 120_000 })
  await teacher.getByRole('link', { name: 'Roll call' }).click()
  await teacher.getByRole('button', { name: 'Try with a sample photo' }).click()
  await teacher.getByRole('button', { name: 'Read this photo' }).click()
  await expect(teacher.getByRole('heading', { name: /^Unknown/ })).toBeVisible({ timeout: 120_000 })
  const accept = teacher.getByRole('group', { name: 'Grace Nakamura', exact: true })
  await expect(accept).toBeVisible()
  if (!(await accept.getByRole('checkbox').count()))
    await accept.getByRole('button', { name: 'Grace Nakamura', exact: true }).click()
  await teacher.getByRole('button', { name: /^Mark \d+ present/ }).click()
  const tile = teacher.getByRole('listitem').filter({ hasText: 'Grace Nakamura' })
  await expect(tile).toContainText('group photo')
})

test('an employer by one click, whose café has a clock-out forgotten, a dispute, and hours to approve', async ({
  person,
}) => {
  const employer = await person({ baseURL: address })
  await enter(employer, 'As an employer')
  await expect(employer.getByRole('link', { name: 'Harbour Café' })).toBeVisible()
  await expect(employer.getByRole('link', { name: '1 forgotten clock-out' })).toBeVisible()
  await expect(employer.getByRole('link', { name: '1 change is disputed' })).toBeVisible()
  await expectAccessible(employer)
  await employer.getByRole('link', { name: /^Hours of \d+ people to approve/ }).click()
  await expect(employer.getByRole('button', { name: /^Approve the hours of/ }).first()).toBeVisible()

  // Of the period that is not over, it asks first, and nothing is approved where one thinks better of it.
  await employer.goto(new URL(employer.url()).pathname)
  await employer
    .locator('button:enabled', { hasText: /^Approve$/ })
    .first()
    .click()
  const question = employer.getByRole('alertdialog', { name: 'Approve before the period is over?' })
  await expectAccessible(employer)
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toHaveCount(0)
  await expect(employer.getByRole('row').getByText('Approved', { exact: true })).toHaveCount(0)
})

test('an employee by one click, who sees today, what it comes to, and the hours to sign', async ({
  person,
}) => {
  const employee = await person({ baseURL: address, viewport: phone })
  await enter(employee, 'As an employee')
  await expect(employee.getByRole('heading', { name: 'Harbour Café' }).first()).toBeVisible()
  await expect(employee.getByRole('heading', { name: 'What you have earned' })).toBeVisible()
  await expectAccessible(employee)
  await employee.goto('/work/pay')
  await employee.locator('a[href^="/work/pay/"]').first().click()
  await expect(employee.getByRole('heading', { name: 'What it is made of' })).toBeVisible()
})

test('how well it works has curves, which say that they are a demo’s', async ({ person }) => {
  const admin = await person({ baseURL: address })
  await enter(admin, 'As an administrator')
  await admin.goto('/admin/recognition')
  await expect(admin.getByText('These are a demo’s figures')).toBeVisible()
  await expect(admin.getByText('Too few people yet')).toHaveCount(0)
})

test('nobody enters from elsewhere, whatever they say of where they are', async () => {
  const { host } = new URL(address)
  expect(await entersDemo(address)).toBe(true)
  expect(await entersDemo(address, { csrf: false })).toBe(false)
  const refused: Record<string, string>[] = [
    { host: 'attacker.example' },
    { host: '192.168.0.7:3000' },
    { host, 'x-forwarded-for': '127.0.0.1' },
    { host, 'x-forwarded-host': host },
    { host, 'x-forwarded-proto': 'https' },
    { host, forwarded: 'for=127.0.0.1;host=localhost' },
    { host, via: '1.1 proxy' },
    { host, 'x-real-ip': '127.0.0.1' },
  ]
  for (const headers of refused) {
    expect(await entersDemo(address, { headers }), JSON.stringify(headers)).toBe(false)
    expect(await offersDemo(address, headers), JSON.stringify(headers)).toBe(false)
  }
  const forged = { host, 'x-forwarded-for': '127.0.0.1', 'x-clockface-forwarded': '' }
  expect(await entersDemo(address, { headers: forged })).toBe(false)
  expect(await offersDemo(address)).toBe(true)
})

test('the command takes it all away, and tells the way to the first administrator', async ({ person }) => {
  const student = await person({ baseURL: address })
  await enter(student, 'As a student')
  const run = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/demo.ts', 'remove'],
    { env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir }, encoding: 'utf8', timeout: 120_000 },
  )
  expect(run.stdout + run.stderr).toContain('The demo is gone: 28 accounts')
  const path = /\/first-admin\/[\w-]{43}/.exec(run.stdout)?.[0]
  expect(path).toBeTruthy()
  await student.goto('/study')
  await expect(student).toHaveURL(/sign-in/)
  expect(await entersDemo(address)).toBe(false)
  expect(await offersDemo(address)).toBe(false)
})

test('where others can reach the server there is no demo, but a link that makes the first administrator', async ({
  person,
}) => {
  const open = await begin({ HOST: '0.0.0.0' })
  await eventually('the link', () => open.one.printed().includes('/first-admin/'))
  const path = /\/first-admin\/[\w-]{43}/.exec(open.one.printed())?.[0] ?? ''
  expect(open.one.printed()).not.toContain('Demo accounts')
  expect(await entersDemo(open.address)).toBe(false)
  const admin = await person({ baseURL: open.address })
  await admin.goto(path)
  await expectAccessible(admin)
  await admin.getByLabel('Name').fill('Noor Haddad')
  await admin.getByLabel('Email').fill('noor@school.example')
  await admin.getByLabel('Password', { exact: true }).fill('seven quiet lamps')
  await admin.getByRole('button', { name: 'Create account' }).click()
  await expect(admin).toHaveURL(/\/admin/)
  await admin.goto(path)
  await expect(admin.getByRole('heading', { name: 'This link no longer works.' })).toBeVisible()
})
