import { call, newAccount, newClass } from '@test/support/api-person'
import { desktop, expect, expectAccessible, phone, test } from '@test/support/browser'

test('a co-teacher is invited, accepts, and marks on a board that two look at; then the class is handed over', async ({
  person,
}) => {
  const owner = await person({ viewport: desktop })
  const colleague = await person({ viewport: phone, colorScheme: 'dark' })
  const student = await person()
  await newAccount(owner, 'TEACHER', 'Amara Okafor')
  const { email } = await newAccount(colleague, 'TEACHER', 'Jonas Berg')
  await newAccount(student, 'STUDENT', 'Anna Lindqvist')
  const { id: classId, joinCode } = await newClass(owner)
  await call(student.request, 'places.join', { joinCode })

  await owner.goto(`/teach/classes/${classId}?tab=settings`)
  await owner.getByLabel('Invite a colleague by email').fill(email)
  await owner.getByRole('button', { name: 'Invite' }).click()
  await expect(owner.getByRole('listitem').filter({ hasText: 'Invited' })).toContainText(email)
  await expectAccessible(owner)

  await colleague.goto('/teach')
  await expect(colleague.getByText('Amara Okafor asks you to run')).toBeVisible()
  await expectAccessible(colleague)
  await colleague.getByRole('button', { name: 'Accept' }).click()
  await colleague.waitForURL(`**/teach/classes/${classId}`)
  await colleague.goto(`/teach/classes/${classId}?tab=settings`)
  await expect(colleague.getByText('You assist here')).toBeVisible()
  await expect(colleague.getByRole('button', { name: 'Archive' })).toHaveCount(0)
  await expectAccessible(colleague)

  const { id: sessionId } = await call<{ id: string }>(owner.request, 'sessions.create', {
    classId,
    openNow: true,
  })
  await owner.goto(`/teach/sessions/${sessionId}`)
  await colleague.goto(`/teach/sessions/${sessionId}`)
  await expect(owner.getByText('Live', { exact: true })).toBeVisible()
  await expect(colleague.getByText('Live', { exact: true })).toBeVisible()
  await colleague.getByRole('button', { name: 'Mark Anna Lindqvist' }).click()
  await colleague.getByRole('menuitemradio', { name: 'Present' }).click()
  await expect(owner.getByRole('heading', { name: /^Here/ })).toBeVisible()

  await owner.goto(`/teach/classes/${classId}?tab=settings`)
  await owner.getByRole('button', { name: 'More about Jonas Berg' }).click()
  await owner.getByRole('menuitem', { name: 'Hand the class over' }).click()
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Hand over' }).click()
  await expect(owner.getByText('You assist here')).toBeVisible()
  await colleague.goto(`/teach/classes/${classId}?tab=settings`)
  await expect(colleague.getByRole('button', { name: 'Archive' })).toBeVisible()
})

test('who is no teacher is told so on their page', async ({ person }) => {
  const owner = await person()
  const student = await person({ viewport: phone })
  await newAccount(owner, 'TEACHER', 'Amara Okafor')
  const { email } = await newAccount(student, 'STUDENT', 'Anna Lindqvist')
  const { id: placeId } = await newClass(owner)
  await call(owner.request, 'places.invite', { placeId, email })
  await student.goto('/study')
  await expect(student.getByText('Your account is not a teacher’s yet')).toBeVisible()
  await expectAccessible(student)
  await student.getByRole('button', { name: 'Decline' }).click()
  await expect(student.getByText('asks you to run')).toHaveCount(0)
})
