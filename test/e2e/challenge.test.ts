import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { call, enrolAnna, enrolPhotos, newAccount, newClass } from '@test/support/api-person'
import { type CameraShot, expect, expectAccessible, phone, type Turning, test } from '@test/support/browser'
import { turnedScene } from '@test/support/turns'
import { untilSeen } from '@test/support/until-seen'

/** A student, Anna as a rule, enrolled, before a class whose session is open and asks for the challenge as new ones do. */
async function openLesson(
  { teacher, student }: { teacher: Page; student: Page },
  enrol: (page: Page) => Promise<void> = enrolAnna,
) {
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher, 'Physics 9b', 'CHALLENGE')
  await newAccount(student, 'STUDENT', 'Anna Berg')
  await call(student.request, 'places.join', { joinCode })
  await enrol(student)
  await call(teacher.request, 'sessions.create', { classId, openNow: true })
  return { classId }
}

const turningAnna: Turning = { turning: 'anna' }
const stillAnna: CameraShot[] = [{ who: 'anna' }, { who: 'anna', share: 0.46 }]

/** Which movement is asked for, and where its words stand. */
const movements = /^(Turn your head left|Turn your head right|Look up|Come closer)$/

interface SentForm {
  url: string
  init: RequestInit
}

declare global {
  interface Window {
    sentForms: SentForm[]
  }
}

/** Keeps every form that the page sends, as a person with the developer tools open could. */
function keepForms(page: Page) {
  return page.addInitScript(() => {
    const send = window.fetch.bind(window)
    window.sentForms = []
    window.fetch = (url, init) => {
      if (init?.body instanceof FormData) window.sentForms.push({ url: String(url), init })
      return send(url, init)
    }
  })
}

/** The bytes of the pictures in the form sent first, and the answer to the very same form sent again. */
function sendAgain(page: Page) {
  return page.evaluate(async () => {
    const [form] = window.sentForms
    if (!form) throw new Error('nothing was sent')
    const { method, headers, body } = form.init
    const bytes = [...(body as FormData).values()].reduce(
      (sum, value) => sum + (value instanceof Blob ? value.size : value.length),
      0,
    )
    const answer = await fetch(form.url, { method, headers, body } as RequestInit)
    return { bytes, status: answer.status, text: await answer.text() }
  })
}

test('two movements, and she is clocked in; the same pictures sent again count for nothing', async ({
  person,
}) => {
  const teacher = await person()
  const student = await person({ camera: turningAnna, viewport: phone })
  await openLesson({ teacher, student })
  await keepForms(student)
  await student.goto('/study')
  await student.getByRole('button', { name: 'Clock in' }).click()
  await untilSeen(student, student.getByText('Clocked in'))
  await expectAccessible(student)
  const again = await sendAgain(student)
  expect(again.bytes).toBeLessThan(1024 * 1024)
  expect(again.status).toBe(409)
  expect(again.text).toContain('challenge.used')
})

const turns = join(process.env.FACES_DIR ?? '', 'turns')

test('a person of the AT&T database who turns the head is clocked in', async ({ person }) => {
  test.skip(!process.env.FACES_DIR || !existsSync(turns), 'FACES_DIR has no turns')
  const teacher = await person()
  const student = await person({ camera: { turning: 's10' } })
  const photos = await Promise.all([5, 6, 8].map((n) => turnedScene(join(turns, 's10', `${n}.jpg`))))
  await openLesson({ teacher, student }, (page) => enrolPhotos(page, photos))
  await student.goto('/study')
  await student.getByRole('button', { name: 'Clock in' }).click()
  await untilSeen(student, student.getByText('Clocked in'))
})

test('a picture that never moves comes to no clock-in', async ({ person }) => {
  const teacher = await person()
  const student = await person({ camera: stillAnna })
  await openLesson({ teacher, student })
  let sent = false
  student.on('request', (request) => {
    sent ||= request.url().includes('clocking.byFace')
  })
  await student.goto('/study')
  await student.getByRole('button', { name: 'Clock in' }).click()
  await expect(student.getByText(movements)).toBeVisible({ timeout: 40_000 })
  await expect(student.getByText(/until the ring is full/)).toBeVisible()
  await expectAccessible(student)
  await expect(
    student.getByText(/a little further, until the ring is full|nearer, until the ring/),
  ).toBeVisible({
    timeout: 30_000,
  })
  expect(sent).toBe(false)
  await expect(student.getByRole('img', { name: '0 of 2 movements done' })).toBeVisible()
})

for (const attack of ['print-1', 'screen-1']) {
  const picture = join(process.env.FACES_DIR ?? '', 'spoof', `${attack}.jpg`)

  test(`${attack} before the camera comes to no clock-in, whatever the class asks for`, async ({
    person,
  }) => {
    test.skip(!process.env.FACES_DIR || !existsSync(picture), `FACES_DIR has no spoof/${attack}.jpg`)
    const teacher = await person()
    const student = await person({ camera: { picture }, viewport: phone })
    const { classId } = await openLesson({ teacher, student })
    await student.goto('/study')
    await student.getByRole('button', { name: 'Clock in' }).click()
    await expect(student.locator('video')).toBeVisible()
    await student.waitForTimeout(15_000)
    await expect(student.getByText('Clocked in')).toHaveCount(0)

    const fields = { name: 'Physics 9b', timeZone: 'Europe/Berlin', lateAfterMinutes: 10 }
    await call(teacher.request, 'classes.update', { classId, ...fields, liveness: 'PAD' })
    await student.goto('/study')
    await student.getByRole('button', { name: 'Clock in' }).click()
    await student.getByRole('button', { name: 'Take picture' }).click({ timeout: 30_000 })
    await expect(
      student.getByRole('heading', { name: /a picture of a picture|You look to the side/ }),
    ).toBeVisible({ timeout: 30_000 })
  })
}

for (const camera of ['denied', 'none'] as const) {
  test(`with the camera ${camera}, no picture from a file is taken, and it says what else there is`, async ({
    person,
  }) => {
    const teacher = await person()
    const student = await person({ camera, viewport: phone })
    await openLesson({ teacher, student })
    await student.goto('/study')
    await student.getByRole('button', { name: 'Clock in' }).click()
    await expect(student.getByText('A picture from a file is not enough here')).toBeVisible()
    await expect(student.locator('input[type=file]')).toHaveCount(0)
    await expectAccessible(student)
  })
}

test('a teacher chooses what a class asks for', async ({ person }) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id } = await newClass(teacher, 'Physics 9b', 'CHALLENGE')
  await teacher.goto(`/teach/classes/${id}`)
  await teacher.getByRole('tab', { name: 'Settings' }).click()
  await expect(teacher.getByRole('radio', { name: /Two small movements/ })).toBeChecked()
  await teacher.getByRole('radio', { name: /look at the picture only/ }).check()
  await expectAccessible(teacher)
  await teacher.getByRole('button', { name: 'Save' }).click()
  await expect(teacher.getByText('The class is saved.')).toBeVisible()
  await teacher.reload()
  await teacher.getByRole('tab', { name: 'Settings' }).click()
  await expect(teacher.getByRole('radio', { name: /look at the picture only/ })).toBeChecked()
})
