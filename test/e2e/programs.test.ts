import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { newAccount, newClass, password } from '@test/support/api-person'
import { forgetFaces } from '@test/support/e2e-database'
import { ownServer } from '@test/support/e2e-servers'
import { portraitPicture } from '@test/support/portrait-files'
import { NOTICE_VERSION } from '@/domain/enrolment'

const door = `${ownServer().url}/api/v1`
const aClass = { name: 'Physics 9b', timeZone: 'Europe/Berlin', lateAfterMinutes: 10, liveness: 'PAD' }

const picture = async (who: 'anna' | 'annaAgain') => readFile(await portraitPicture(who))

/** Signs up and in as a program does: without a browser, and without a cookie. */
async function program(request: APIRequestContext, role: 'TEACHER' | 'STUDENT') {
  const email = `${randomUUID()}@example.org`
  const made = await request.post(`${door}/accounts`, { data: { name: 'Somebody', email, password, role } })
  expect(made.status(), await made.text()).toBe(200)
  const signedIn = await request.post(`${door}/auth/token`, { data: { email, password } })
  const { accessToken } = await signedIn.json()
  return { email, headers: { authorization: `Bearer ${accessToken}` } }
}

// A test before this one may have left the same face under another account.
test.beforeEach(forgetFaces)

test('a class is made, joined and attended by programs alone', async ({ request }) => {
  const teacher = await program(request, 'TEACHER')
  const student = await program(request, 'STUDENT')
  const key = { ...teacher.headers, 'idempotency-key': randomUUID() }
  const made = await Promise.all(
    Array.from({ length: 5 }, () => request.post(`${door}/classes`, { headers: key, data: aClass })),
  )
  const ids = new Set(await Promise.all(made.map(async (one) => (await one.json()).id)))
  expect(ids.size).toBe(1)
  const [classId] = ids
  const schoolClass = await (
    await request.get(`${door}/classes/${classId}`, { headers: teacher.headers })
  ).json()
  const { joinCode } = schoolClass
  await request.post(`${door}/me/classes`, { headers: student.headers, data: { joinCode } })
  const started = await request.post(`${door}/classes/${classId}/sessions`, {
    headers: teacher.headers,
    data: { openNow: true },
  })
  const { id: sessionId } = await started.json()

  const cut = new AbortController()
  const stream = await fetch(`${door}/sessions/${sessionId}/events`, {
    headers: teacher.headers,
    signal: cut.signal,
  })
  expect(stream.headers.get('content-type')).toBe('text/event-stream')

  await request.post(`${door}/enrolment/consent`, {
    headers: student.headers,
    data: { noticeVersion: NOTICE_VERSION },
  })
  for (const who of ['anna', 'annaAgain'] as const) {
    const photo = await request.post(`${door}/enrolment/photos`, {
      headers: student.headers,
      multipart: { photo: { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await picture(who) } },
    })
    expect(photo.status(), await photo.text()).toBe(200)
  }
  const clocked = await request.post(`${door}/sessions/${sessionId}/clock/in`, {
    headers: student.headers,
    multipart: { frame: { name: 'frame.jpg', mimeType: 'image/jpeg', buffer: await picture('annaAgain') } },
  })
  expect(clocked.status(), await clocked.text()).toBe(200)

  let heard = ''
  for await (const piece of (stream.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    heard += piece
    if (heard.includes('attendance.changed')) break
  }
  expect(heard).toMatch(/id: \d+\ndata: \{.*"type":"attendance\.changed"/)
  cut.abort()
  const board = await request.get(`${door}/sessions/${sessionId}/records`, { headers: teacher.headers })
  expect(await board.text()).toContain('"status":"PRESENT"')
})

test('a cookie opens nothing here, and what is wrong is told as a problem', async ({ page, request }) => {
  await newAccount(page, 'TEACHER', 'Somebody')
  const { id } = await newClass(page)
  const own = await page.request.get(`${door}/classes/${id}`)
  expect([own.status(), own.headers()['www-authenticate']]).toEqual([401, 'Bearer realm="clockface"'])
  const wrong = await request.get(`${door}/me`, {
    headers: { authorization: 'Bearer nothing', 'accept-language': 'de' },
  })
  expect([wrong.status(), wrong.headers()['content-type']]).toEqual([401, 'application/problem+json'])
  expect(wrong.headers()['content-language']).toBe('de')
  for (const [path, status] of [
    ['/nothing', 404],
    ['/classes', 405],
  ] as const) {
    const response = await request.delete(`${door}${path}`)
    expect([response.status(), (await response.json()).status]).toEqual([status, status])
  }
  const large = await request.post(`${door}/accounts`, { data: { name: 'x'.repeat(300_000) } })
  expect([large.status(), (await large.json()).code]).toEqual([413, 'request.too_large'])
  expect(large.headers()['content-type']).toBe('application/problem+json')
})

test('the description is there for everybody, and says when it is the same', async ({ request }) => {
  const first = await request.get(`${door}/openapi.json`)
  const { openapi, paths } = await first.json()
  expect([openapi, Object.keys(paths).length > 50]).toEqual(['3.1.0', true])
  const etag = first.headers().etag ?? ''
  const again = await request.get(`${door}/openapi.json`, { headers: { 'if-none-match': etag } })
  expect(again.status()).toBe(304)
  const head = await request.head(`${door}/openapi.json`)
  expect([head.status(), head.headers().etag, await head.text()]).toEqual([200, etag, ''])
})
