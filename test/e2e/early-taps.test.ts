import type { Page } from '@playwright/test'
import { newAccount } from '@test/support/api-person'
import { expect, phone, test } from '@test/support/browser'
import { paidWork } from '@test/support/paid-work'

/** A page that is drawn, whose scripts do not come until they are let go. */
async function holdScripts(page: Page) {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held
    await route.continue()
  })
  return () => letGo()
}

test('a tap on a page that does not listen yet is kept, once, and sends no form by itself', async ({
  person,
}) => {
  const page = await person({ viewport: phone })
  const letGo = await holdScripts(page)
  await page.goto('/sign-in', { waitUntil: 'commit' })
  await page.getByLabel('Email').fill('nobody@school.example')
  await page.getByLabel('Password', { exact: true }).fill('not this one either')
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true })
  await signIn.click()
  await signIn.click()
  expect(page.url(), 'no password in the address').not.toContain('?')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/api/auth/callback')) asked.push(request.url())
  })
  letGo()
  await expect(
    page.getByText('Email or password is wrong').or(page.getByRole('main').getByRole('alert')),
  ).toBeVisible()
  expect(asked).toHaveLength(1)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('a menu that was tapped too early opens', async ({ person }) => {
  const page = await person()
  await newAccount(page, 'TEACHER', 'Ines Moreau')
  const letGo = await holdScripts(page)
  await page.goto('/teach', { waitUntil: 'commit' })
  await page.getByRole('button', { name: /Ines Moreau/ }).click()
  letGo()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('a tab that was tapped too early is shown', async ({ person }) => {
  const employer = await person()
  const { workplaceId } = await paidWork(employer, await person())
  const letGo = await holdScripts(employer)
  await employer.goto(`/employ/workplaces/${workplaceId}`, { waitUntil: 'commit' })
  await employer.getByRole('tab', { name: 'Settings' }).click()
  letGo()
  await expect(employer.getByRole('tab', { name: 'Settings', selected: true })).toBeVisible()
  await expect(employer.getByRole('button', { name: 'Give an inspector access' })).toBeVisible()
  await employer.unrouteAll({ behavior: 'ignoreErrors' })
})

test('what was chosen too early is chosen, and leads where it leads', async ({ person }) => {
  const employer = await person()
  const employee = await person()
  const { workplaceId, day } = await paidWork(employer, employee)
  await employer.goto(`/employ/workplaces/${workplaceId}?tab=settings`)
  await employer.getByRole('button', { name: 'Give an inspector access' }).click()
  const dialog = employer.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Who inspects' }).fill('Labour inspectorate')
  const first = dialog.getByRole('combobox', { name: 'First month' })
  await first.selectOption(day.slice(0, 7))
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const address = (await dialog.getByText(/\/inspect\//).textContent()) ?? ''
  const letGo = await holdScripts(employee)
  await employee.goto(new URL(address).pathname, { waitUntil: 'commit' })
  await employee.getByRole('combobox', { name: 'Month' }).selectOption(day.slice(0, 7))
  letGo()
  await expect(employee.getByRole('row', { name: /Kim Cook/ })).toContainText('9:30')
  expect(employee.url()).toContain(day.slice(0, 7))
  await employee.unrouteAll({ behavior: 'ignoreErrors' })
})
