import type { Page } from '@playwright/test'
import { call, newAccount, newClass } from '@test/support/api-person'
import { desktop, expect, phone, test } from '@test/support/browser'

const names = [
  'X'.repeat(80),
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'عائشة بنت أبي بكر الصديق رضي الله عنها زوجة النبي محمد صلى الله عليه وسلم',
  '👩🏽‍🏫 Wolfeschlegelsteinhausenbergerdorff',
]

async function expectToFit(page: Page, path: string, name: string) {
  await page.goto(path)
  await expect(page.getByText(name).locator('visible=true').first(), path).toBeVisible()
  const beyond = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    const places = [...document.querySelectorAll('main *')].filter(
      (element) => element.getBoundingClientRect().right > edge + 1 && !element.closest('[class*=sr-only]'),
    )
    return [document.documentElement.scrollWidth - edge, places.length]
  })
  expect(beyond, `${path} at ${page.viewportSize()?.width}`).toEqual([0, 0])
}

test('the longest names that are allowed fit every list, on a phone and on a desktop', async ({ person }) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Y'.repeat(80))
  const { id: classId, joinCode } = await newClass(teacher, 'Z'.repeat(80))
  const student = await person()
  for (const name of names) {
    await newAccount(student, 'STUDENT', name)
    await call(student.request, 'places.join', { joinCode })
  }
  const start = async () =>
    (await call<{ id: string }>(teacher.request, 'sessions.create', { classId, openNow: true })).id
  const ended = await start()
  await call(teacher.request, 'sessions.close', { sessionId: ended })
  const open = await start()
  for (const viewport of [phone, desktop]) {
    await teacher.setViewportSize(viewport)
    await student.setViewportSize(viewport)
    await expectToFit(teacher, '/teach', 'Z'.repeat(80))
    await expectToFit(teacher, `/teach/classes/${classId}?tab=students`, 'X'.repeat(80))
    await expectToFit(teacher, `/teach/sessions/${open}`, 'X'.repeat(80))
    await expectToFit(teacher, `/teach/sessions/${open}/projector`, 'X'.repeat(80))
    await expectToFit(teacher, `/teach/sessions/${ended}`, 'X'.repeat(80))
    for (const path of ['/study', '/study/classes', '/study/record'])
      await expectToFit(student, path, 'Z'.repeat(80))
  }
})
