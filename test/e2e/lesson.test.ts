import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { password } from '@test/support/api-person'
import { bothWays, type Way } from '@test/support/both-ways'
import { expect, expectAccessible, phone, test } from '@test/support/browser'
import { openRecord } from '@test/support/open-record'
import { untilSeen } from '@test/support/until-seen'

/** She turns her head again and again: a class made in the app asks for movements. */
const anna = { turning: 'anna' } as const

async function signUp(page: Page, role: 'Teacher' | 'Student', name: string) {
  await page.getByRole('radio', { name: role }).check()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Email').fill(`${randomUUID()}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
}

/** Enrols before the camera, or takes part without a face. */
async function chooseWay(way: Way, student: Page) {
  if (way === 'by code') {
    await student.getByRole('link', { name: 'Go without my face' }).click()
    await expect(student.getByText('You go without your face')).toBeVisible()
    await student.getByRole('link', { name: 'My face' }).click()
    await student.getByRole('button', { name: 'I take part without my face' }).click()
    await expectAccessible(student)
    const asked = student.getByRole('alertdialog')
    await asked.getByRole('button', { name: 'Take part without my face' }).click()
    await expect(student.getByText('You take part without your face')).toBeVisible()
    return expectAccessible(student)
  }
  await student.getByRole('link', { name: 'Set up my face' }).click()
  await expect(student.getByRole('heading', { name: /./ }).first()).toBeVisible()
  await expectAccessible(student)
  await student.getByRole('checkbox').check()
  await student.getByRole('button', { name: 'Consent and add photos' }).click()
  await untilSeen(student, student.getByText('1 of 3 kept'))
  await untilSeen(student, student.getByText('2 of 3 kept'))
  await student.getByRole('button', { name: 'Finish with two' }).click()
  await expect(student.getByText('Ready to clock in')).toBeVisible()
  await expectAccessible(student)
}

/** Before the camera, or with the code that stands on the teacher's board. */
async function clock(
  way: Way,
  act: 'Clock in' | 'Clock out',
  { student, teacher }: { student: Page; teacher: Page },
) {
  const done = student.getByText(act.replace('Clock', 'Clocked'))
  if (way === 'by face') {
    await student.getByRole('button', { name: act }).click()
    return untilSeen(student, done)
  }
  const showCode = teacher.getByRole('button', { name: 'Show code' })
  if (await showCode.isVisible()) await showCode.click()
  await student.getByRole('button', { name: `${act} with the code` }).click()
  const shown = teacher.getByText(/^([0-9] ){5}[0-9]$/)
  await expect(shown).toBeAttached()
  await expectAccessible(student)
  await student.getByLabel('Code of the session').fill((await shown.textContent()) ?? '')
  await student.getByRole('dialog').getByRole('button', { name: act }).click()
  await expect(done).toBeVisible()
}

bothWays((way) => {
  test('a lesson: from signing up to the history of the day', async ({ person }) => {
    const teacher = await person()
    const student = await person({ camera: way === 'by face' ? anna : 'none', viewport: phone })

    await teacher.goto('/sign-up')
    await expectAccessible(teacher)
    await signUp(teacher, 'Teacher', 'Amara Okafor')
    await teacher.getByRole('button', { name: 'New class' }).click()
    await teacher.getByLabel('Name').fill('Physics 9b')
    await expectAccessible(teacher)
    await teacher.getByRole('button', { name: 'Create class' }).click()
    await expect(teacher.getByRole('heading', { name: 'Physics 9b' })).toBeVisible()
    await expectAccessible(teacher)
    const spelled = await teacher
      .getByText(/^([A-Z2-9] ){5}[A-Z2-9]$/)
      .first()
      .textContent()
    const code = spelled?.replaceAll(' ', '')

    await student.goto(`/join/${code}`)
    await student.getByRole('link', { name: 'Create account' }).click()
    await signUp(student, 'Student', 'Anna Berg')
    await student.getByRole('button', { name: 'Join this class' }).click()
    await expectAccessible(student)
    await chooseWay(way, student)

    await student.getByRole('link', { name: 'Today' }).click()
    await expect(student.getByRole('heading', { name: 'Today' })).toBeVisible()
    await teacher.getByRole('button', { name: 'Start session' }).click()
    await expect(teacher.getByRole('button', { name: 'End session' })).toBeVisible()
    await expect(teacher.getByText('Not here yet')).toBeVisible()
    await expectAccessible(teacher)

    await clock(way, 'Clock in', { student, teacher })
    await expect(student.getByText('On time', { exact: true }).last()).toBeVisible()
    await expectAccessible(student)
    await expect(teacher.getByRole('heading', { name: /^Here/ })).toBeVisible()

    await student.getByRole('button', { name: 'Done' }).click()
    await clock(way, 'Clock out', { student, teacher })
    await student.getByRole('button', { name: 'Done' }).click()

    await openRecord(teacher, 'Anna Berg')
    const snapshot = teacher.getByRole('img', { name: 'What the camera saw at this face check' })
    if (way === 'by face') await expect(snapshot.first()).toBeVisible()
    else await expect(teacher.getByRole('dialog').getByText('by code').first()).toBeVisible()
    await expectAccessible(teacher)
    await teacher.keyboard.press('Escape')
    await teacher.getByRole('button', { name: 'End session' }).click()
    await expect(teacher.getByRole('alertdialog')).toContainText('nobody is marked absent')
    await teacher.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click()
    await expect(teacher.getByRole('table')).toContainText('Anna Berg')
    await expectAccessible(teacher)

    await student.getByRole('link', { name: 'Record' }).click()
    await expect(student.getByText('Physics 9b').first()).toBeVisible()
    await expectAccessible(student)
  })
})
