import type { Page } from '@playwright/test'
import { call, newAccount, newClass, password, signIn } from '@test/support/api-person'
import { atOnce, desktop, expect, phone, test } from '@test/support/browser'
import { demoAccount } from '@test/support/demo-account'
import { lookEverywhere } from '@test/support/look-everywhere'

test('an administrator finds people and classes, disables who has left and gives the class to somebody', async ({
  person,
}) => {
  const left = await person()
  const gone = await newAccount(left, 'TEACHER', 'Okwui Leaver')
  const { id: classId } = await newClass(left, 'Astronomy 12c')
  const heir = await person()
  const next = await newAccount(heir, 'TEACHER', 'Berit Heir')
  const office = await person({ viewport: desktop })
  const admin = demoAccount('admin')
  await signIn(office.request, admin.email, admin.password)

  await office.goto('/admin')
  await office.getByRole('link', { name: 'People', exact: true }).first().click()
  await expect(office).toHaveURL(/\/admin\/people$/)
  await office.getByRole('searchbox', { name: 'Find a name or an email' }).fill('okwui')
  await expect(office).toHaveURL(/search=okwui/)
  await expect(office.getByRole('table', { name: 'Accounts' }).getByRole('row')).toHaveCount(2)
  await lookEverywhere(office)
  await office.getByRole('link', { name: 'Okwui Leaver' }).click()
  await expect(office.getByRole('heading', { name: 'Okwui Leaver' })).toBeVisible()
  await expect(office.getByText('in one browser')).toBeVisible()

  await left.goto('/teach')
  await office.getByRole('button', { name: 'Disable' }).click()
  await office.getByRole('button', { name: 'Disable' }).last().click()
  await expect(office.getByRole('dialog').getByText('Say why')).toBeVisible()
  await office.getByLabel('Reason').fill('Left the school')
  await lookEverywhere(office)
  await office.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await expect(office.getByRole('dialog')).toBeHidden()
  await expect(office.getByText('The account of Okwui Leaver was disabled')).toBeVisible()
  // A page without anything live of its own hears it too.
  await expect(left.getByText('You are signed out', { exact: true })).toBeVisible(atOnce)
  await lookEverywhere(left)
  await lookEverywhere(office)

  await office.goto('/admin')
  // Other tests may have left theirs.
  const orphaned = office.getByText(/^(One|\d+) class.* nobody who can run/)
  await expect(orphaned).toBeVisible()
  await lookEverywhere(office)
  await orphaned.click()
  await expect(office).toHaveURL(/state=ORPHANED/)
  await lookEverywhere(office)
  await office.getByRole('link', { name: 'Astronomy 12c' }).click()
  await office.getByRole('button', { name: 'Give to somebody' }).click()
  await office.getByLabel('Email of their account').fill(gone.email)
  await office.getByLabel('Reason').fill('Takes over')
  await office.getByRole('dialog').getByRole('button', { name: 'Give to somebody' }).click()
  await expect(office.getByRole('dialog').getByText('They cannot run it.')).toBeVisible()
  await office.getByLabel('Email of their account').fill(next.email)
  await office.getByRole('dialog').getByRole('button', { name: 'Give to somebody' }).click()
  await expect(office.getByText('Berit Heir became the owner of Astronomy 12c')).toBeVisible()
  await expect(office.getByText('“Takes over”').first()).toBeVisible()
  await lookEverywhere(office)
  await heir.goto(`/teach/classes/${classId}`)
  await expect(heir.getByRole('heading', { name: 'Astronomy 12c' })).toBeVisible()

  await office.goto('/admin/history')
  await expect(office.getByText('Okwui Leaver runs Astronomy 12c no longer')).toBeVisible()
  await lookEverywhere(office)
})

