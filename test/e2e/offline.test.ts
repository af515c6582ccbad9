import type { Page } from '@playwright/test'
import { call, newAccount, newClass } from '@test/support/api-person'
import { atOnce, expect, expectAccessible, test } from '@test/support/browser'
import { cuttableLine } from '@test/support/cut-line'
import { lookEverywhere } from '@test/support/look-everywhere'

/** The browser has kept what it needs for being offline. */
const isReady = (page: Page) =>
  expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)

/** The paths that the browser has stored, with what each store is called. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const found: { name: string; path: string; text: string }[] = []
    for (const name of await caches.keys()) {
      const store = await caches.open(name)
      for (const request of await store.keys()) {
        const text = (await (await store.match(request))?.text()) ?? ''
        found.push({ name, path: new URL(request.url).pathname, text })
      }
    }
    return found
  })

test('without a network a banner says so at once, links and reloads lead to a page of ours, and back they come', async ({
  person,
}) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  await newClass(teacher)
  await teacher.goto('/teach')
  await isReady(teacher)
  const banner = teacher.getByText('You are offline. What you see is from before', { exact: false })
  await expect(banner).toBeHidden()

  await teacher.context().setOffline(true)
  await expect(banner).toBeVisible(atOnce)
  await expectAccessible(teacher)
  await teacher.context().setOffline(false)
  await expect(banner).toBeHidden()

  await teacher.context().setOffline(true)
  await teacher.getByRole('link', { name: 'Physics 9b', exact: true }).click()
  const ours = teacher.getByRole('heading', { level: 1, name: 'You are offline' })
  await expect(ours).toBeVisible()
  expect(new URL(teacher.url()).pathname).toMatch(/^\/teach\/classes\//)
  await lookEverywhere(teacher)
  await teacher.reload()
  await expect(ours).toBeVisible()

  await teacher.context().setOffline(false)
  await expect(teacher.getByRole('heading', { level: 1, name: 'Physics 9b' })).toBeVisible()
})

test('a window that cannot be fetched says so, and opens once it can be', async ({ person }) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  await teacher.goto('/teach')
  const open = teacher.getByRole('button', { name: 'New class' }).first()
  await expect(open).toBeVisible()
  await teacher.context().setOffline(true)
  await open.click()
  const alert = teacher.getByRole('alert').filter({ hasText: 'No answer from the server.' })
  await expect(alert).toBeVisible()
  await expect(teacher.getByRole('dialog')).toBeHidden()
  await teacher.context().setOffline(false)
  await expect(teacher.getByRole('dialog', { name: 'New class' })).toBeVisible()
  await expect(alert).toBeHidden()
})

test('a menu that cannot be fetched says so, and opens once it can be', async ({ person }) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  await teacher.goto('/teach')
  const open = teacher.getByRole('button', { name: 'Appearance' })
  await expect(open).toBeVisible()
  await teacher.context().setOffline(true)
  await open.click()
  const alert = teacher.getByRole('alert').filter({ hasText: 'No answer from the server.' })
  await expect(alert).toBeVisible()
  await expect(open).toBeVisible()
  await teacher.context().setOffline(false)
  await expect(teacher.getByRole('menu', { name: 'Appearance' })).toBeVisible()
  await expect(alert).toBeHidden()
})

test('a page of an earlier build says that it is one, and is loaded again at a press', async ({ person }) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  await teacher.goto('/teach')
  const open = teacher.getByRole('button', { name: 'New class' }).first()
  await expect(open).toBeVisible()
  // As after an upgrade: the server is there, what the page is made of is not.
  const parts = '**/_next/static/chunks/**'
  await teacher.route(parts, (route) => route.fulfill({ status: 404 }))
  await open.click()
  await expect(teacher.getByRole('alert').filter({ hasText: 'Clockface has been updated.' })).toBeVisible()
  await expectAccessible(teacher)
  await teacher.unroute(parts)
  await teacher.getByRole('button', { name: 'Reload' }).click()
  await open.click()
  await expect(teacher.getByRole('dialog', { name: 'New class' })).toBeVisible()
})

test('what the browser keeps for being offline is one page of nobody, in the reader’s language, of this build', async ({
  person,
}) => {
  const teacher = await person({ locale: 'de' })
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id } = await newClass(teacher)
  for (const path of ['/teach', `/teach/classes/${id}`, '/account', '/teach']) await teacher.goto(path)
  await isReady(teacher)
  const [page, ...more] = await stored(teacher)
  expect(more).toEqual([])
  expect(page?.path).toBe('/offline')
  expect(page?.text).toContain('Sie sind offline')
  expect(page?.text).not.toContain('Amara')

  // The next build comes with another address of the same worker, and what the last one kept goes. It is named from where
  // no page names its own.
  await teacher.goto('/offline.js')
  await teacher.evaluate(() => navigator.serviceWorker.register('/offline.js?build=next&language=es'))
  await expect
    .poll(async () => (await stored(teacher)).map(({ name }) => name))
    .toEqual(['clockface-offline-next-es'])
  expect((await stored(teacher))[0]?.text).toContain('Estás sin conexión')
})

test('a board whose line breaks says so at once, and is live again by itself', async ({
  person,
  baseURL,
}) => {
  const line = await cuttableLine(Number(new URL(baseURL ?? '').port))
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  const { id } = await call<{ id: string }>(teacher.request, 'sessions.create', { classId, openNow: true })
  const board = await person({ baseURL: line.url })
  const cookies = await teacher.context().cookies()
  await board.context().addCookies(cookies.map((cookie) => ({ ...cookie, domain: 'localhost' })))
  await board.goto(`/teach/sessions/${id}`)
  const live = board.getByText('Live', { exact: true })
  await expect(live).toBeVisible()

  line.cut()
  await expect(board.getByText('Connection lost, trying again.')).toBeVisible(atOnce)
  await expect(live).toBeHidden()
  line.mend()
  await expect(live).toBeVisible({ timeout: 30_000 })

  await board.context().setOffline(true)
  await expect(board.getByText('You are offline. What you see is from before')).toBeVisible(atOnce)
  await expect(live).toBeHidden()
  await board.context().setOffline(false)
  await expect(live).toBeVisible({ timeout: 30_000 })
  await line.close()
})
