import { ask, call, newAccount, newClass } from '@test/support/api-person'
import { expect, phone, test, wide } from '@test/support/browser'
import { fillClass } from '@test/support/fill-class'
import { expectFits } from '@test/support/look-everywhere'
import { type BoardStudent, type Going, groupStudents } from '@/domain/board'

const STUDENTS = 200
const COMERS = 60
const WITHIN_MS = 3_000

test('sixty who come within three seconds are all on a board of 200, in order, drawn in batches', async ({
  person,
}) => {
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  await fillClass(classId, STUDENTS)
  const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', {
    classId,
    openNow: true,
  })
  const boardNow = () =>
    ask<{ students: BoardStudent[]; session: Going }>(teacher.request, 'sessions.board', { sessionId })
  const comers = (await boardNow()).students.filter((_, at) => at % 3 === 0).slice(0, COMERS)
  await teacher.goto(`/teach/sessions/${sessionId}`)
  await expect(teacher.getByText('Live', { exact: true })).toBeVisible()
  await teacher.evaluate(() => {
    const counts = new Set<string>()
    Object.assign(window, { counts })
    new MutationObserver(() => {
      const heading = [...document.querySelectorAll('h2')].find(({ textContent }) =>
        /^Here/.test(textContent ?? ''),
      )
      if (heading?.textContent) counts.add(heading.textContent)
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })

  await Promise.all(
    comers.map(async ({ id: studentId }, at) => {
      await new Promise((resolve) => setTimeout(resolve, (at * WITHIN_MS) / COMERS))
      await call(teacher.request, 'attendance.mark', { sessionId, studentId, status: 'PRESENT' })
    }),
  )
  await expect(teacher.getByRole('heading', { name: `Here ${COMERS}`, exact: true })).toBeVisible()
  const { students, session } = await boardNow()
  const groups = groupStudents(students, session)
  for (const { key, title } of [
    { key: 'waiting', title: `Not here yet ${STUDENTS - COMERS}` },
    { key: 'here', title: `Here ${COMERS}` },
  ]) {
    const section = teacher
      .locator('section')
      .filter({ has: teacher.getByRole('heading', { name: title, exact: true }) })
    const names = await section.getByRole('listitem').getByRole('link').allTextContents()
    expect(names).toEqual(groups.find((group) => group.key === key)?.students.map(({ name }) => name))
  }
  const drawn = await teacher.evaluate(() => (window as unknown as { counts: Set<string> }).counts.size)
  expect(drawn, 'how many times the board counted anew').toBeLessThan(COMERS * 0.75)

  // On a wide screen the board takes more columns, and the roster of as many lays out what is in sight alone.
  await teacher.setViewportSize(wide)
  const tiles = teacher.locator('[data-person]')
  const edge = (await tiles.first().boundingBox())?.y
  const beside = await tiles.evaluateAll(
    (all, y) => all.filter((tile) => tile.getBoundingClientRect().y === y).length,
    edge,
  )
  expect(beside, 'tiles in one row').toBeGreaterThanOrEqual(5)
  await teacher.goto(`/teach/classes/${classId}?tab=students`)
  await expect(teacher.getByRole('row')).toHaveCount(STUDENTS + 1)
  const inSight = await teacher
    .locator('tbody td:first-child a')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length)
  expect(inSight, 'rows that are laid out').toBeLessThan(STUDENTS / 2)
  const found = await teacher.evaluate((name) => {
    const find = (window as unknown as { find: (text: string) => boolean }).find
    return find(name) && (document.getSelection()?.anchorNode?.parentElement?.getBoundingClientRect().y ?? -1)
  }, `Student ${STUDENTS}`)
  expect(found, 'where the browser finds the last one').toBeGreaterThan(0)
  expect(found).toBeLessThan(wide.height)
  expect((await teacher.locator('main').boundingBox())?.width).toBeGreaterThan(1_800)
  await teacher.setViewportSize(phone)
  await expectFits(teacher)
  await teacher.setViewportSize(wide)
  await teacher.goto('/account')
  expect((await teacher.locator('main').boundingBox())?.width, 'what is read and filled in').toBeLessThan(
    1_200,
  )
})
