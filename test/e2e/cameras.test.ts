import type { Page } from '@playwright/test'
import { call, enrolAnna, newAccount, newClass } from '@test/support/api-person'
import { askedFor, breakCameras, playOnlyAfterTap } from '@test/support/broken-cameras'
import { expect, expectAccessible, phone, test } from '@test/support/browser'
import { heicPath, heicPicture } from '@test/support/heic-pictures'
import { portraitPicture } from '@test/support/portrait-files'

const KEY = 'clockface.camera'

/** Somebody who has consented and is asked for photos: the camera opens. */
async function beforeCamera(page: Page) {
  await page.goto('/study/face')
  const consent = page.getByRole('checkbox')
  const again = page.getByRole('button', { name: 'Add photos', exact: true })
  await expect(consent.or(again)).toBeVisible()
  if (await again.isVisible()) return again.click()
  await consent.check()
  await page.getByRole('button', { name: 'Consent and add photos' }).click()
}

const chooser = (page: Page) => page.getByRole('combobox', { name: 'Camera' })
const shutter = (page: Page) => page.getByRole('button', { name: 'Take picture' })
const tap = (page: Page) => page.getByRole('button', { name: 'Tap to start' })
const files = (page: Page) => page.locator('input[type=file][multiple]').first()
const remembered = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEY)
const chosen = (page: Page) => chooser(page).locator('option:checked')

test('a camera in use leads to the next one and a chooser; what was chosen is remembered once it has played', async ({
  person,
}) => {
  const page = await person({ camera: { cameras: 2 }, viewport: phone })
  await newAccount(page, 'STUDENT', 'Anna Berg')
  await breakCameras(page, { fake_device_0: 'in use' })
  await beforeCamera(page)
  await expect(shutter(page)).toBeEnabled()
  await expect(chosen(page)).toHaveText('fake_device_1')
  await expectAccessible(page)

  await chooser(page).selectOption({ label: 'fake_device_0' })
  await expect(page.getByText('“fake_device_0” gave no picture')).toBeVisible()
  await expect(chosen(page)).toHaveText('fake_device_1')
  await expect(shutter(page)).toBeEnabled()
  expect(await remembered(page)).toBeNull()

  await page.evaluate(() => {
    window.troubled = {}
  })
  await chooser(page).selectOption({ label: 'fake_device_0' })
  await expect(chosen(page)).toHaveText('fake_device_0')
  await expect(shutter(page)).toBeEnabled()
  await expect.poll(() => remembered(page)).not.toBeNull()

  // What was remembered breaks: not even the next visit ends at it, and the one after does not begin with it.
  await beforeCamera(page)
  await expect(chosen(page)).toHaveText('fake_device_1')
  await expect(shutter(page)).toBeEnabled()
  expect(await remembered(page)).toBeNull()
})

test('a remembered camera that has gone is replaced and forgotten', async ({ person }) => {
  const page = await person({ camera: { cameras: 2 }, viewport: phone })
  await newAccount(page, 'STUDENT', 'Anna Berg')
  await breakCameras(page, {})
  await page.goto('/study/face')
  await page.evaluate((key) => localStorage.setItem(key, 'f'.repeat(64)), KEY)
  await beforeCamera(page)
  await expect(shutter(page)).toBeEnabled()
  expect(await remembered(page)).toBeNull()
})

test('where every camera is in use each can be chosen, and a picture from a file is a way', async ({
  person,
}) => {
  const page = await person({ camera: { cameras: 2 } })
  await newAccount(page, 'STUDENT', 'Anna Berg')
  await breakCameras(page, { fake_device_0: 'in use', fake_device_1: 'in use' })
  await beforeCamera(page)
  await expect(page.getByRole('heading', { name: 'The camera cannot be opened' })).toBeVisible()
  expect(new Set(await askedFor(page))).toEqual(new Set(['fake_device_0', 'fake_device_1']))
  await expect(files(page)).toBeAttached()
  await expectAccessible(page)
  await page.evaluate(() => {
    window.troubled = { fake_device_0: 'in use' }
  })
  await chooser(page).selectOption({ label: 'fake_device_1' })
  await expect(shutter(page)).toBeEnabled()
})

