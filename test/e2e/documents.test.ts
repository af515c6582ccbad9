import { randomUUID } from 'node:crypto'
import { newAccount, signIn } from '@test/support/api-person'
import { expect, test } from '@test/support/browser'
import { drawnTwice, likeness } from '@test/support/drawn-names'
import { runSql } from '@test/support/e2e-database'
import { readPdf } from '@test/support/read-pdf'

/** Somebody who worked a day in March at a workplace of this owner; their employment. */
async function employed(email: string, owner: string): Promise<string> {
  const [placeId, memberId, employmentId] = [randomUUID(), randomUUID(), randomUUID()]
  const [user] = await runSql<{ id: string }>(
    `UPDATE "User" SET roles = array_append(roles, 'EMPLOYEE'::"Role") WHERE email = $1 RETURNING id`,
    [email],
  )
  const userId = user?.id
  await runSql(
    `WITH place AS (
       INSERT INTO "Place" (id, kind, name, "timeZone", liveness, "createdAt")
       VALUES ($1, 'WORKPLACE', 'Corner Café', 'Europe/Berlin', 'PAD', now()) RETURNING id)
     INSERT INTO "Leader" ("placeId", "userId", role, since)
     SELECT place.id, u.id, 'OWNER', now() FROM place, "User" u WHERE u.email = $2`,
    [placeId, owner],
  )
  await runSql(
    `INSERT INTO "Workplace" (id, country, currency, "weekStart", "payCycle", "firstPeriod", "faceClocking")
     VALUES ($1, 'DE', 'EUR', 'MONDAY', 'MONTHLY', '2026-01-01', true)`,
    [placeId],
  )
  await runSql(
    `INSERT INTO "Member" (id, "placeId", "userId", number, "joinedAt") VALUES ($1, $2, $3, 1, now())`,
    [memberId, placeId, userId],
  )
  await runSql(
    `INSERT INTO "Employment" (id, "memberId", "userId", "workplaceId", "startedOn", "createdAt")
     VALUES ($1, $2, $3, $4, '2026-01-01', now())`,
    [employmentId, memberId, userId, placeId],
  )
  await runSql(
    `INSERT INTO "TimeEntry" (id, "employmentId", "userId", "workplaceId", "startedAt", "endedAt", "inMethod", "outMethod", "createdAt")
     VALUES ($1, $2, $3, $4, '2026-03-10T08:00Z', '2026-03-10T16:00Z', 'FACE', 'FACE', now())`,
    [randomUUID(), employmentId, userId, placeId],
  )
  return employmentId
}

const arabic = 'node_modules/@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'
const hebrew = 'node_modules/@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff'

for (const [name, font] of [
  ['محمد بن عبد الله', arabic],
  ['یاسمین گلچین', arabic],
  ['יעל כהן לוי', hebrew],
] as const) {
  test(`the record of ${name} shows the name as a browser does`, async ({ person }) => {
    const owner = await newAccount(await person(), 'TEACHER', 'Ida Owner')
    const page = await person()
    const { email } = await newAccount(page, 'STUDENT', name)
    const employmentId = await employed(email, owner.email)
    await signIn(page.request, email)
    const response = await page.request.get(`/api/records/${employmentId}/2026-03`)
    expect([response.status(), response.headers()['content-type']]).toEqual([200, 'application/pdf'])
    const pdf = await response.body()
    expect((await readPdf(pdf)).text.replace(/\s+/g, ' ')).toContain('9:00')
    await page.goto('about:blank')
    // The value beside “Employee”, under the title and the employer.
    const place = { x: 226, y: 92, width: 200, height: 17 }
    const drawn = await drawnTwice(page, { pdf, place, text: name, font })
    const shapes = drawn.document.shape / drawn.browser.shape
    expect(shapes).toBeGreaterThan(0.95)
    expect(shapes).toBeLessThan(1.05)
    expect(likeness(drawn.document, drawn.browser)).toBeGreaterThan(0.9)
    const turned = [...name].reverse().join('')
    const wrong = await drawnTwice(page, { pdf, place, text: turned, font })
    expect(likeness(wrong.document, wrong.browser)).toBeLessThan(0.7)
  })
}
