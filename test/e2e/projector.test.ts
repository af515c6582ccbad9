import { ask, call, newAccount, newClass } from '@test/support/api-person'
import { desktop, expect, phone, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { fillClass } from '@test/support/fill-class'
import { expectFits, lookInBothSchemes } from '@test/support/look-everywhere'
import type { BoardStudent } from '@/domain/board'

const longName = 'Student 002 Okonkwo-Lindström'
const studentsOf = `SELECT "userId" FROM "Member" WHERE "placeId" = $1`

/** The names of which something cannot be seen. */
const cutOff = (tiles: Element[]) =>
  tiles
    .flatMap((tile) => [tile, ...tile.querySelectorAll('p')])
    .filter((seen) => seen.scrollHeight > seen.clientHeight + 1 || seen.scrollWidth > seen.clientWidth + 1)
    .map((seen) => seen.textContent)

const projectors = [desktop, { width: 1024, height: 768 }, { width: 1920, height: 1080 }]

for (const students of [12, 200]) {
  test(`a projector shows a class of ${students}, the missing first, in type that is read from afar`, async ({
    person,
  }) => {
    const teacher = await person({ viewport: desktop })
    await newAccount(teacher, 'TEACHER', 'Amara Okafor')
    const { id: classId } = await newClass(teacher)
    await fillClass(classId, students)
    await runSql(`UPDATE "User" SET name = $2 WHERE name = 'Student 002' AND id IN (${studentsOf})`, [
      classId,
      longName,
    ])
    const open = { classId, openNow: true }
    const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', open)
    const board = () => ask<{ students: BoardStudent[] }>(teacher.request, 'sessions.board', { sessionId })
    const first = (await board()).students.find(({ name }) => name === 'Student 001')
    const mark = { sessionId, studentId: first?.id, status: 'PRESENT' }
    await call(teacher.request, 'attendance.mark', mark)

    await teacher.goto(`/teach/sessions/${sessionId}/projector`)
    const names = teacher.getByRole('list').filter({ hasText: 'Student' }).getByRole('listitem')
    const pages = teacher.getByRole('navigation', { name: 'Pages of names' })
    for (const viewport of projectors) {
      await teacher.setViewportSize(viewport)
      await expect
        .poll(() => names.first().evaluate((name) => Number.parseFloat(getComputedStyle(name).fontSize)))
        .toBeGreaterThanOrEqual(Math.max(20, Math.round(viewport.height * 0.026)))
      await expectFits(teacher)
      expect(await names.evaluateAll(cutOff)).toEqual([])
      await expect(names.last()).toBeInViewport({ ratio: 1 })
    }
    await expect(names.first()).toContainText(longName)
    await teacher.setViewportSize(desktop)
    await lookInBothSchemes(teacher)

    if (students === 12) {
      await expect(names).toHaveCount(12)
      await expect(names.last()).toContainText('Student 001')
      await expect(pages).toBeHidden()
    } else {
      await expect(pages).toContainText('Page 1 of')
      const [last, pager] = [await names.last().boundingBox(), await pages.boundingBox()]
      // The names reach down to the number of their page.
      expect((pager?.y ?? 0) - (last ? last.y + last.height : 0)).toBeLessThan(20)
      const shown = await names.count()
      // It turns by itself, and stops where somebody turns it.
      await expect(pages).toContainText('Page 2 of')
      await expect(names.first()).toContainText(`Student ${String(shown + 2).padStart(3, '0')}`)
      await pages.getByRole('button', { name: 'Page before' }).click()
      await expect(pages).toContainText('Page 1 of')
      await pages.getByRole('button', { name: 'Page before' }).click()
      await expect(names.last()).toContainText('Student 001')
      await expect(pages.getByRole('button', { name: 'Turn pages by themselves' })).toBeVisible()
    }
    // A phone is scrolled.
    await teacher.setViewportSize(phone)
    await expect(names).toHaveCount(students)
    await expectFits(teacher)
  })
}