test('a camera that never answers, and one that sends nothing, lead to a tap for the next one, and to files', async ({
  person,
}) => {
  const page = await person({ camera: { cameras: 3 }, viewport: phone })
  await newAccount(page, 'STUDENT', 'Anna Berg')
  await breakCameras(page, { fake_device_0: 'never answers', fake_device_1: 'sends nothing' })
  await beforeCamera(page)
  await expect(page.getByText('Starting the camera')).toBeVisible()
  await expect(tap(page)).toBeVisible()
  await expect(files(page)).toBeAttached()
  await expectAccessible(page)
  // The browser does not tell which one it was that never answered; the next one sends nothing.
  await tap(page).click()
  await expect(tap(page)).toBeHidden()
  await expect(tap(page)).toBeVisible()
  await expect(chosen(page)).toHaveText('fake_device_1')
  await tap(page).click()
  await expect(shutter(page)).toBeEnabled()
  await expect(chosen(page)).toHaveText('fake_device_2')
  expect(await askedFor(page)).toEqual(['fake_device_0', 'fake_device_1', 'fake_device_2'])
})

test('the camera of the room has the same ways on', async ({ person }) => {
  const teacher = await person({ camera: { cameras: 2 } })
  await breakCameras(teacher, { fake_device_0: 'in use' })
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  const student = await person()
  await newAccount(student, 'STUDENT', 'Anna Berg')
  await call(student.request, 'places.join', { joinCode })
  await enrolAnna(student)
  const { id } = await call<{ id: string }>(teacher.request, 'sessions.create', { classId, openNow: true })
  await teacher.goto(`/teach/sessions/${id}/roll-call`)
  await teacher.getByRole('button', { name: 'Use the camera' }).click()
  await expect(teacher.getByRole('button', { name: 'Take the photo' })).toBeEnabled()
  await expect(chosen(teacher)).toHaveText('fake_device_1')
  await expectAccessible(teacher)
})

test('where the browser plays nothing by itself, a tap starts the camera', async ({ person }) => {
  const page = await person({ camera: { cameras: 1 }, viewport: phone })
  await newAccount(page, 'STUDENT', 'Anna Berg')
  await playOnlyAfterTap(page)
  await beforeCamera(page)
  await expect(tap(page)).toBeVisible()
  await expect(files(page)).toBeAttached()
  await tap(page).click()
  await expect(shutter(page)).toBeEnabled()
  await expect(tap(page)).toHaveCount(0)
})

test('HEIC is read at enrolment and in a roll call, by whatever name', async ({ person }) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  const student = await person({ viewport: phone })
  await newAccount(student, 'STUDENT', 'Clara Roth')
  await call(student.request, 'places.join', { joinCode })
  await beforeCamera(student)
  const side = await portraitPicture('clara', { share: 0.5, stance: { left: 24 } })
  await files(student).setInputFiles([heicPath('clara-turned'), side])
  await student.getByRole('button', { name: 'Use these 2 pictures' }).click()
  await expect(student.getByText('Ready to clock in')).toBeAttached({ timeout: 60_000 })

  const { id } = await call<{ id: string }>(teacher.request, 'sessions.create', { classId, openNow: true })
  await teacher.goto(`/teach/sessions/${id}/roll-call`)
  const photo = { name: 'IMG_4848.jpg', mimeType: 'image/jpeg', buffer: await heicPicture('clara') }
  await teacher.locator('input[type=file]').last().setInputFiles(photo)
  await teacher.getByRole('button', { name: 'Read this photo' }).click()
  await expect(teacher.getByRole('group', { name: 'Clara Roth', exact: true })).toBeVisible({
    timeout: 60_000,
  })
})
