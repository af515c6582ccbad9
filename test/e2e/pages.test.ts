import type { Page } from '@playwright/test'
import { ask, call, signIn } from '@test/support/api-person'
import { desktop, expect, phone, test } from '@test/support/browser'
import { demoAccount } from '@test/support/demo-account'
import { lookInBothSchemes } from '@test/support/look-everywhere'

/** Everything the demo's people can open, with what must be on it once it is ready. */
async function pagesOf(role: 'teacher' | 'student' | 'admin', page: Page): Promise<Array<[string, string]>> {
  if (role === 'admin')
    return [
      ['/admin', 'retail-0095|dlib'],
      ['/admin/recognition', 'How well does it work here'],
      ['/account', 'Administrator'],
    ]
  if (role === 'student') {
    return [
      ['/study', 'Today'],
      ['/study/classes', 'Physics 9b'],
      ['/study/record', 'Physics 9b'],
      ['/study/face', 'Consent and add photos'],
      ['/account', 'Password'],
    ]
  }
  const classes = await ask<Array<{ id: string; name: string; openSession: { id: string } | null }>>(
    page.request,
    'classes.taught',
    { archived: false },
  )
  const physics = classes.find(({ name }) => name === 'Physics 9b')
  const classId = physics?.id
  const { items } = await ask<{ items: Array<{ id: string; state: string }> }>(
    page.request,
    'sessions.ofClass',
    { classId },
  )
  const closed = items.find(({ state }) => state === 'CLOSED')?.id
  const open =
    physics?.openSession?.id ??
    (await call<{ id: string }>(page.request, 'sessions.create', { classId, openNow: true })).id
  const members = await ask<Array<{ id: string; name: string }>>(page.request, 'places.members', {
    placeId: classId,
  })
  const ada = members.find(({ name }) => name === 'Ada Brandt')?.id
  return [
    ['/teach', 'Physics 9b'],
    ['/teach/recognition', 'How well does it work here'],
    [`/teach/classes/${classId}`, 'Physics 9b'],
    [`/teach/classes/${classId}?tab=students`, 'Ada Brandt'],
    [`/teach/classes/${classId}/students/${ada}`, 'Ada Brandt'],
    [`/teach/classes/${classId}?tab=settings`, 'Late after'],
    [`/teach/classes/${classId}/code`, 'Physics 9b'],
    [`/teach/sessions/${closed}`, 'Ada Brandt'],
    [`/teach/sessions/${open}`, 'Ada Brandt'],
    [`/teach/sessions/${open}/projector`, 'Ada Brandt'],
    [`/teach/sessions/${open}/roll-call`, 'Roll call from photos'],
    ['/account', 'Password'],
  ]
}

for (const role of ['teacher', 'student', 'admin'] as const) {
  for (const { size, viewport } of [
    { size: 'phone', viewport: phone },
    { size: 'desktop', viewport: desktop },
  ]) {
    test(`every page of a ${role} is accessible and fits a ${size}, light and dark`, async ({ person }) => {
      const { email, password } = demoAccount(role)
      const page = await person({ viewport })
      await signIn(page.request, email, password)
      for (const [path, words] of await pagesOf(role, page)) {
        await page.goto(path)
        await expect(page.getByText(new RegExp(words)).locator('visible=true').first(), path).toBeVisible()
        await lookInBothSchemes(page)
      }
    })
  }
}
