import { once } from 'node:events'
import { connect } from 'node:net'
import { formPath, formType, frontServer, send } from '@test/support/front'
import { describe, expect, test } from 'vitest'
import { maxBodyBytes, maxFieldsBytes, maxGroupPhotoBytes } from '../../../scripts/server/body-limit.mjs'
import { countedAddress } from '../../../scripts/server/client-address.mjs'

const serve = frontServer()

const tooLarge = {
  code: 'request.too_large',
  message: 'This is larger than 10 MB. Choose a smaller picture.',
}
const megabyte = Buffer.alloc(1024 * 1024, 1)
const announced = (path: string) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${formType['content-type']}\r\n`

describe('a body of more than 10 MB', () => {
  test('is refused by the length it tells, before any of it is sent', async () => {
    const { port, reached } = await serve()
    const socket = connect(port, '127.0.0.1')
    socket.write(`${announced(formPath)}Content-Length: ${maxBodyBytes + 1}\r\n\r\n`)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /)
    expect(String(answer)).toContain(JSON.stringify(tooLarge))
    expect(reached).toEqual([])
    socket.destroy()
  })

  test('is refused to a client that asks first', async () => {
    const { port } = await serve()
    const socket = connect(port, '127.0.0.1')
    socket.write(`${announced(formPath)}Expect: 100-continue\r\nContent-Length: ${maxBodyBytes + 1}\r\n\r\n`)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /)
    socket.destroy()
  })
})

test('a body of just 10 MB passes whole', async () => {
  const { port, reached } = await serve()
  const answer = await send(
    port,
    { ...formType, 'content-length': String(maxBodyBytes) },
    Array(10).fill(megabyte),
  )
  expect(answer).toMatchObject({ status: 200, text: 'ok' })
  expect(reached).toMatchObject([{ size: maxBodyBytes }])
})

describe('a photo of a whole class', () => {
  const path = '/api/trpc/rollCalls.addPhoto'
  const large = { ...formType, 'content-length': String(maxGroupPhotoBytes) }
  const pieces = Array(41).fill(megabyte)

  test('may be larger, and comes alone to its own address', async () => {
    const { port, reached } = await serve()
    expect(await send(port, large, pieces, path)).toMatchObject({ status: 200 })
    expect(reached).toMatchObject([{ size: maxGroupPhotoBytes }])
    for (const other of [`${path},account.me`, `/api/trpc/account.me,rollCalls.addPhoto`, `${path}/x`])
      expect([413, 415]).toContain((await send(port, large, [], other)).status)
  })

  test('is refused by the length it tells where it is larger still, and says how large it may be', async () => {
    const { port, reached } = await serve()
    const tooMuch = { ...formType, 'content-length': String(maxGroupPhotoBytes + 1) }
    const answer = await send(port, tooMuch, [], path)
    expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('40 MB')])
    expect(reached).toEqual([])
  })
})

test.each([
  { 'content-type': 'application/json; charset=utf-8' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'application/octet-stream' },
  {},
])('more than 256 kB of %o is refused by the length it tells, and just 256 kB passes', async (type) => {
  const { port, reached } = await serve()
  const json = type as Record<string, string>
  const large = { ...json, 'content-length': String(maxFieldsBytes + 1) }
  expect(await send(port, large, [Buffer.alloc(maxFieldsBytes + 1, 32)])).toMatchObject({ status: 413 })
  expect(reached).toEqual([])
  const just = { ...json, 'content-length': String(maxFieldsBytes) }
  expect(await send(port, just, [Buffer.alloc(maxFieldsBytes, 32)])).toMatchObject({ status: 200 })
})

test('a body in chunks, which does not tell its length, is refused before any of it is kept', async () => {
  const { port, reached } = await serve()
  const answer = await send(port, { 'transfer-encoding': 'chunked' }, [megabyte])
  expect(answer.status).toBe(411)
  expect(JSON.parse(answer.text)).toMatchObject({ code: 'request.length_required' })
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
  expect(reached).toEqual([])
})

test('a client that asks first and tells a length that is taken is told to go on', async () => {
  const { port, reached } = await serve()
  const socket = connect(port, '127.0.0.1')
  socket.write('POST /api/x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n')
  const [first] = await once(socket, 'data')
  expect(String(first)).toMatch(/^HTTP\/1\.1 100 /)
  socket.write('{}')
  const [second] = await once(socket, 'data')
  expect(String(second)).toMatch(/^HTTP\/1\.1 200 /)
  expect(reached).toMatchObject([{ size: 2 }])
  socket.destroy()
})

test.each(['/api/trpc/account.signUp,account.me', '/api/auth/callback/credentials', '/api/kiosk'])(
  'a form with files is refused at %s, where nobody takes one',
  async (path) => {
    const { port, reached } = await serve()
    const answer = await send(port, { ...formType, 'content-length': '5' }, [Buffer.from('12345')], path)
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([415, 'request.media_type'])
    expect(reached).toEqual([])
  },
)

describe('a program', () => {
  const photos = '/api/v1/roll-calls/0f4f9a3e-0000-8000-8000-000000000000/photos'

  test('is told of a body that is not taken by a problem with our code', async () => {
    const { port } = await serve()
    const large = { ...formType, 'content-length': String(maxBodyBytes + 1) }
    const answer = await send(port, large, [], '/api/v1/enrolment/photos')
    expect([answer.status, answer.headers['content-type']]).toEqual([413, 'application/problem+json'])
    expect(JSON.parse(answer.text)).toMatchObject({
      status: 413,
      code: tooLarge.code,
      detail: tooLarge.message,
    })
    const chunks = await send(port, { 'transfer-encoding': 'chunked' }, [megabyte], '/api/v1/classes')
    expect(JSON.parse(chunks.text)).toMatchObject({ status: 411, code: 'request.length_required' })
  })

  test('may send a photo of a whole class to the one address that takes it', async () => {
    const { port } = await serve()
    const large = { ...formType, 'content-length': String(maxGroupPhotoBytes) }
    expect(await send(port, large, Array(41).fill(megabyte), photos)).toMatchObject({ status: 200 })
    for (const other of [`${photos}/x`, '/api/v1/classes', photos.replace('/photos', '')])
      expect(await send(port, large, [], other)).toMatchObject({ status: 413 })
  })
})

describe('the address of a client', () => {
  const forged = { 'x-clockface-address': '10.0.0.1', 'x-forwarded-for': '10.0.0.2, 10.0.0.3' }

  test('is the one of the socket, whatever the client says', async () => {
    const { port, reached } = await serve()
    await send(port, { ...forged, 'x-forwarded-host': 'evil.example' }, [])
    expect(reached[0]?.headers).toMatchObject({ 'x-clockface-address': '127.0.0.1' })
    expect(reached[0]?.headers).not.toHaveProperty('x-forwarded-for')
    expect(reached[0]?.headers).not.toHaveProperty('x-forwarded-host')
  })

  test('is what a trusted proxy wrote last', async () => {
    const { port, reached } = await serve({ trustProxy: true })
    await send(port, forged, [])
    expect(reached[0]?.headers).toMatchObject({ 'x-clockface-address': '10.0.0.3' })
  })

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::6]:443', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s counts as %s', (address, counted) => {
    expect(countedAddress(address)).toBe(counted)
  })
})

describe('a request that no handler can read is refused', () => {
  const answerTo = async (lines: string[]) => {
    const { port, reached } = await serve()
    const socket = connect(port, '127.0.0.1')
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    const [answer] = await once(socket, 'data')
    socket.destroy()
    return { answer: String(answer), reached }
  }

  test.each([
    ['GET /api/v1/classes/%E0%A4%A HTTP/1.1', 'x', 400],
    ['GET / HTTP/1.1', '127.0.0.1:80, evil.example', 400],
    ['TRACE / HTTP/1.1', 'x', 405],
    ['PROPFIND / HTTP/1.1', 'x', 405],
    ['POST /sign-in HTTP/1.1', 'x', 405],
    ['GET http://evil.example/ HTTP/1.1', 'x', 400],
    ['OPTIONS * HTTP/1.1', 'x', 400],
    ['GET / HTTP/1.1', 'x/y', 400],
    ['GET / HTTP/1.1', 'me@evil.example', 400],
    ['GET / HTTP/1.1', 'evil.example?x', 400],
    ['GET / HTTP/1.1', '[::1', 400],
    ['GET / HTTP/1.1', '[:::1]', 400],
    ['GET / HTTP/1.1', 'x:99999', 400],
    ['GET / HTTP/1.1', 'x\\\\y', 400],
    ['GET /_next/static/chunks/main.js.map HTTP/1.1', 'x', 404],
  ])('%s of %s', async (line, host, status) => {
    const { answer, reached } = await answerTo([line, `Host: ${host}`])
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(reached).toEqual([])
  })

  test.each(['x', 'localhost:3000', '127.0.0.1', '[::1]:3000', 'attendance.example.org'])(
    'but not one for %s',
    async (host) => {
      const { answer } = await answerTo(['GET / HTTP/1.1', `Host: ${host}`])
      expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    },
  )

  test('nor one whose query is odd, or that names no host', async () => {
    expect((await answerTo(['GET /?q=%E0%A4%A HTTP/1.1', 'Host: x'])).answer).toMatch(/^HTTP\/1\.1 200 /)
    expect((await answerTo(['GET / HTTP/1.0'])).answer).toMatch(/^HTTP\/1\.1 200 /)
  })

  test.each([
    ['HTTP/1.0', 'Accept: */*', '1'],
    ['HTTP/1.1', 'Fastly-Client-IP: 10.0.0.9', '1'],
    ['HTTP/1.1', 'X-Original-Forwarded-For: 10.0.0.9', '1'],
    ['HTTP/1.1', 'X-Envoy-External-Address: 10.0.0.9', '1'],
    ['HTTP/1.1', 'x-clockface-forwarded: 1', undefined],
  ])('and one that was passed on is noted: %s with %s', async (version, header, noted) => {
    const { reached } = await answerTo([`GET / ${version}`, 'Host: x', header])
    expect(reached[0]?.headers['x-clockface-forwarded']).toBe(noted)
  })
})
