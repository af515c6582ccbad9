import type { Page } from '@playwright/test'
import { call, newAccount, newClass } from '@test/support/api-person'
import { desktop, expect, expectAccessible, phone, test } from '@test/support/browser'
import { fillClass } from '@test/support/fill-class'
import { expectUncut } from '@test/support/look-everywhere'

async function board(teacher: Page, students: Page[]) {
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  for (const [at, student] of students.entries()) {
    await newAccount(student, 'STUDENT', ['Anna Berg', 'Ben Costa', 'Cleo Diaz'][at] ?? 'Somebody')
    await call(student.request, 'places.join', { joinCode })
  }
  const { id } = await call<{ id: string }>(teacher.request, 'sessions.create', { classId, openNow: true })
  await teacher.goto(`/teach/sessions/${id}`)
  await expect(teacher.getByText('Live', { exact: true })).toBeVisible()
  return { classId, sessionId: id }
}

const group = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
const tile = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const undo = (page: Page, said: string) =>
  page.getByRole('listitem').filter({ hasText: said }).getByRole('button', { name: 'Undo' }).click()

test('a class is marked by keys alone: arrows lead, P, L, A and E mark, and ? says so', async ({
  person,
}) => {
  const teacher = await person({ viewport: desktop })
  await board(teacher, [await person(), await person(), await person()])
  await tile(teacher, 'Anna Berg').focus()
  await teacher.keyboard.press('ArrowRight')
  await expect(tile(teacher, 'Ben Costa')).toBeFocused()
  await teacher.keyboard.press('End')
  await expect(tile(teacher, 'Cleo Diaz')).toBeFocused()
  await teacher.keyboard.press('Home')
  await expect(tile(teacher, 'Anna Berg')).toBeFocused()

  // Whoever is marked moves to another group, and the focus goes on to whoever is beside.
  await teacher.keyboard.press('p')
  await expect(group(teacher, 'Here 1')).toBeVisible()
  await expect(tile(teacher, 'Ben Costa')).toBeFocused()
  await teacher.keyboard.press('L')
  await expect(group(teacher, 'Here 2')).toBeVisible()
  await expect(tile(teacher, 'Cleo Diaz')).toBeFocused()
  await teacher.keyboard.press('e')
  await expect(group(teacher, 'Absent or excused 1')).toBeVisible()
  await undo(teacher, 'Cleo Diaz: excused.')
  await expect(group(teacher, 'Not here yet 1')).toBeVisible()
  await tile(teacher, 'Cleo Diaz').focus()
  await teacher.keyboard.press('a')
  await expect(group(teacher, 'Absent or excused 1')).toBeVisible()

  await tile(teacher, 'Ben Costa').focus()
  await teacher.keyboard.press('?')
  await expect(teacher.getByRole('dialog', { name: 'Marking by keyboard' })).toBeVisible()
  await expectAccessible(teacher)
  await teacher.keyboard.press('Escape')
  // The window gives the focus back as it goes.
  await expect(tile(teacher, 'Ben Costa')).toBeFocused()
  await teacher.keyboard.press('Enter')
  await expect(teacher.getByRole('dialog', { name: 'Ben Costa' })).toBeVisible()
  await teacher.keyboard.press('Escape')
  await expect(tile(teacher, 'Ben Costa')).toBeFocused()

  // What is typed into the search is no key.
  await teacher.getByRole('searchbox').pressSequentially('pale')
  await expect(group(teacher, 'Here 2')).toBeHidden()
  await teacher.getByRole('searchbox').fill('')
  await expect(group(teacher, 'Here 2')).toBeVisible()
})

