import type { Page } from '@playwright/test'
import { call, enrolAs, newAccount, newClass } from '@test/support/api-person'
import { desktop, expect, expectAccessible, phone, test } from '@test/support/browser'
import { forgetFaces } from '@test/support/e2e-database'
import { groupPhotoFile } from '@test/support/group-photos'
import { openRecord } from '@test/support/open-record'
import type { PortraitOptions, Sitter } from '@test/support/sample-portraits'

const portraits: Record<string, [Sitter, PortraitOptions?][]> = {
  'Anna Berg': [['anna'], ['annaAgain']],
  'Dora Quist': [['dora'], ['dora', { share: 0.5, stance: { left: 24 } }]],
}

async function student(page: Page, name: string, joinCode: string) {
  await newAccount(page, 'STUDENT', name)
  await call(page.request, 'places.join', { joinCode })
  const own = portraits[name]
  if (own) await enrolAs(page, own)
}

/** Opens a session of the class, and answers where its roll call is. */
async function rollCallOf(teacher: Page, classId: string): Promise<string> {
  const session = { classId, openNow: true }
  const { id } = await call<{ id: string }>(teacher.request, 'sessions.create', session)
  return `/teach/sessions/${id}/roll-call`
}

async function sendPhoto(teacher: Page, file: string) {
  await teacher.locator('input[type=file]').last().setInputFiles(file)
  await teacher.getByRole('button', { name: 'Read this photo' }).click()
  await expect(teacher.getByRole('heading', { name: /^Unknown/ })).toBeVisible({ timeout: 60_000 })
}

test.beforeEach(forgetFaces)

const person = (teacher: Page, name: string) => teacher.getByRole('group', { name, exact: true })

/** Sees to it that this student is marked: ticked by itself, or accepted with a tap where nobody is ticked. */
async function accept(teacher: Page, name: string) {
  const box = person(teacher, name).getByRole('checkbox')
  if (await box.count()) await expect(box).toBeChecked()
  else await person(teacher, name).getByRole('button', { name, exact: true }).click()
}

test('a roll call from a photo: review, "not this person", marks with evidence', async ({ person: open }) => {
  const teacher = await open({ viewport: desktop })
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  for (const name of ['Anna Berg', 'Dora Quist', 'Berta Cole', 'Finn Moss'])
    await student(await open(), name, joinCode)
  const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', {
    classId,
    openNow: true,
  })

  await teacher.goto(`/teach/sessions/${sessionId}`)
  await teacher.getByRole('link', { name: 'Roll call' }).click()
  await expect(teacher.getByText('2 of 4 students can be found in photos.')).toBeVisible()
  await expectAccessible(teacher)
  await sendPhoto(teacher, groupPhotoFile('annaAndDora'))
  await expectAccessible(teacher)
  await accept(teacher, 'Anna Berg')

  // Said of a face, it holds for that face alone, at once and for good; and it can be taken back.
  const face = await person(teacher, 'Dora Quist').getByRole('img').first().getAttribute('src')
  const taken = person(teacher, 'Dora Quist').locator(`img[src="${face}"]`)
  await person(teacher, 'Dora Quist')
    .getByRole('button', { name: /^Not this person/ })
    .click()
  await expect(taken).toHaveCount(0)
  await teacher.getByRole('button', { name: 'Undo' }).click()
  await expect(taken).toHaveCount(1)
  await person(teacher, 'Dora Quist')
    .getByRole('button', { name: /^Not this person/ })
    .first()
    .click()
  await expect(taken).toHaveCount(0)

  const unknown = teacher.getByRole('group', { name: /^Unknown face/ })
  await unknown.last().getByRole('button', { name: /^Name/ }).click()
  await expect(teacher.getByRole('dialog')).toContainText('Has not consented to this')
  await expectAccessible(teacher)
  await teacher.getByLabel('Find a student').fill('ber co')
  await teacher.getByRole('dialog').getByRole('button', { name: 'Berta Cole' }).click()
  await expect(teacher.getByRole('group', { name: /named Berta Cole/ })).toBeVisible()

  // A look at the board, or the page read anew, costs nothing of that.
  await teacher.reload()
  await expect(teacher.getByRole('group', { name: /named Berta Cole/ })).toBeVisible()
  await expect(teacher.getByRole('button', { name: 'Mark 2 present' })).toBeVisible()

  await teacher.setViewportSize(phone)
  await teacher.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(teacher)
  await teacher.emulateMedia({ colorScheme: 'light' })
  await teacher.setViewportSize(desktop)
  await teacher.getByRole('button', { name: 'Mark 2 present' }).click()
  await expect(teacher.getByText('2 students marked present from group photos.')).toBeVisible()
  const tile = (name: string) => teacher.getByRole('listitem').filter({ hasText: name })
  await expect(tile('Anna Berg')).toContainText('group photo')
  await expect(tile('Berta Cole')).toContainText('hand')
  await expect(tile('Finn Moss')).toContainText('Not yet')

  await openRecord(teacher, 'Anna Berg')
  const evidence = teacher.getByRole('img', { name: 'What the camera saw at this face check' })
  await expect(evidence).toBeVisible()
  await expect(teacher.getByRole('dialog')).toContainText('from a group photo')
  await teacher.keyboard.press('Escape')

  // The same photo once more, after the end: Dora is still not offered for that face, and nothing is marked twice.
  await teacher.getByRole('button', { name: 'End session' }).click()
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click()
  await teacher.getByRole('link', { name: 'Roll call' }).click()
  await sendPhoto(teacher, groupPhotoFile('annaAndDora'))
  await expect(person(teacher, 'Anna Berg')).toContainText(/stays as it is/i)
  await expect(teacher.getByRole('checkbox')).toHaveCount(0)
  await teacher.getByRole('button', { name: 'Discard' }).click()
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await expect(teacher.getByRole('heading', { name: 'Photos of the room' })).toBeVisible()
})

