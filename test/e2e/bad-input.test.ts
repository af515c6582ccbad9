import { readdir, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ask, call, newAccount, newClass } from '@test/support/api-person'
import { expect, test } from '@test/support/browser'
import { listenerOn, memoryOf } from '@test/support/server-process'
import { NOTICE_VERSION } from '@/domain/enrolment'

const folder = process.env.HARD_INPUTS_DIR

type Answer = 'kept' | 'kept or refused' | 'unreadable' | 'too many pixels' | 'no face'

/** What must happen to each file, by the list that comes with them. */
const answers: Record<string, Answer> = {
  'face_ok.jpg': 'kept',
  'face_progressive.jpg': 'kept',
  'face_cmyk.jpg': 'kept',
  'face_gray.jpg': 'kept',
  'face.png': 'kept',
  'face.webp': 'kept',
  'face.avif': 'kept',
  'face_exif_gps.jpg': 'kept',
  'face_exif_orientation_3.jpg': 'kept',
  'face_exif_orientation_6.jpg': 'kept',
  'jpeg_then_html_polyglot.jpg': 'kept',
  'face_rotated_90_noexif.jpg': 'kept or refused',
  'face_animated.gif': 'kept or refused',
  'face_truncated_50pc.jpg': 'unreadable',
  'face_truncated_90pc.jpg': 'unreadable',
  'text_as_jpg.jpg': 'unreadable',
  'svg_as_jpg.jpg': 'unreadable',
  'zero_bytes.jpg': 'unreadable',
  'header_2147483647x1.png': 'unreadable',
  'bomb_20000x20000_1bit.png': 'too many pixels',
  'bomb_12000x12000_rgb.png': 'too many pixels',
  'plain_48mpx.jpg': 'too many pixels',
  'face_8px.jpg': 'no face',
  'black.jpg': 'no face',
}

const codes: Record<Answer, RegExp> = {
  kept: /^kept$/,
  'kept or refused': /^(kept|face\.|picture\.)/,
  unreadable: /^(picture\.unreadable|picture\.too_many_pixels)$/,
  'too many pixels': /^picture\.too_many_pixels$/,
  'no face': /^face\.(none|too_small|too_dark)$/,
}

async function send(page: Page, name: string, buffer: Buffer) {
  const photo = { name, mimeType: 'image/jpeg', buffer }
  const started = Date.now()
  const response = await page.request.post('/api/trpc/enrolment.addPhoto', { multipart: { photo } })
  const body = await response.text()
  const code = response.ok() ? 'kept' : (JSON.parse(body).error.json.data.appCode as string)
  return { code, status: response.status(), body, milliseconds: Date.now() - started }
}

const photoIds = async (page: Page) =>
  (await ask<{ photos: Array<{ id: string }> }>(page.request, 'enrolment.status')).photos.map(({ id }) => id)

test('every picture that breaks naive code is answered as it must be, in bounded time and memory', async ({
  person,
  baseURL,
}) => {
  test.skip(!folder, 'HARD_INPUTS_DIR is not set')
  const page = await person()
  await newAccount(page, 'STUDENT', 'Anna Berg')
  await call(page.request, 'enrolment.giveConsent', { noticeVersion: NOTICE_VERSION })
  const files = (await readdir(folder ?? '')).filter((name) => name !== 'README.md')
  expect(files.sort()).toEqual(Object.keys(answers).sort())
  await send(page, 'warm-up.jpg', await readFile(join(folder ?? '', 'black.jpg')))
  const pid = await listenerOn(Number(new URL(baseURL ?? '').port))
  if (process.platform === 'linux') expect(pid, 'the process that listens').not.toBeNull()
  const before = pid && (await memoryOf(pid))
  for (const name of files) {
    const answer = await send(page, name, await readFile(join(folder ?? '', name)))
    const wanted = answers[name] ?? 'unreadable'
    expect.soft(answer.code, name).toMatch(codes[wanted])
    expect.soft(answer.milliseconds, `${name} took`).toBeLessThan(5_000)
    expect.soft(answer.body, name).not.toMatch(/node_modules|at .*\.(ts|js):\d/)
    const kept = await photoIds(page)
    expect.soft(kept.length, `photos stored after ${name}`).toBe(answer.code === 'kept' ? 1 : 0)
    for (const id of kept) {
      const stored = await (await page.request.get(`/api/enrolment-photos/${id}`)).body()
      const text = stored.toString('latin1')
      expect.soft(text, `${name} as stored`).not.toMatch(/Exif|GPS|<html|<script|ICC_PROFILE/i)
      await call(page.request, 'enrolment.deletePhoto', { photoId: id })
    }
  }
  if (pid && before) expect((await memoryOf(pid)).peak - before.peak).toBeLessThan(200)
})

