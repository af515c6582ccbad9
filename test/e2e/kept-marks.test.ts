import type { Page } from '@playwright/test'
import { ask, call, newAccount, newClass, signIn } from '@test/support/api-person'
import { expect, phone, test } from '@test/support/browser'
import { fillClass } from '@test/support/fill-class'
import { lookEverywhere } from '@test/support/look-everywhere'
import type { BoardStudent } from '@/domain/board'

/** The board of a session of four who are not marked. */
async function openBoard(teacher: Page) {
  const { email } = await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  await fillClass(classId, 4)
  const open = { classId, openNow: true }
  const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', open)
  const students = async () =>
    (await ask<{ students: BoardStudent[] }>(teacher.request, 'sessions.board', { sessionId })).students
  const standings = async () => (await students()).map(({ record }) => record?.status ?? null)
  await teacher.goto(`/teach/sessions/${sessionId}`)
  await expect(teacher.getByText('Live', { exact: true })).toBeVisible()
  return { email, sessionId, students, standings }
}

const mark = async (board: Page, name: string, status: string) => {
  await board.getByRole('button', { name: `Mark ${name}` }).click()
  await board.getByRole('menuitemradio', { name: status }).click()
}

test('what is marked without a network is kept, sent in order once there is one, and asked about where something else stands', async ({
  person,
}) => {
  const teacher = await person({ viewport: phone })
  const { sessionId, students, standings } = await openBoard(teacher)
  // A menu is there without a network once it was opened.
  await mark(teacher, 'Student 004', 'Present')
  await expect.poll(standings).toEqual([null, null, null, 'PRESENT'])

  await teacher.context().setOffline(true)
  await mark(teacher, 'Student 001', 'Late')
  await expect(teacher.getByText('One mark waits to be sent')).toBeVisible()
  await mark(teacher, 'Student 002', 'Absent')
  await mark(teacher, 'Student 001', 'Excused')
  await mark(teacher, 'Student 003', 'Absent')
  await expect(teacher.getByText('3 marks wait to be sent')).toBeVisible()
  const tile = (name: string) => teacher.getByRole('listitem').filter({ hasText: name })
  await expect(tile('Student 001')).toContainText('Not sent yet')
  await expect(tile('Student 001')).toContainText('Excused')
  // Toasts that lie behind one another fade.
  await expect(teacher.locator('[data-sonner-toast]')).toHaveCount(0)
  await lookEverywhere(teacher)

  // Somebody else marks the third meanwhile: through another way than this page.
  const third = (await students())[2]
  await call(teacher.request, 'attendance.mark', { sessionId, studentId: third?.id, status: 'PRESENT' })
  expect(await standings()).toEqual([null, null, 'PRESENT', 'PRESENT'])

  await teacher.context().setOffline(false)
  await expect.poll(standings).toEqual(['EXCUSED', 'ABSENT', 'PRESENT', 'PRESENT'])
  await expect(teacher.getByText('wait to be sent')).toBeHidden()
  await expect(tile('Student 001')).not.toContainText('Not sent yet')
  await expect(teacher.getByText('Student 003: “Absent” was not taken')).toBeVisible()
  await expect(teacher.locator('[data-sonner-toast]')).toHaveCount(0)
  await lookEverywhere(teacher)
  const history = await ask<{ changes: unknown[] }>(teacher.request, 'attendance.recordHistory', {
    sessionId,
    studentId: (await students())[0]?.id,
  })
  expect(history.changes).toHaveLength(1)

  // Where it cannot be asked what stands now, that is said, and the question stays.
  await teacher.context().setOffline(true)
  await teacher.getByRole('button', { name: 'Mark all the same' }).click()
  await expect(teacher.locator('[data-sonner-toast]')).toContainText('No answer from the server')
  await expect(teacher.getByText('Student 003: “Absent” was not taken')).toBeVisible()
  await teacher.context().setOffline(false)
  await teacher.getByRole('button', { name: 'Mark all the same' }).click()
  await expect.poll(standings).toEqual(['EXCUSED', 'ABSENT', 'ABSENT', 'PRESENT'])
  await expect(teacher.getByText('was not taken')).toBeHidden()
})

