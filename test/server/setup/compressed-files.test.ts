import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as ask, createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compressedFiles } from '../../../scripts/server/compressed-files.mjs'
import { compressBuild } from '../../../scripts/setup/compress-build'

const folder = mkdtempSync(join(tmpdir(), 'clockface-build-'))
const script = `export const words = ${JSON.stringify('so it is said '.repeat(200))}\n`
const server = createServer()
let port = 0

beforeAll(async () => {
  mkdirSync(join(folder, 'chunks'))
  writeFileSync(join(folder, 'chunks', 'a.js'), script)
  writeFileSync(join(folder, 'chunks', 'small.js'), 'export {}')
  writeFileSync(join(folder, 'font.woff2'), script)
  await compressBuild(folder)
  server.on(
    'request',
    compressedFiles((_, response) => response.end('by Next'), folder),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const chunk = '/_next/static/chunks/a.js'

function get(path: string, accepted?: string, method = 'GET') {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const headers = accepted === undefined ? {} : { 'accept-encoding': accepted }
    ask({ port, host: '127.0.0.1', path, method, headers }, async (response) => {
      const pieces: Buffer[] = []
      for await (const piece of response) pieces.push(piece)
      resolve({ headers: response.headers, body: Buffer.concat(pieces) })
    })
      .on('error', reject)
      .end()
  })
}

describe('a file of the build', () => {
  test('comes as it was compressed after the build, for good', async () => {
    const { headers, body } = await get(chunk, 'gzip, deflate, br, zstd')
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'content-length': String(readFileSync(join(folder, 'chunks/a.js.br')).length),
    })
    expect(brotliDecompressSync(body).toString()).toBe(script)
  })

  test('is told about without it', async () => {
    const { headers, body } = await get(chunk, 'br', 'HEAD')
    expect(headers).toMatchObject({ 'content-encoding': 'br' })
    expect(body).toHaveLength(0)
  })

  test.each(['gzip', 'br;q=0', 'br; q=0.000, gzip', 'brotli', 'x-br', undefined])(
    'comes from Next to whoever accepts %j',
    async (accepted) => expect(String((await get(chunk, accepted)).body)).toBe('by Next'),
  )

  test.each(['br;q=1', 'br; q=0.5', 'gzip,br', 'BR'])(
    'comes compressed to whoever accepts %j',
    async (accepted) =>
      expect((await get(chunk, accepted)).headers).toMatchObject({ 'content-encoding': 'br' }),
  )
})

test.each([
  '/_next/static/chunks/small.js',
  '/_next/static/font.woff2',
  '/_next/static/chunks/a.js.br',
  '/_next/static/chunks/../../static/chunks/a.js',
  '/_next/static/chunks/b.js',
  '/chunks/a.js',
  '/',
])('%s is left to Next', async (path) => expect(String((await get(path, 'br')).body)).toBe('by Next'))

test('what is sent there is left to Next', async () =>
  expect(String((await get(chunk, 'br', 'POST')).body)).toBe('by Next'))
