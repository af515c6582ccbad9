import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { ask, call, newAccount, newClass, signIn } from '@test/support/api-person'
import { atOnce, desktop, expect, phone, test } from '@test/support/browser'
import { sharedEnvironment } from '@test/support/e2e-database'
import { ownServer } from '@test/support/e2e-servers'
import { lookInBothSchemes } from '@test/support/look-everywhere'
import { encode } from 'next-auth/jwt'
import { viewerHeader } from '@/domain/viewer'

const signInAgain = '/sign-in?next=%2Fteach'
const cookieName = 'next-auth.session-token'
const me = '/api/trpc/account.me'

/** Another browser that somebody has carried the cookies of this one to. */
async function copyOf(page: Page, person: () => Promise<Page>): Promise<Page> {
  const copy = await person()
  await copy.context().addCookies(await page.context().cookies())
  await copy.goto('/teach')
  await expect(copy).toHaveURL('/teach')
  return copy
}

/** It opens no page, answers no call, and hears no stream. */
async function opensNothing(page: Page) {
  await page.goto('/teach')
  await expect(page).toHaveURL(signInAgain)
  expect((await page.request.get(me)).status()).toBe(401)
  expect((await page.request.get('/api/account/data')).status()).toBe(401)
}

test('one browser ends the sign-in of another, which is told within five seconds', async ({ person }) => {
  const here = await person()
  const { email } = await newAccount(here, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(here)
  const open = { classId, openNow: true }
  const { id: sessionId } = await call<{ id: string }>(here.request, 'sessions.create', open)
  const board = `/teach/sessions/${sessionId}`
  const elsewhere = await person()
  await signIn(elsewhere.request, email)
  const tabs = [elsewhere, await elsewhere.context().newPage()]
  const mine = await here.context().newPage()
  for (const tab of [...tabs, mine]) {
    await tab.goto(board)
    await expect(tab.getByText('Live', { exact: true })).toBeVisible()
  }

  await here.goto('/account')
  await expect(here.getByText('This browser', { exact: true })).toBeVisible()
  for (const viewport of [phone, desktop]) {
    await here.setViewportSize(viewport)
    await here.getByText('This browser', { exact: true }).scrollIntoViewIfNeeded()
    await lookInBothSchemes(here)
  }
  const end = here.getByRole('button', { name: 'End the sign-in: Chrome on Linux' })
  await end.click()
  await here.getByRole('alertdialog').getByRole('button', { name: 'End sign-in' }).click()
  for (const tab of tabs) {
    await expect(tab.getByText('You are signed out')).toBeVisible(atOnce)
    await expect(tab.getByText('You ended this sign-in from another browser.')).toBeVisible(atOnce)
  }
  await expect(here.getByText('Chrome on Linux is signed out.')).toBeVisible()
  await expect(end).toBeHidden()
  await expect(mine.getByText('Live', { exact: true })).toBeVisible()
  await opensNothing(elsewhere)
  await here.goto('/teach')
  await expect(here).toHaveURL('/teach')
})

test('a cookie that was copied before signing out opens nothing afterwards', async ({ person }) => {
  const page = await person()
  const { email } = await newAccount(page, 'TEACHER', 'Amara Okafor')
  const copy = await copyOf(page, person)
  const elsewhere = await person()
  await signIn(elsewhere.request, email)
  const otherTab = await page.context().newPage()
  await otherTab.goto('/teach')
  await page.goto('/teach')
  await page.getByRole('button', { name: 'Account of Amara Okafor' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await expect(otherTab.getByText('You signed out in this browser.')).toBeVisible(atOnce)
  await opensNothing(page)
  await opensNothing(copy)
  await elsewhere.goto('/teach')
  await expect(elsewhere).toHaveURL('/teach')
})

test('whoever signs in over somebody else leaves no sign-in of theirs behind', async ({ person }) => {
  const page = await person()
  await newAccount(page, 'TEACHER', 'Amara Okafor')
  const copy = await copyOf(page, person)
  await newAccount(page, 'TEACHER', 'Jonas Lindqvist')
  await opensNothing(copy)
  // A page that was made for somebody is answered as nobody where somebody else is signed in by now.
  const mine = await ask<{ id: string }>(page.request, 'account.me')
  const asked = (id: string) => page.request.get(me, { headers: { [viewerHeader]: id } })
  expect((await asked(mine.id)).status()).toBe(200)
  expect((await asked(randomUUID())).status()).toBe(401)
  await page.goto('/teach')
  await expect(page).toHaveURL('/teach')
})

test('a browser that becomes a kiosk leaves no sign-in behind', async ({ person }) => {
  const page = await person()
  await newAccount(page, 'TEACHER', 'Amara Okafor')
  const { id: placeId } = await newClass(page)
  const kiosk = { placeId, name: 'Front door' }
  const { link } = await call<{ link: string }>(page.request, 'kiosks.add', kiosk)
  const copy = await copyOf(page, person)
  const headers = { origin: ownServer().url }
  const answer = await page.request.post('/api/kiosk', { data: { link }, headers })
  expect(answer.status()).toBe(204)
  await opensNothing(copy)
})

test('a cookie of a version before, which names no sign-in, counts no more', async ({ person }) => {
  const page = await person()
  await newAccount(page, 'TEACHER', 'Amara Okafor')
  const { result } = await (await page.request.get(me)).json()
  const token = { sub: result.data.json.id, sessionVersion: 0, signedInAt: Date.now() }
  const value = await encode({ token, secret: sharedEnvironment().NEXTAUTH_SECRET })
  await page.context().addCookies([{ name: cookieName, value, url: ownServer().url }])
  await opensNothing(page)
})
