import { ask, call, newAccount, newClass } from '@test/support/api-person'
import { desktop, expect, expectAccessible, phone, test } from '@test/support/browser'

test('whoever joins or leaves is shown on the board, and an ended session stays as it was', async ({
  person,
}) => {
  const teacher = await person({ viewport: desktop })
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId, joinCode } = await newClass(teacher)
  const student = async (name: string) => {
    const page = await person()
    await newAccount(page, 'STUDENT', name)
    await call(page.request, 'places.join', { joinCode })
    return page
  }
  const anna = await student('Anna Berg')
  const ben = await student('Ben Costa')
  const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', {
    classId,
    openNow: true,
  })
  await teacher.goto(`/teach/sessions/${sessionId}`)
  await expect(teacher.getByText('Live', { exact: true })).toBeVisible()
  const tile = (name: string) => teacher.getByRole('listitem').filter({ hasText: name })

  await student('Chloé Diaz')
  await expect(tile('Chloé Diaz')).toContainText(/joined at \d/)
  await expect(teacher).toHaveTitle(/^0 of 3 here/)
  const { code } = await ask<{ code: string }>(teacher.request, 'sessions.code', { sessionId })
  await call(anna.request, 'clocking.byCode', { sessionId, direction: 'in', code })
  for (const page of [anna, ben]) await call(page.request, 'places.leave', { placeId: classId })
  const gone = teacher.getByRole('heading', { name: 'Left the class 1' })
  await expect(gone).toBeVisible()
  await expect(tile('Ben Costa')).toContainText(/left the class at \d/)
  await expect(tile('Anna Berg')).toContainText('Present')
  await expect(tile('Anna Berg')).toContainText(/left the class at \d/)
  await expect(teacher).toHaveTitle(/^1 of 2 here/)
  await teacher.getByRole('button', { name: 'Ben Costa' }).click()
  await expect(teacher.getByText('Ben Costa has left the class and is not marked absent.')).toBeVisible()
  await expectAccessible(teacher)
  await teacher.keyboard.press('Escape')
  await expectAccessible(teacher)

  await teacher.getByRole('button', { name: 'End session' }).click()
  await expect(teacher.getByText('1 student without a record will be marked absent.')).toBeVisible()
  await teacher.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click()
  await expect(teacher.getByText('The session has ended.').first()).toBeVisible()
  await expect(teacher).toHaveTitle(/^1 of 2 were here/)

  await student('Dora Eberle')
  await call(ben.request, 'places.join', { joinCode })
  for (const viewport of [desktop, phone]) {
    await teacher.setViewportSize(viewport)
    await teacher.goto(`/teach/classes/${classId}`)
    await expect(teacher.getByRole('img', { name: '1 of 2 here: 1 present, 1 absent' })).toBeVisible()
    await teacher
      .getByRole('link', { name: /Today|:/ })
      .first()
      .click()
    await expect(teacher.getByRole('img', { name: '1 of 2 here: 1 present, 1 absent' })).toBeVisible()
    await expect(teacher.getByText('Dora Eberle')).toHaveCount(0)
    await expect(teacher.getByRole('row').filter({ hasText: 'Anna Berg' })).toContainText(
      /left the class at \d/,
    )
    await expect(teacher.getByRole('row').filter({ hasText: 'Chloé Diaz' })).toContainText(/joined at \d/)
    await expectAccessible(teacher)
  }
})