/** Says that a large body follows, sends none of it, and reads the answer. */
function announceLargeBody(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, 'localhost')
    let answer = ''
    socket.setTimeout(5_000, () => reject(new Error('No answer while the body was missing')))
    socket.on('data', (bytes) => {
      answer += bytes
      if (answer.includes('request.too_large')) {
        socket.destroy()
        resolve(answer)
      }
    })
    socket.on('error', reject)
    socket.write(
      `POST /api/trpc/enrolment.addPhoto HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 11000000\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n`,
    )
  })
}

test('a body of more than 10 MB is refused before it is read', async ({ baseURL }) => {
  const answer = await announceLargeBody(Number(new URL(baseURL ?? '').port))
  expect(answer).toMatch(/^HTTP\/1.1 413/)
})

test('inputs that nobody means well are refused with a code and without a stack trace', async ({
  person,
}) => {
  const page = await person()
  await newAccount(page, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(page)
  const other = await person()
  await newAccount(other, 'TEACHER', 'Jonas Lindqvist')
  const session = { json: { classId, openNow: true } }
  const tries: Array<[path: string, body: string, status: number]> = [
    ['classes.byId', '{"json":{"classId":"1; DROP TABLE"}}', 400],
    ['sessions.create', JSON.stringify({ json: { ...session.json, teacherId: classId } }), 400],
    ['sessions.create', JSON.stringify({ json: { ...session.json, lateAfterMinutes: '10' } }), 400],
    ['sessions.create', JSON.stringify({ json: { ...session.json, title: 'a\u0000b' } }), 400],
    ['sessions.create', JSON.stringify({ json: { ...session.json, plannedStart: '0000-01-01T00:00' } }), 400],
    ['sessions.create', 'not json', 400],
    ['sessions.create', '', 400],
    ['sessions.nothing', '{}', 404],
    ['enrolment.addPhoto', '{"json":{}}', 403],
  ]
  for (const [path, data, status] of tries) {
    const response = await page.request.post(`/api/trpc/${path}`, {
      data,
      headers: { 'content-type': 'application/json' },
    })
    const body = await response.text()
    const expected = path === 'classes.byId' ? [400, 405] : [status]
    expect.soft(expected, `${path} ${data}: ${body}`).toContain(response.status())
    expect.soft(body, path).toMatch(/"appCode":"(request|auth)\./)
    expect.soft(body, path).not.toMatch(/node_modules|"stack"/)
  }
  const foreign = await other.request.post('/api/trpc/sessions.create', { data: session })
  expect(foreign.status()).toBe(404)
  const { id: viewerId } = await ask<{ id: string }>(page.request, 'account.me')
  const feeds = [{ feed: { kind: 'session', sessionId: classId }, after: '0' }]
  const stream = await page.request.get(
    `/api/trpc/feeds.events?input=${encodeURIComponent(JSON.stringify({ json: { viewerId, feeds } }))}`,
    { headers: { accept: 'text/event-stream' } },
  )
  expect(await stream.text()).toContain('"appCode":"request.not_found"')
  expect(await stream.text()).toContain('"httpStatus":404')
  const elsewhere = await page.request.post('/api/trpc/sessions.create', {
    data: session,
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(elsewhere.status()).toBe(403)
  for (const origin of ['null', 'not an address', 'http://elsewhere.example']) {
    const response = await page.request.post('/api/trpc/sessions.create', {
      data: session,
      headers: { origin },
    })
    expect(response.status(), origin).toBe(403)
  }
})
