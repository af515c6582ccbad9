import type { Page } from '@playwright/test'
import { ask, call, enrolAnna, newAccount, newClass } from '@test/support/api-person'
import { expect, expectAccessible, phone, test } from '@test/support/browser'
import { cuttableLine } from '@test/support/cut-line'
import { crowdInClass, forgetFaces } from '@test/support/e2e-database'
import { namesPeople } from '@test/support/recogniser-here'

const atKiosk = { width: 1024, height: 768 }
const upright = { width: 768, height: 1024 }

test.beforeEach(forgetFaces)

interface Board {
  students: Array<{ name: string; record: { status: string; method: string } | null }>
}

/** A class with Anna enrolled, and the link that sets up a kiosk at its door. */
async function classWithLink(teacher: Page, student: Page) {
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  await newAccount(student, 'STUDENT', 'Anna Berg')
  await call(student.request, 'places.join', { joinCode })
  await enrolAnna(student)
  const start = () => call<{ id: string }>(teacher.request, 'sessions.create', { classId, openNow: true })
  return { classId, start }
}

async function setUp(page: Page, teacher: Page, classId: string, locale: 'es' | null = null) {
  const { link, kioskId } = await call<{ link: string; kioskId: string }>(teacher.request, 'kiosks.add', {
    placeId: classId,
    name: 'Front door',
    locale,
  })
  await page.goto(`/kiosk/set-up/${link}`)
  await page.getByRole('button', { name: 'Set up this device' }).click()
  await expect(page).toHaveURL(/\/kiosk$/)
  return { link, kioskId }
}

async function recordOf(teacher: Page, sessionId: string) {
  const { students } = await ask<Board>(teacher.request, 'sessions.board', { sessionId })
  return students.find(({ name }) => name === 'Anna Berg')?.record
}

async function type(page: Page, number: string) {
  for (const digit of number) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
}

