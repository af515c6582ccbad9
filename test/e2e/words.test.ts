import type { Page } from '@playwright/test'
import { ask, call, enrolAnna, newAccount, newClass, signIn } from '@test/support/api-person'
import { desktop, expect, phone, test } from '@test/support/browser'
import { demoAccount } from '@test/support/demo-account'
import { uncatalogued } from '@test/support/uncatalogued'

// Everything these people type is of digits, so that every other letter must come from a catalogue.
const typed =
  /Clockface|[\w.+-]+@[\w.-]+|(?<![\p{L}])[A-Z0-9]{6}(?![\p{L}])|[A-Z][a-z_]+ ?\/ ?[A-Z][A-Za-z_ ]+|UTC[+:\d-]*|retail-0095|face-reidentification-retail-0095|dlib|MiniFASNetV2|JPEG|PNG|WebP|AVIF|GIF|MB/gu

async function school(page: Page) {
  await newAccount(page, 'TEACHER', '11')
  const { id: classId, joinCode } = await newClass(page, '22')
  return { classId, joinCode }
}

async function looksTranslated(page: Page, path: string) {
  await page.goto(path)
  await expect(page.locator('h1').first(), path).toBeVisible()
  await expect(page.locator('.animate-pulse'), path).toHaveCount(0)
  expect(await uncatalogued(page, typed), path).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0)
}

for (const { locale, viewport } of [
  { locale: 'en-XA', viewport: phone },
  { locale: 'ar-XB', viewport: desktop },
]) {
  test.describe(`in the made-up language ${locale}`, () => {
    test('public pages have no text that is in no catalogue', async ({ person }) => {
      const page = await person({ locale, viewport })
      for (const path of [
        '/',
        '/sign-in',
        '/sign-up',
        '/forgotten-password',
        '/new-password/none',
        '/confirm/none',
        '/invited/none',
        '/join',
        '/kiosk',
        '/kiosk/set-up/none',
        '/api/docs',
        '/nowhere',
        '/help',
        '/privacy',
        '/contact',
      ])
        await looksTranslated(page, path)
    })

    test('a teacher’s pages have none', async ({ person }) => {
      const page = await person({ locale, viewport })
      const { classId, joinCode } = await school(page)
      const student = await person({ locale, viewport })
      await newAccount(student, 'STUDENT', '33')
      await call(student.request, 'places.join', { joinCode })
      const closed = await call<{ id: string }>(page.request, 'sessions.create', { classId, openNow: true })
      await call(page.request, 'sessions.close', { sessionId: closed.id })
      const open = await call<{ id: string }>(page.request, 'sessions.create', { classId, openNow: true })
      const [member] = await ask<Array<{ id: string }>>(page.request, 'places.members', { placeId: classId })
      for (const path of [
        '/teach',
        '/teach/recognition',
        `/teach/classes/${classId}`,
        `/teach/classes/${classId}?tab=students`,
        `/teach/classes/${classId}/students/${member?.id}`,
        `/teach/classes/${classId}?tab=settings`,
        `/teach/classes/${classId}/code`,
        `/teach/sessions/${closed.id}`,
        `/teach/sessions/${open.id}`,
        `/teach/sessions/${open.id}/projector`,
        `/teach/sessions/${open.id}/roll-call`,
        '/account',
      ])
        await looksTranslated(page, path)
    })

    test('a student’s pages have none', async ({ person }) => {
      const teacher = await person({ locale, viewport })
      const { classId, joinCode } = await school(teacher)
      const page = await person({ locale, viewport })
      await newAccount(page, 'STUDENT', '33')
      await looksTranslated(page, `/join/${joinCode}`)
      await call(page.request, 'places.join', { joinCode })
      await looksTranslated(page, '/study/face')
      await enrolAnna(page)
      await call(teacher.request, 'sessions.create', { classId, openNow: true })
      for (const path of [
        '/study',
        '/study/classes',
        '/study/record',
        '/study/face',
        '/study/code',
        '/account',
      ])
        await looksTranslated(page, path)
    })

    test('an administrator’s pages have none', async ({ person }) => {
      const { email, password } = demoAccount('admin')
      const page = await person({ locale, viewport })
      await signIn(page.request, email, password)
      for (const path of ['/admin', '/admin/recognition', '/account']) await looksTranslated(page, path)
    })
  })
}

test('the language of the profile counts before the browser’s, and times are written for its region', async ({
  person,
}) => {
  const page = await person({ locale: 'en-US', timezoneId: 'Europe/Berlin' })
  await newAccount(page, 'TEACHER', 'Maja')
  await page.goto('/account')
  await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('de')
  await expect(page.getByRole('heading', { name: 'Sprache und Zeit' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de-US')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sprache und Zeit' })).toBeVisible()
})
