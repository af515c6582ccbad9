import type { Locator, Page } from '@playwright/test'
import { ask, call, newAccount, newClass } from '@test/support/api-person'
import { expect, phone, test } from '@test/support/browser'
import { fillClass } from '@test/support/fill-class'
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

/** More often than a test writes into an address. */
const NEVER = 1_000_000

/**
 * A page whose router does not hear what is written into the address: not of the first times, as before its effects have
 * run, or never.
 */
const deafRouter = (page: Page, times: number) =>
  page.addInitScript((times) => {
    for (const name of ['pushState', 'replaceState'] as const) {
      const plain = History.prototype[name]
      let left = times
      let heard = plain
      const unheard: typeof plain = (...given) => {
        left -= 1
        plain.apply(window.history, given)
      }
      Object.defineProperty(window.history, name, {
        get: () => (left > 0 ? unheard : heard),
        set: (hears: typeof plain) => {
          heard = hears
        },
      })
    }
  }, times)

async function openSession(teacher: Page): Promise<string> {
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  await fillClass(classId, 3)
  const open = { classId, openNow: true }
  const { id } = await call<{ id: string }>(teacher.request, 'sessions.create', open)
  return `/teach/sessions/${id}`
}

for (const [title, times] of [
  ['before the router hears', 1],
  ['where the router never hears', NEVER],
] as const)
  test(`a record that is opened ${title} is seen, stays with a reload, and Back closes it`, async ({
    person,
  }) => {
    const teacher = await person()
    const address = await openSession(teacher)
    await deafRouter(teacher, times)
    await teacher.goto(address)
    const record = teacher.getByRole('button', { name: 'Student 002', exact: true })
    const sheet = teacher.getByRole('dialog')
    await record.click()
    await expect(sheet).toContainText('Student 002')
    // Once it hears, the router knows of the step, so that its next look at the address does not put back what it knew.
    if (times === 1)
      await expect.poll(() => teacher.evaluate(() => window.history.state?.__NA ?? false)).toBe(true)
    expect(teacher.url()).toContain('?student=')
    await teacher.goBack()
    await expect(sheet).toBeHidden()
    await teacher.goForward()
    await expect(sheet).toContainText('Student 002')
    await teacher.reload()
    await expect(sheet).toContainText('Student 002')
    await teacher.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
    expect(teacher.url()).not.toContain('?')
  })

test('a tab and what is looked for are shown where the router never hears of them', async ({ person }) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  await fillClass(classId, 12)
  await deafRouter(teacher, NEVER)
  await teacher.goto(`/teach/classes/${classId}`)
  await teacher.getByRole('tab', { name: 'Students' }).click()
  await expect(teacher.getByRole('tab', { name: 'Students', selected: true })).toBeVisible()
  await expect(teacher.getByRole('link', { name: 'Student 012' })).toBeVisible()
  await teacher.getByRole('searchbox').fill('003')
  await expect(teacher.getByRole('link', { name: 'Student 012' })).toBeHidden()
  await expect(teacher.getByRole('link', { name: 'Student 003' })).toBeVisible()
  await teacher.reload()
  await expect(teacher.getByRole('link', { name: 'Student 012' })).toBeHidden()
})

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

for (const [how, enter] of [
  ['by keys', (field: Locator) => field.fill('12')],
  [
    'by a password manager, which takes no focus',
    (field: Locator) =>
      field.evaluate((input: HTMLInputElement) => {
        input.value = '12'
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }),
  ],
] as const)
  test(`what is entered too early ${how}, where something stood already, is what is sent`, async ({
    person,
  }) => {
    const teacher = await person()
    const student = await person({ viewport: phone })
    await newAccount(teacher, 'TEACHER', 'Amara Okafor')
    const { id: classId, joinCode } = await newClass(teacher)
    await newAccount(student, 'STUDENT', 'Anna Berg')
    await call(student.request, 'places.join', { joinCode })
    const open = { classId, openNow: true }
    const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', open)
    const { code } = await ask<{ code: string }>(teacher.request, 'sessions.code', { sessionId })
    const letGo = await holdScripts(student)
    await student.goto(`/study/code?session=${sessionId}&code=${code}`, { waitUntil: 'commit' })
    const field = student.getByLabel('Code of the session')
    await expect(field).toHaveValue(code)
    await enter(field)
    letGo()
    // It is off until the page listens, and then pressed at once.
    await student.getByRole('button', { name: 'Clock in', exact: true }).click()
    await expect(student.getByText('A code has 6 digits.')).toBeVisible()
    await expect(field).toHaveValue('12')
    await student.unrouteAll({ behavior: 'ignoreErrors' })
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
