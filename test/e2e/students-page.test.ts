import type { Page } from '@playwright/test'
import { call, newAccount, newClass } from '@test/support/api-person'
import { desktop, expect, expectAccessible, phone, test } from '@test/support/browser'
import { openRecord } from '@test/support/open-record'

/** A class of Anna and Ben, whose session about optics is open. */
async function term(teacher: Page, students: Page[]) {
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  for (const [at, student] of students.entries()) {
    await newAccount(student, 'STUDENT', ['Anna Berg', 'Ben Costa'][at] ?? 'Somebody')
    await call(student.request, 'places.join', { joinCode })
  }
  const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', {
    ...{ classId, title: 'Optics', openNow: true },
  })
  return { classId, sessionId }
}

for (const [device, viewport] of [
  ['desktop', desktop],
  ['phone', phone],
] as const)
  test(`on a ${device}, each name leads to the student's page in this class, with rate, sessions and notes`, async ({
    person,
  }) => {
    const teacher = await person({ viewport })
    const { classId, sessionId } = await term(teacher, [await person(), await person()])

    await teacher.goto(`/teach/sessions/${sessionId}`)
    await teacher.getByRole('button', { name: 'Mark Anna Berg' }).click()
    await teacher.getByRole('menuitemradio', { name: 'Late', exact: true }).click()
    await expect(teacher.getByText('Anna Berg: late.')).toBeVisible()
    await teacher.getByRole('link', { name: 'Anna Berg' }).click()
    await expect(teacher).toHaveURL(new RegExp(`/teach/classes/${classId}/students/`))
    await expect(teacher.getByRole('heading', { name: 'Anna Berg', level: 1 })).toBeVisible()
    await expect(teacher.getByText('Present or late in 1 of 1 session that count.')).toBeVisible()
    await expect(teacher.getByText('Late counts as attended.', { exact: false })).toBeVisible()
    await expect(teacher.getByText('The figures as a table')).toBeVisible()

    await teacher.getByLabel('New note').fill('Comes by train')
    await teacher.getByRole('button', { name: 'Add note' }).click()
    await expect(teacher.getByText('Comes by train', { exact: true })).toBeVisible()
    await expect(teacher.getByLabel('New note')).toHaveValue('')
    await expect(teacher.getByText('everything that is held about them', { exact: false })).toBeVisible()
    await expectAccessible(teacher)
    await teacher.getByRole('button', { name: 'More for the note of Amara Okafor' }).click()
    await teacher.getByRole('menuitem', { name: 'Edit' }).click()
    await teacher.getByLabel('Text of the note').fill('Comes by bus')
    await teacher.getByRole('button', { name: 'Save' }).click()
    await expect(teacher.getByText('Comes by bus', { exact: true })).toBeVisible()
    await expect(teacher.getByText('changed by Amara Okafor', { exact: false })).toBeVisible()
    await teacher.getByRole('button', { name: 'More for the note of Amara Okafor' }).click()
    await teacher.getByRole('menuitem', { name: 'Delete note' }).click()
    await teacher.getByRole('alertdialog').getByRole('button', { name: 'Delete note' }).click()
    await expect(teacher.getByText('No notes yet.')).toBeVisible()

    await teacher.getByRole('link', { name: 'Optics' }).click()
    await expect(teacher).toHaveURL(new RegExp(`/teach/sessions/${sessionId}`))
    await teacher.goto(`/teach/classes/${classId}?tab=students`)
    await teacher.getByRole('link', { name: 'Ben Costa' }).click()
    await expect(teacher.getByRole('heading', { name: 'Ben Costa', level: 1 })).toBeVisible()
    await expect(teacher.getByText('No session counts yet.')).toBeVisible()
    await expectAccessible(teacher)
  })

test('a tab, what is looked for and an open record stand in the address; Back closes the record', async ({
  person,
}) => {
  const teacher = await person({ viewport: desktop })
  const { classId, sessionId } = await term(teacher, [await person(), await person()])
  const live = teacher.getByText('Live', { exact: true })
  await teacher.goto(`/teach/classes/${classId}`)
  await teacher.getByRole('tab', { name: 'Settings' }).click()
  await expect(teacher).toHaveURL(/tab=settings/)
  await teacher.getByLabel('Name', { exact: true }).fill('Physics for all')
  await teacher.getByRole('tab', { name: 'Students' }).click()
  await expect(teacher).toHaveURL(/tab=students/)
  await expect(teacher.getByRole('link', { name: 'Anna Berg' })).toBeVisible()
  await teacher.getByRole('tab', { name: 'Settings' }).click()
  await expect(teacher.getByLabel('Name', { exact: true })).toHaveValue('Physics for all')
  await teacher.reload()
  await expect(teacher.getByRole('tab', { name: 'Settings' })).toHaveAttribute('aria-selected', 'true')

  await teacher.goto(`/teach/sessions/${sessionId}`)
  await expect(live).toBeVisible()
  await teacher.getByRole('searchbox').fill('anna')
  await expect(teacher).toHaveURL(/search=anna/)
  await expect(teacher.getByRole('link', { name: 'Ben Costa' })).toBeHidden()
  await openRecord(teacher, 'Anna Berg')
  await expect(teacher.getByRole('dialog')).toBeVisible()
  await expect(teacher).toHaveURL(/student=/)
  await teacher.reload()
  await expect(teacher.getByRole('dialog')).toBeVisible()
  await teacher.goBack()
  await expect(teacher.getByRole('dialog')).toBeHidden()
  await expect(teacher).toHaveURL(new RegExp(`/teach/sessions/${sessionId}\\?search=anna$`))
  await expect(teacher.getByRole('searchbox')).toHaveValue('anna')
  // Back after a reload is a new page.
  await expect(live).toBeVisible()
  await openRecord(teacher, 'Anna Berg')
  await teacher.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(teacher.getByRole('dialog')).toBeHidden()
  await expect(teacher).not.toHaveURL(/student=/)
})

test('Back closes a window, and one that was closed otherwise takes no press of its own', async ({
  person,
}) => {
  const teacher = await person({ viewport: phone })
  const { classId } = await term(teacher, [])
  await teacher.goto(`/teach/classes/${classId}`)
  await teacher.getByRole('link', { name: 'Classes' }).first().click()
  await expect(teacher).toHaveURL(/\/teach$/)
  await teacher.getByRole('button', { name: 'New class' }).click()
  await expect(teacher.getByRole('dialog')).toBeVisible()
  await teacher.goBack()
  await expect(teacher.getByRole('dialog')).toBeHidden()
  await expect(teacher).toHaveURL(/\/teach$/)
  await teacher.getByRole('button', { name: 'New class' }).click()
  await teacher.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(teacher.getByRole('dialog')).toBeHidden()
  await teacher.goBack()
  await expect(teacher).toHaveURL(new RegExp(`/teach/classes/${classId}$`))
  await expect(teacher.getByRole('heading', { name: 'Physics 9b', level: 1 })).toBeVisible()

  // A window that makes something leads on to it, and back past it.
  await teacher.goto('/teach')
  await teacher.getByRole('button', { name: 'New class' }).click()
  await teacher.getByLabel('Name', { exact: true }).fill('Chemistry 7a')
  await teacher.getByRole('button', { name: 'Create class' }).click()
  await expect(teacher.getByRole('heading', { name: 'Chemistry 7a', level: 1 })).toBeVisible()
  await teacher.goBack()
  await expect(teacher).toHaveURL(/\/teach$/)
  await expect(teacher.getByRole('dialog')).toBeHidden()
})
