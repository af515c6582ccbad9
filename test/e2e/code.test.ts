import type { Page } from '@playwright/test'
import { ask, call, enrolAnna, newAccount, newClass } from '@test/support/api-person'
import { expect, expectAccessible, phone, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { openRecord } from '@test/support/open-record'

/** A class with an open session, and Anna in it. */
async function openLesson({ teacher, student }: { teacher: Page; student: Page }) {
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  const anna = await newAccount(student, 'STUDENT', 'Anna Berg')
  await call(student.request, 'places.join', { joinCode })
  const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', {
    classId,
    openNow: true,
  })
  return { classId, sessionId, email: anna.email }
}

const codeOf = async (teacher: Page, sessionId: string) =>
  (await ask<{ code: string }>(teacher.request, 'sessions.code', { sessionId })).code

/** The digits as a screen reader spells them. */
const spelled = /^([0-9] ){5}[0-9]$/

test('the code stands on board and projector, changes there by itself, and its picture leads to one tap', async ({
  person,
}) => {
  const teacher = await person()
  const student = await person({ viewport: phone })
  const { sessionId } = await openLesson({ teacher, student })
  await teacher.goto(`/teach/sessions/${sessionId}`)
  await expect(teacher.getByText(spelled)).toHaveCount(0)
  await teacher.getByRole('button', { name: 'Show code' }).click()
  await expect(teacher.getByText(spelled)).toBeAttached()
  await expect(teacher.getByRole('img', { name: 'Opens the page to clock in to Physics 9b' })).toBeVisible()
  await expectAccessible(teacher)

  const projector = await teacher.context().newPage()
  await projector.goto(`/teach/sessions/${sessionId}/projector`)
  const shown = projector.getByText(spelled)
  await expect(shown).toBeAttached()
  await expectAccessible(projector)
  const before = (await shown.textContent()) ?? ''
  await expect(shown).not.toHaveText(before, { timeout: 35_000 })
  const digits = ((await shown.textContent()) ?? '').replaceAll(' ', '')
  expect(digits).toBe(await codeOf(teacher, sessionId))

  await student.goto(`/study/code?session=${sessionId}&code=${digits}`)
  await expect(student.getByLabel('Code of the session')).toHaveValue(digits)
  await expectAccessible(student)
  await student.getByRole('button', { name: 'Clock in', exact: true }).click()
  await expect(student.getByText('Clocked in')).toBeVisible()
  await expect(projector.getByText('Present ·').first()).toBeVisible()

  // Scanned once more, it does not end the lesson with one tap.
  await student.goto(`/study/code?session=${sessionId}&code=${digits}`)
  await expect(student.getByText('You are clocked in.')).toBeVisible()
  await expectAccessible(student)
  await student.getByRole('button', { name: 'I am leaving: clock out' }).click()
  await expect(student.getByRole('button', { name: 'Clock out', exact: true })).toBeVisible()

  await teacher.getByRole('button', { name: 'Hide the code' }).click()
  await expect(shown).toHaveCount(0)
})

test('a picture that was scanned before signing in leads back to its code, and a wrong one is told', async ({
  person,
}) => {
  const teacher = await person()
  const student = await person({ viewport: phone })
  const { sessionId, email } = await openLesson({ teacher, student })
  const visitor = await person({ viewport: phone })
  const code = await codeOf(teacher, sessionId)
  await visitor.goto(`/study/code?session=${sessionId}&code=${code}`)
  await visitor.getByLabel('Email').fill(email)
  await visitor.getByLabel('Password', { exact: true }).fill('walnut stair lantern')
  await visitor.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(visitor.getByLabel('Code of the session')).toHaveValue(code)
  await visitor.getByLabel('Code of the session').fill('12')
  await visitor.getByRole('button', { name: 'Clock in', exact: true }).click()
  await expect(visitor.getByText('A code has 6 digits.')).toBeVisible()
  const wrong = code.slice(0, 5) + ((Number(code[5]) + 5) % 10)
  await visitor.getByLabel('Code of the session').fill(wrong)
  await visitor.getByRole('button', { name: 'Clock in', exact: true }).click()
  await expect(visitor.getByText('This is not the code.')).toBeVisible()
  await expectAccessible(visitor)
})

test('a teacher switches a face off in their class for the parents: nothing is erased, and everybody concerned is told', async ({
  person,
}) => {
  const teacher = await person()
  const student = await person({ viewport: phone })
  const { classId, sessionId } = await openLesson({ teacher, student })
  await enrolAnna(student)
  await teacher.goto(`/teach/classes/${classId}?tab=students`)
  await teacher.getByRole('button', { name: 'Switch the face of Anna Berg off in this class' }).click()
  await expectAccessible(teacher)
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'Switch off here' }).click()
  await expect(teacher.getByText('Face off here').first()).toBeVisible()
  await expectAccessible(teacher)
  // The buttons of a row leave room for names.
  const cell = await teacher.getByRole('cell', { name: 'Anna Berg' }).first().boundingBox()
  expect(cell?.width).toBeGreaterThan(180)
  const [{ photos } = { photos: -1 }] = await runSql<{ photos: number }>(
    'SELECT count(*)::int AS photos FROM "EnrolmentPhoto"',
  )
  expect(photos).toBeGreaterThan(1)

  await student.goto('/study/face')
  await expect(student.getByRole('heading', { name: 'Where your face is not used' })).toBeVisible()
  await expect(student.getByText(/^Off here since .*, by /)).toBeVisible()
  await expectAccessible(student)
  await student.goto('/study')
  await expect(student.getByText('has decided that your face is not used here')).toBeVisible()
  await expect(student.getByRole('button', { name: 'Clock in with the code' })).toBeVisible()
  await expectAccessible(student)
  await teacher.goto(`/teach/sessions/${sessionId}`)
  await expect(teacher.getByText('face off in this class')).toBeVisible()
  await teacher.goto(`/teach/classes/${classId}?tab=students`)
  await teacher.getByRole('button', { name: 'Switch the face of Anna Berg on in this class' }).click()
  await expect(teacher.getByText('Face off here')).toHaveCount(0)
  await expect(student.getByText('has decided that your face is not used here')).toHaveCount(0)
})