test('who is signed out elsewhere is told so on every page, and comes back to the same place', async ({
  person,
}) => {
  const here = await person()
  const { email } = await newAccount(here, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(here)
  const open = { classId, openNow: true }
  const { id: sessionId } = await call<{ id: string }>(here.request, 'sessions.create', open)
  const elsewhere = await person()
  await signIn(elsewhere.request, email)
  const pages = [
    '/teach/recognition?from=x',
    `/teach/classes/${classId}`,
    `/teach/classes/${classId}/code`,
    `/teach/sessions/${sessionId}/projector`,
    '/account',
  ]
  const tabs: Page[] = []
  for (const path of pages) {
    const tab = await here.context().newPage()
    await tab.goto(path)
    tabs.push(tab)
  }
  await here.goto(`/teach/sessions/${sessionId}`)
  await expect(here.getByText('Live', { exact: true })).toBeVisible()
  const told = (tab: Page) => tab.getByText('You are signed out', { exact: true })
  await call(elsewhere.request, 'account.signOutEverywhere')
  await Promise.all([here, ...tabs].map((tab) => expect(told(tab)).toBeVisible(atOnce)))
  await expect(here.getByText('Live', { exact: true })).toBeHidden()
  const [first = here, second = here] = tabs
  await first.getByRole('link', { name: 'Sign in again' }).click()
  await first.getByLabel('Email').fill(email)
  await first.getByLabel('Password', { exact: true }).fill(password)
  await first.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(first).toHaveURL(pages[0] ?? '')
  // Signed in again in one tab, the others go on by themselves.
  await expect(told(second)).toBeHidden()
})

test('somebody deletes their account, having handed over what only they own', async ({ person }) => {
  const teacher = await person({ viewport: phone })
  const { email } = await newAccount(teacher, 'TEACHER', 'Tamar Quit')
  const { id: classId } = await newClass(teacher, 'Chemistry 7a')
  await teacher.goto('/account')
  await expect(teacher.getByText('First hand over what only you own')).toBeVisible()
  await expect(teacher.getByRole('link', { name: 'Chemistry 7a' })).toHaveAttribute(
    'href',
    `/teach/classes/${classId}`,
  )
  await teacher.getByText('First hand over what only you own').scrollIntoViewIfNeeded()
  await lookEverywhere(teacher)
  const heir = await person()
  const next = await newAccount(heir, 'TEACHER', 'Ruth Next')
  const office = await person()
  const admin = demoAccount('admin')
  await signIn(office.request, admin.email, admin.password)
  await call(office.request, 'admin.givePlace', { placeId: classId, email: next.email, reason: 'Leaves' })

  await teacher.reload()
  await teacher.getByRole('button', { name: 'Delete account …' }).click()
  await teacher.getByLabel('Your password').fill('not my password')
  await lookEverywhere(teacher)
  await teacher.getByRole('button', { name: 'Delete for good' }).click()
  await expect(teacher.getByRole('dialog').getByRole('alert')).toBeVisible()
  await teacher.getByLabel('Your password').fill(password)
  await teacher.getByRole('button', { name: 'Delete for good' }).click()
  await teacher.waitForURL((url) => url.pathname === '/')
  await teacher.goto('/account')
  await expect(teacher).toHaveURL(/\/sign-in/)
  await teacher.getByLabel('Email').fill(email)
  await teacher.getByLabel('Password', { exact: true }).fill(password)
  await teacher.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(teacher.getByRole('alert').first()).toContainText(/password|email/i)
})

test('whether students may leave a class is for its teacher to say, and both see it', async ({ person }) => {
  const teacher = await person({ viewport: desktop })
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  const student = await person({ viewport: phone })
  await newAccount(student, 'STUDENT', 'Anna Berg')
  await call(student.request, 'places.join', { joinCode })
  await teacher.goto(`/teach/classes/${classId}`)
  await teacher.getByRole('tab', { name: 'Settings' }).click()
  const box = teacher.getByRole('checkbox', { name: 'Students may leave by themselves' })
  await box.uncheck()
  await lookEverywhere(teacher)
  await teacher.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(teacher.getByText('The class is saved.')).toBeVisible()

  await student.goto('/study/classes')
  await expect(student.getByText('Only Amara Okafor can take you off this class.')).toBeVisible()
  await lookEverywhere(student)
  await expect(student.getByRole('button', { name: 'More about Physics 9b' })).toHaveCount(0)

  await expect(teacher.getByText('The class is saved.')).toBeHidden()
  await box.check()
  await teacher.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(teacher.getByText('The class is saved.')).toBeVisible()
  await student.reload()
  await student.getByRole('button', { name: 'More about Physics 9b' }).click()
  await student.getByRole('menuitem', { name: 'Leave class' }).click()
  await student.getByRole('alertdialog').getByRole('button', { name: 'Leave class' }).click()
  await expect(student.getByText('You have left Physics 9b.')).toBeVisible()
})
