import type { Page } from '@playwright/test'
import { call, enrolAnna, newAccount, newClass } from '@test/support/api-person'
import { type CameraShot, expect, expectAccessible, phone, test } from '@test/support/browser'
import { openRecord } from '@test/support/open-record'
import { portraitPicture } from '@test/support/portrait-files'

interface People {
  teacher: Page
  student: Page
}

/** A class with an open session, and Anna, who is in it and enrolled. */
async function openLesson({ teacher, student }: People, { enrolled = true } = {}) {
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  await newAccount(student, 'STUDENT', 'Anna Berg')
  await call(student.request, 'places.join', { joinCode })
  if (enrolled) await enrolAnna(student)
  const session = await call<{ id: string }>(teacher.request, 'sessions.create', { classId, openNow: true })
  return { sessionId: session.id, classId }
}

const berta: CameraShot[] = [{ who: 'berta' }, { who: 'berta', share: 0.46 }]

test('a stranger’s face is refused, and the teacher can see what was shown', async ({ person }) => {
  const teacher = await person()
  const student = await person({ camera: berta, viewport: phone })
  const { sessionId } = await openLesson({ teacher, student })
  await student.goto('/study')
  await student.getByRole('button', { name: 'Clock in' }).click()
  await expect(student.getByText('does not match your photos')).toBeVisible({ timeout: 30_000 })
  await expect(student.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expectAccessible(student)

  await teacher.goto(`/teach/sessions/${sessionId}`)
  await expect(teacher.getByText('Not here yet').first()).toBeVisible()
  await openRecord(teacher, 'Anna Berg')
  await expect(teacher.getByRole('img', { name: 'What the camera saw at this face check' })).toBeVisible()
  await expectAccessible(teacher)
})

for (const camera of ['denied', 'none'] as const) {
  test(`with the camera ${camera}, enrolling and clocking in go on with picture files`, async ({
    person,
  }) => {
    const teacher = await person()
    const student = await person({ camera, viewport: phone })
    await openLesson({ teacher, student }, { enrolled: false })
    await student.goto('/study/face')
    await student.getByRole('checkbox').check()
    await student.getByRole('button', { name: 'Consent and add photos' }).click()
    const words = camera === 'denied' ? /allow/i : /no camera/i
    await expect(student.getByText(words).first()).toBeVisible()
    await expectAccessible(student)
    const pictures = await Promise.all([portraitPicture('anna'), portraitPicture('annaAgain')])
    await student.locator('input[type=file][multiple]').first().setInputFiles(pictures)
    await student.getByRole('button', { name: 'Use these 2 pictures' }).click()
    await expect(student.getByText('Ready to clock in')).toBeAttached({ timeout: 30_000 })

    await student.goto('/study')
    await student.getByRole('button', { name: 'Clock in' }).click()
    await student
      .locator('input[type=file][multiple]')
      .first()
      .setInputFiles(await portraitPicture('anna', { share: 0.46 }))
    await student.getByRole('button', { name: /^Use / }).last().click()
    await expect(student.getByText('Clocked in')).toBeVisible({ timeout: 30_000 })
  })
}

test('without agreeing, no camera opens, and the teacher marks by hand', async ({ person }) => {
  const teacher = await person()
  const student = await person({ camera: berta, viewport: phone })
  const { sessionId } = await openLesson({ teacher, student }, { enrolled: false })
  await student.goto('/study/face')
  await student.getByRole('button', { name: 'Consent and add photos' }).click()
  await expect(student.getByText('Tick this if you consent')).toBeVisible()
  await expect(student.locator('video')).toHaveCount(0)
  await student.getByRole('link', { name: 'Go without my face' }).click()
  await expect(student.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(student.getByRole('button', { name: 'Clock in', exact: true })).toHaveCount(0)
  await expect(student.getByRole('button', { name: 'Clock in with the code' })).toBeVisible()

  await teacher.goto(`/teach/sessions/${sessionId}`)
  await openRecord(teacher, 'Anna Berg')
  await teacher.getByRole('radio', { name: 'Excused' }).check()
  await teacher.getByLabel('Note').fill('Bring the form')
  await teacher.getByRole('button', { name: 'Save' }).click()
  await expect(teacher.getByText('Excused').first()).toBeVisible()
})

test('withdrawing erases the photos at once and says so', async ({ person }) => {
  const teacher = await person()
  const student = await person({ viewport: phone })
  await openLesson({ teacher, student })
  await student.goto('/study/face')
  const photo = student.getByRole('img', { name: /Photo 1 of 2/ })
  await expect(photo).toBeVisible()
  const source = (await photo.getAttribute('src')) ?? ''
  expect((await student.request.get(source)).status()).toBe(200)
  await student.getByRole('button', { name: 'Withdraw my consent' }).click()
  await expectAccessible(student)
  await student.getByRole('button', { name: 'Withdraw and erase' }).click()
  await expect(student.getByText('Erased for good: 2 photos, 2 templates')).toBeVisible()
  expect((await student.request.get(source)).status()).toBe(404)
})