test('an administrator erases a face and says why; without a reason nothing happens', async ({ person }) => {
  const teacher = await person()
  const student = await person({ viewport: phone })
  const { email } = await openLesson({ teacher, student })
  await enrolAnna(student)
  const admin = await person()
  const { email: office } = await newAccount(admin, 'STUDENT', 'Robin Vale')
  await runSql(`UPDATE "User" SET roles = '{ADMIN}' WHERE email = $1`, [office])
  await admin.goto('/admin')
  await admin.getByLabel('Find somebody by their email').fill(email)
  await admin.getByRole('button', { name: 'Find', exact: true }).click()
  await admin
    .getByRole('button', { name: 'Erase the face of Anna Berg and switch it off everywhere' })
    .click()
  const dialog = admin.getByRole('dialog', { name: 'Erase the face of Anna Berg?' })
  await expectAccessible(admin)
  await dialog.getByRole('button', { name: 'Erase and switch off' }).click()
  await expect(dialog.getByText('Say why.')).toBeVisible()
  await dialog.getByLabel('Why').fill('At the wish of the parents')
  await dialog.getByRole('button', { name: 'Erase and switch off' }).click()
  await expect(admin.getByText('Reason: At the wish of the parents').first()).toBeVisible()
  await student.goto('/study/face')
  await expect(student.getByText('This has been decided for you')).toBeVisible()
  await expect(student.getByRole('button', { name: 'Use my face after all' })).toHaveCount(0)
  await expectAccessible(student)
})

test('after 50 misses the face is off and the person told why; one click of the teacher brings it back', async ({
  person,
}) => {
  const teacher = await person()
  const student = await person({ camera: [{ who: 'berta' }], viewport: phone })
  const { sessionId, email } = await openLesson({ teacher, student })
  await enrolAnna(student)
  await runSql(
    `INSERT INTO "FaceLock" (key, misses, "updatedAt")
     SELECT 'person:' || id, 49, now() FROM "User" WHERE email = $1`,
    [email],
  )
  await student.goto('/study')
  await student.getByRole('button', { name: 'Clock in' }).click()
  const told = student.getByRole('heading', { name: /did not recognise you 50 times in a row/ })
  await expect(told).toBeVisible({ timeout: 30_000 })
  await expectAccessible(student)
  await student.getByRole('button', { name: 'Enter the code' }).click()
  await student.getByLabel('Code of the session').fill(await codeOf(teacher, sessionId))
  await student.getByRole('dialog').getByRole('button', { name: 'Clock in', exact: true }).click()
  await expect(student.getByText('Clocked in')).toBeVisible()

  const own = await student.context().newPage()
  await own.goto('/study/face')
  await expect(own.getByText('Your photos are kept until then.')).toBeVisible()
  await expect(own.getByRole('button', { name: 'Withdraw my consent' })).toBeVisible()
  await expectAccessible(own)
  await own.close()

  await teacher.goto(`/teach/sessions/${sessionId}`)
  await openRecord(teacher, 'Anna Berg')
  await expect(teacher.getByText('Face switched off')).toBeVisible()
  await expectAccessible(teacher)
  await teacher.getByRole('button', { name: /^Switch face on/ }).click()
  await expect(teacher.getByText('Face switched off')).toHaveCount(0)
  await student.getByRole('button', { name: 'Done' }).click()
  await expect(student.getByRole('button', { name: 'Clock out', exact: true })).toBeVisible()
})

test('a code at which somebody guesses has eight digits from then on, and the teacher sees why at once', async ({
  person,
}) => {
  const teacher = await person()
  const student = await person({ viewport: phone })
  const { sessionId } = await openLesson({ teacher, student })
  await teacher.goto(`/teach/sessions/${sessionId}`)
  await teacher.getByRole('button', { name: 'Show code' }).click()
  await expect(teacher.getByText(spelled)).toBeAttached()
  await runSql(
    `INSERT INTO "TryCount" (key, points, expire) VALUES ('session code guessed:' || $1, 29, now() + interval '5 minutes')`,
    [sessionId],
  )
  const code = await codeOf(teacher, sessionId)
  const wrong = code.slice(0, 5) + ((Number(code[5]) + 5) % 10)
  await student.goto(`/study/code?session=${sessionId}&code=${wrong}`)
  const clockIn = student.getByRole('button', { name: 'Clock in', exact: true })
  await clockIn.click()
  await expect(student.getByText('This is not the code.')).toBeVisible()
  await expect(teacher.getByText('Somebody is trying out codes.')).toBeVisible()
  await expect(teacher.getByText(/^([0-9] ){7}[0-9]$/)).toBeAttached()
  await expectAccessible(teacher)
  const field = student.getByLabel('Code of the session')
  await field.fill(code)
  await clockIn.click()
  await expect(student.getByText('The code is longer now.')).toBeVisible()
  await field.fill(await codeOf(teacher, sessionId))
  await expectAccessible(student)
  await clockIn.click()
  await expect(student.getByText('Clocked in')).toBeVisible()
})