for (const [device, viewport] of [
  ['desktop', desktop],
  ['phone', phone],
] as const)
  test(`on a ${device}, the rest are present at once, or several that are selected, and all of it is undone`, async ({
    person,
  }) => {
    const teacher = await person({ viewport })
    const { sessionId } = await board(teacher, [await person(), await person(), await person()])
    await teacher.getByRole('button', { name: 'Mark Anna Berg' }).click()
    await teacher.getByRole('menuitemradio', { name: 'Late', exact: true }).click()
    await expect(group(teacher, 'Not here yet 2')).toBeVisible()
    await teacher.getByRole('button', { name: 'Mark the rest (2)' }).click()
    await teacher.getByRole('menuitem', { name: 'Present' }).click()
    await expect(group(teacher, 'Here 3')).toBeVisible()
    await undo(teacher, '2 students: present.')
    await expect(group(teacher, 'Not here yet 2')).toBeVisible()
    await expect(teacher.getByText('2 students: taken back.')).toBeVisible()

    await teacher.getByRole('button', { name: 'Select', exact: true }).click()
    await tile(teacher, 'Ben Costa').click()
    await tile(teacher, 'Cleo Diaz').click()
    await expect(tile(teacher, 'Cleo Diaz')).toHaveAttribute('aria-pressed', 'true')
    await expect(teacher.getByText('2 selected')).toBeVisible()
    await expectAccessible(teacher)
    await teacher.getByRole('region', { name: 'Mark the selected as' }).getByText('Excused').click()
    await expect(group(teacher, 'Absent or excused 2')).toBeVisible()
    await teacher.getByRole('button', { name: 'Done' }).click()

    // As a list, which is kept on this device.
    await teacher.getByRole('button', { name: 'List', exact: true }).click()
    await expectAccessible(teacher)
    await teacher.reload()
    await expect(teacher.getByRole('button', { name: 'List', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await expect(group(teacher, 'Absent or excused 2')).toBeVisible()

    // A session that has ended is corrected the same way.
    await call(teacher.request, 'sessions.close', { sessionId })
    await expect(teacher.getByText('Ended', { exact: true })).toBeVisible()
    await teacher.getByRole('button', { name: 'Select', exact: true }).click()
    await teacher.getByRole('button', { name: 'Select all' }).click()
    await teacher.getByRole('region', { name: 'Mark the selected as' }).getByText('Present').click()
    await expect(teacher.getByText('3 students: present.')).toBeVisible()
    await expectAccessible(teacher)
  })

test('on a phone the students are on the first screen, and what is done with the session is behind a button', async ({
  person,
}) => {
  const teacher = await person({ viewport: phone })
  await board(teacher, [await person(), await person(), await person()])
  const box = await tile(teacher, 'Ben Costa').boundingBox()
  expect((box?.y ?? 900) + (box?.height ?? 0)).toBeLessThan(phone.height - 64)
  for (const locale of ['es', 'de', 'en'] as const) {
    await call(teacher.request, 'account.setReading', { locale, timeZone: null })
    await teacher.reload()
    await expect(teacher.locator('html')).toHaveAttribute('lang', new RegExp(`^${locale}`))
    await expectUncut(teacher)
  }
  await expect(teacher.getByRole('button', { name: 'End session' })).toBeHidden()
  await teacher.getByRole('button', { name: 'Actions' }).click()
  await teacher.getByRole('button', { name: 'End session' }).click()
  await expect(teacher.getByRole('alertdialog')).toBeVisible()
})

test('on paper there is nothing to press, and the class and the day stand above', async ({ person }) => {
  const teacher = await person({ viewport: desktop })
  const { classId, sessionId } = await board(teacher, [await person(), await person()])
  await teacher.emulateMedia({ media: 'print' })
  const bare = async (title: string) => {
    await expect(teacher.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(teacher.getByText(/Printed /)).toBeVisible()
    await expect(teacher.getByRole('button').filter({ visible: true })).toHaveCount(0)
    await expect(teacher.getByRole('navigation').filter({ visible: true })).toHaveCount(0)
  }
  await bare('Physics 9b')
  await call(teacher.request, 'sessions.close', { sessionId })
  await teacher.reload()
  await bare('Physics 9b')
  await teacher.emulateMedia({ media: 'screen' })
  await teacher.goto(`/teach/classes/${classId}?tab=students`)
  await teacher.getByRole('link', { name: 'Anna Berg' }).click()
  await expect(teacher.getByRole('heading', { name: 'Anna Berg', level: 1 })).toBeVisible()
  await teacher.emulateMedia({ media: 'print' })
  await bare('Anna Berg')
})

test('of a long class whoever is marked by the menu goes to the end, and the page stays where it is', async ({
  person,
}) => {
  const teacher = await person({ viewport: phone })
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  await fillClass(classId, 60)
  const { id } = await call<{ id: string }>(teacher.request, 'sessions.create', { classId, openNow: true })
  await teacher.goto(`/teach/sessions/${id}`)
  await expect(teacher.getByText('Live', { exact: true })).toBeVisible()
  for (const [at, name] of ['Student 003', 'Student 004', 'Student 005'].entries()) {
    const menu = teacher.getByRole('button', { name: `Mark ${name}` })
    await menu.scrollIntoViewIfNeeded()
    await menu.click()
    const before = await teacher.evaluate(() => scrollY)
    await teacher.getByRole('menuitemradio', { name: 'Present', exact: true }).click()
    await expect(group(teacher, `Here ${at + 1}`)).toBeAttached()
    await expect.poll(() => teacher.evaluate(() => document.activeElement === document.body)).toBe(false)
    // Less than a tile: the page is shorter or longer by a line where a heading comes.
    expect(Math.abs((await teacher.evaluate(() => scrollY)) - before)).toBeLessThan(300)
  }
})