test('photos are looked at with their names, more are added, and what was confirmed is undone', async ({
  person: open,
}) => {
  const teacher = await open({ viewport: desktop })
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  for (const name of ['Anna Berg', 'Dora Quist', 'Berta Cole']) await student(await open(), name, joinCode)
  const page = await rollCallOf(teacher, classId)
  await teacher.goto(page)
  await sendPhoto(teacher, groupPhotoFile('annaAndDora'))
  const dialog = teacher.getByRole('dialog')
  const enlarge = (name: string) => person(teacher, name).getByRole('button', { name: /^Enlarge/ })

  // A face, larger, and where it is; a tap on another leads to its row.
  await enlarge('Anna Berg').click()
  await expect(dialog.getByRole('heading', { name: 'Photo 1' })).toBeVisible()
  await expect(dialog.getByRole('img', { name: 'The face in photo 1' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Anna Berg/ })).toBeVisible()
  await expectAccessible(teacher)
  await dialog.getByRole('button', { name: /^Dora Quist/ }).click()
  await expect(dialog).toBeHidden()
  await expect(enlarge('Dora Quist')).toBeFocused()

  // The whole photo, on a phone: Back closes it.
  await teacher.setViewportSize(phone)
  await teacher.emulateMedia({ colorScheme: 'dark' })
  await teacher.getByRole('button', { name: /^Photo 1 of the room/ }).click()
  await expect(dialog.getByRole('img', { name: /^Photo 1 of the room/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Larger' }).click()
  await expectAccessible(teacher)
  await teacher.goBack()
  await expect(dialog).toBeHidden()
  expect(new URL(teacher.url()).pathname).toBe(page)
  await teacher.emulateMedia({ colorScheme: 'light' })
  await teacher.setViewportSize(desktop)

  // What was said by hand stays when another photo comes.
  await accept(teacher, 'Anna Berg')
  await teacher
    .getByRole('group', { name: /^Unknown face/ })
    .last()
    .getByRole('button', { name: /^Name/ })
    .click()
  await dialog.getByRole('button', { name: 'Berta Cole' }).click()
  await teacher.getByRole('button', { name: 'Add photos' }).click()
  await dialog.locator('input[type=file]').last().setInputFiles(groupPhotoFile('bertaAndClara'))
  await dialog.getByRole('button', { name: 'Read this photo' }).click()
  await expect(teacher.getByRole('button', { name: /^Photo 2 of the room/ })).toBeVisible({ timeout: 60_000 })
  await expect(teacher.getByRole('group', { name: /named Berta Cole/ })).toBeVisible()

  await teacher.getByRole('button', { name: /^Mark \d+ present/ }).click()
  await expect(teacher.getByText(/marked present from group photos/)).toBeVisible()
  const tile = (name: string) => teacher.getByRole('listitem').filter({ hasText: name })
  await expect(tile('Berta Cole')).toContainText('hand')
  await teacher.getByRole('button', { name: 'Undo' }).click()
  await expect(teacher.getByText(/^Undone: \d records? (is|are) as/)).toBeVisible()
  await expect(tile('Berta Cole')).toContainText('Not yet')
  await expect(teacher.getByText('Amara Okafor undid that roll call.')).toBeVisible()
})

test('a photo taken with the webcam is read like any other', async ({ person: open }) => {
  const teacher = await open({ camera: { picture: groupPhotoFile('annaAndDora') } })
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  await student(await open(), 'Anna Berg', joinCode)
  await teacher.goto(await rollCallOf(teacher, classId))
  await teacher.getByRole('button', { name: 'Use the camera' }).click()
  await teacher.getByRole('button', { name: 'Take the photo' }).click({ trial: true })
  await expectAccessible(teacher)
  await teacher.getByRole('button', { name: 'Take the photo' }).click()
  await teacher.getByRole('button', { name: 'Read this photo' }).click()
  await expect(person(teacher, 'Anna Berg')).toBeVisible({ timeout: 60_000 })
  await accept(teacher, 'Anna Berg')
  await teacher.getByRole('button', { name: 'Mark 1 present' }).click()
  await expect(teacher.getByText('1 student marked present from group photos.')).toBeVisible()
})

test('a class in which nobody enrolled says so before anybody takes a photo', async ({ person: open }) => {
  const teacher = await open({ viewport: phone, colorScheme: 'dark' })
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  await teacher.goto(await rollCallOf(teacher, classId))
  await expect(teacher.getByText('Nobody can be found in photos yet')).toBeVisible()
  await expectAccessible(teacher)
})

test('photos that cannot be used are named, and the teacher begins again', async ({ person: open }) => {
  const teacher = await open()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  await student(await open(), 'Anna Berg', joinCode)
  await teacher.goto(await rollCallOf(teacher, classId))
  const buffer = Buffer.from('no picture at all')
  await teacher
    .locator('input[type=file]')
    .last()
    .setInputFiles([
      { name: 'notes.txt', mimeType: 'text/plain', buffer },
      { name: 'broken.jpg', mimeType: 'image/jpeg', buffer },
    ])
  await expect(teacher.getByText('notes.txt: this is not a picture.')).toBeVisible()
  await teacher.getByRole('button', { name: 'Read this photo' }).click()
  await expect(teacher.getByText('Photo 1 is not a readable picture.')).toBeVisible({ timeout: 30_000 })
  await expect(teacher.getByText('No face was found')).toBeVisible()
  await expectAccessible(teacher)
  await teacher.getByRole('button', { name: 'Discard' }).click()
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await expect(teacher.getByRole('heading', { name: 'Photos of the room' })).toBeVisible()
})