test('a kept mark is undone where it is: on the device, at the server once it was sent, and on its way there', async ({
  person,
}) => {
  const teacher = await person()
  const { standings } = await openBoard(teacher)
  const kept = teacher.locator('[data-sonner-toast]').filter({ hasText: 'marked on this device' })
  const undo = kept.getByRole('button', { name: 'Undo' })
  const waits = teacher.getByText('One mark waits to be sent')
  const markWithout = async (name: string, status: string) => {
    await teacher.context().setOffline(true)
    await mark(teacher, name, status)
    await expect(waits).toBeVisible()
  }
  await mark(teacher, 'Student 004', 'Present')
  await expect.poll(standings).toEqual([null, null, null, 'PRESENT'])

  await markWithout('Student 001', 'Late')
  await undo.click()
  await expect(waits).toBeHidden()
  await teacher.context().setOffline(false)

  // Of two the first waits again.
  await markWithout('Student 002', 'Late')
  await mark(teacher, 'Student 002', 'Absent')
  await undo.click()
  await expect(waits).toBeVisible()
  await teacher.context().setOffline(false)
  await expect.poll(standings).toEqual([null, 'LATE', null, 'PRESENT'])
  await mark(teacher, 'Student 002', 'Not yet')
  await expect.poll(standings).toEqual([null, null, null, 'PRESENT'])

  await markWithout('Student 002', 'Late')
  await teacher.context().setOffline(false)
  await expect.poll(standings).toEqual([null, 'LATE', null, 'PRESENT'])
  await undo.click()
  await expect.poll(standings).toEqual([null, null, null, 'PRESENT'])
  await expect(teacher.getByText('1 student: taken back.')).toBeVisible()

  let arrive = () => {}
  const arrives = new Promise<void>((resolve) => {
    arrive = resolve
  })
  let isUnderWay = false
  await teacher.route(/attendance\.mark(\?|,|$)/, async (route) => {
    isUnderWay = true
    await arrives
    await route.continue()
  })
  await markWithout('Student 003', 'Absent')
  await teacher.context().setOffline(false)
  await expect.poll(() => isUnderWay).toBe(true)
  await undo.click()
  await expect(waits).toBeHidden()
  arrive()
  await expect(teacher.getByText('1 student: taken back.')).toBeVisible()
  await expect.poll(standings).toEqual([null, null, null, 'PRESENT'])
  await teacher.unrouteAll({ behavior: 'ignoreErrors' })
})

test('what is kept waits for whoever made it, whoever signs in over them meanwhile', async ({ person }) => {
  const teacher = await person()
  const { email, sessionId, students, standings } = await openBoard(teacher)
  const other = await newAccount(await person(), 'TEACHER', 'Jonas Lindqvist')
  await mark(teacher, 'Student 004', 'Present')
  await expect.poll(standings).toEqual([null, null, null, 'PRESENT'])

  await teacher.context().setOffline(true)
  await mark(teacher, 'Student 001', 'Late')
  const waits = teacher.getByText('One mark waits to be sent')
  await expect(waits).toBeVisible()
  await signIn(teacher.request, other.email)
  const refused = teacher.waitForResponse(
    (response) => /attendance\.mark(\?|,|$)/.test(response.url()) && response.status() === 401,
  )
  await teacher.context().setOffline(false)
  await refused
  await expect(teacher.getByText('You are signed out')).toBeVisible()
  await expect(waits).toBeVisible()
  await expect(teacher.getByText('was not taken')).toBeHidden()

  await signIn(teacher.request, email)
  await teacher.reload()
  await expect.poll(standings).toEqual(['LATE', null, null, 'PRESENT'])
  await expect(waits).toBeHidden()
  const history = await ask<{ changes: { actor: { name: string } }[] }>(
    teacher.request,
    'attendance.recordHistory',
    { sessionId, studentId: (await students())[0]?.id },
  )
  expect(history.changes.map(({ actor }) => actor.name)).toEqual(['Amara Okafor'])
})