test('a kiosk at the door: set up by its teacher, woken by the session, and Anna with her number', async ({
  person,
}) => {
  const teacher = await person()
  const student = await person({ viewport: phone })
  const door = await person({ camera: [{ who: 'anna' }], viewport: atKiosk })
  const { classId, start } = await classWithLink(teacher, student)

  await teacher.goto(`/teach/classes/${classId}?tab=settings`)
  await teacher.getByRole('tab', { name: 'Settings' }).click()
  await expect(teacher.getByText('No kiosk yet')).toBeVisible()
  await teacher.getByRole('button', { name: 'Add', exact: true }).click()
  await teacher.getByLabel('Where it is').fill('Front door')
  await expectAccessible(teacher)
  await teacher.getByRole('button', { name: 'Make the link' }).click()
  const shown = teacher.getByText(/\/kiosk\/set-up\//)
  await expect(shown).toBeVisible()
  await expectAccessible(teacher)
  const link = new URL((await shown.textContent()) ?? '').pathname

  await door.goto(link)
  await expect(door.getByRole('heading', { name: 'Physics 9b: Front door' })).toBeVisible()
  await expectAccessible(door)
  await door.getByRole('button', { name: 'Set up this device' }).click()
  await expect(door.getByText('No session is open')).toBeVisible()
  await expectAccessible(door)
  await expect(teacher.getByText('Front door is set up')).toBeVisible()
  await teacher.getByRole('button', { name: 'Done' }).click()
  await expect(teacher.getByText('Ready', { exact: true })).toBeVisible()
  const again = await person()
  await again.goto(link)
  await expect(again.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()

  const { id: sessionId } = await start()
  await expect(door.getByText('Type your number')).toBeVisible()
  await expectAccessible(door)
  await student.goto('/study/classes')
  await expect(student.getByText('your number 1')).toBeVisible()
  await type(door, '1')
  await expect(door.getByText(/^Good (morning|afternoon|evening), Anna\.$/)).toBeVisible({ timeout: 30_000 })
  await expect(door.getByText(/^On time, \d\d:\d\d\.$/)).toBeVisible()
  await expectAccessible(door)
  await expect.poll(() => recordOf(teacher, sessionId)).toMatchObject({ status: 'PRESENT', method: 'FACE' })
  const here = door.getByText('1 of 1 here')
  await expect(here).toBeVisible()
  // Read from a few steps away: the dial is most of its half, and its words stand within the ring.
  const [words, dial] = [await here.boundingBox(), await door.locator('svg', { has: here }).boundingBox()]
  expect(dial?.width).toBeGreaterThan(300)
  expect(words?.width).toBeLessThan((dial?.width ?? 0) * 0.6)
  await expect(door.getByText('Type your number')).toBeVisible()

  await teacher.getByRole('button', { name: 'More about Front door' }).click()
  await teacher.getByRole('menuitem', { name: 'Remove' }).click()
  await teacher.getByRole('button', { name: 'Remove kiosk' }).click()
  await expect(door.getByText('This kiosk is not registered')).toBeVisible()
  await expectAccessible(door)
})

test('a kiosk that names people by itself knows Anna, and forgets a stranger', async ({ person }) => {
  const teacher = await person()
  test.skip(!namesPeople(), 'the basic recogniser names nobody by itself')
  const { classId, start } = await classWithLink(teacher, await person())
  await crowdInClass(classId, 150)
  const { id: sessionId } = await start()
  const door = await person({ camera: [{ who: 'anna' }], viewport: upright })
  await setUp(door, teacher, classId)
  await expect(door.getByText(/^Good (morning|afternoon|evening), Anna\.$/)).toBeVisible({ timeout: 40_000 })
  await expect.poll(() => recordOf(teacher, sessionId)).toMatchObject({ status: 'PRESENT', method: 'FACE' })

  const stranger = await person({ camera: [{ who: 'clara' }], viewport: atKiosk })
  await setUp(stranger, teacher, classId)
  await expect(stranger.getByText('I do not know you')).toBeVisible({ timeout: 40_000 })
  await expectAccessible(stranger)
  const { students } = await ask<Board>(teacher.request, 'sessions.board', { sessionId })
  expect(students.filter(({ record }) => record).map(({ name }) => name)).toEqual(['Anna Berg'])
  await stranger.getByRole('button', { name: 'Type my number' }).click()
  await expect(stranger.getByText('Type your number')).toBeVisible()
})

test('a kiosk speaks the language that its teacher chooses, at once', async ({ person }) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  const door = await person({ viewport: atKiosk })
  await setUp(door, teacher, classId)
  await expect(door.getByText('No session is open')).toBeVisible()
  await teacher.goto(`/teach/classes/${classId}?tab=settings`)
  const choose = async (language: string) => {
    await teacher.getByRole('button', { name: /^More about / }).click()
    await teacher.getByRole('menuitemradio', { name: language }).click()
  }
  await choose('Deutsch')
  await expect(door.getByText('Gerade läuft keine Stunde')).toBeVisible()
  await expect(door).toHaveTitle(/^An der Tür/)
  await expectAccessible(door)
  await choose('Follow the browser')
  await expect(door.getByText('No session is open')).toBeVisible()
})

test('a kiosk speaks its own language from its first page on, whatever its browser asks for', async ({
  person,
}) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  const door = await person({ viewport: atKiosk })
  await setUp(door, teacher, classId, 'es')
  await expect(door.getByText('No hay ninguna sesión abierta')).toBeVisible()
  await expect(door).toHaveTitle(/^En la puerta/)
})

test('a kiosk without a connection says so, and goes on by itself', async ({ person, baseURL }) => {
  const line = await cuttableLine(Number(new URL(baseURL ?? '').port))
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  const door = await person({ viewport: atKiosk, baseURL: line.url })
  await setUp(door, teacher, classId)
  await expect(door.getByText('No session is open')).toBeVisible()
  line.cut()
  await expect(door.getByText('No connection')).toBeVisible()
  await expectAccessible(door)
  await call(teacher.request, 'sessions.create', { classId, openNow: true })
  line.mend()
  await expect(door.getByText('No connection')).toBeHidden()
  await expect(door.getByText('Type your number')).toBeVisible()
  await line.close()
})
