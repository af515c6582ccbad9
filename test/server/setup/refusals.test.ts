import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeRecogniser } from '@test/support/own-recogniser'
import { start } from '@test/support/start'
import { afterAll, describe, expect, test, vi } from 'vitest'

// A start waits while another one prepares the same checkout.
vi.setConfig({ testTimeout: 180_000 })

const dir = mkdtempSync(join(tmpdir(), 'clockface-refusals-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** What a start says that ends by itself: the last line, after lines of progress. */
async function refused(env: Record<string, string>, nodeArgs: string[] = []) {
  const { ended, printed } = start({ DATA_DIR: join(dir, 'data'), PORT: '0', ...env }, nodeArgs)
  const code = await ended
  const lines = printed()
    .trim()
    .split('\n')
    .filter(
      (line) => !/^(Packages|Database client|Face models|Database|Migrations|Build|Waiting)\b/.test(line),
    )
  return { code, lines }
}

describe('a start that cannot go on says why in one line and ends with 1', () => {
  test('an old Node', async () => {
    const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`
    const { code, lines } = await refused({}, ['--import', `data:text/javascript,${encodeURIComponent(old)}`])
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [
        'Clockface needs Node 20.19 or newer, and this is 18.20.4. Get a newer one from https://nodejs.org.',
      ],
    })
  })

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await refused({ PORT: String(port) })).toEqual({
      code: 1,
      lines: [`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`],
    })
    other.close()
  })

  test('a recogniser that is not there, and one that is no ONNX', async () => {
    const missing = join(dir, 'nowhere.onnx')
    expect(await refused({ RECOGNISER: missing })).toEqual({
      code: 1,
      lines: [
        'Recogniser of your own: failed',
        `The recogniser ${missing} cannot be used: the file is not there.`,
      ],
    })
    const file = await writeRecogniser(dir, 'text', { model: Buffer.from('no model') })
    const { code, lines } = await refused({ RECOGNISER: file })
    expect({ code, count: lines.length }).toEqual({ code: 1, count: 2 })
    expect(lines[1]).toContain(`The recogniser ${file} cannot be used: it cannot be loaded as an ONNX model`)
  })

  test('an address that is not of this machine', async () => {
    expect(await refused({ HOST: '192.0.2.1', PORT: '3999' })).toEqual({
      code: 1,
      lines: ['Clockface cannot listen on 192.0.2.1, port 3999 (EADDRNOTAVAIL). Check HOST and PORT.'],
    })
  })

  test.each([
    [
      'that nobody serves',
      '127.0.0.1:1/school',
      /^The database at 127\.0\.0\.1:1\/school cannot be reached: .+ Check/,
    ],
    [
      'whose name is unknown',
      'nowhere.invalid/school',
      /^The database at nowhere\.invalid\/school cannot be reached/,
    ],
  ])('a database %s', async (_title, place, line) => {
    const { code, lines } = await refused({ DATABASE_URL: `postgresql://clockface:hidden@${place}` })
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(line)] })
    expect(lines.join()).not.toContain('hidden')
  })

  test('variables that make no sense, all of them at once', async () => {
    const { code, lines } = await refused({ PORT: 'door', EVIDENCE_DAYS: '-1', DATABASE_URL: '' })
    expect(code).toBe(1)
    expect(lines).toEqual([
      expect.stringMatching(/^The environment is not right\. PORT: .+; EVIDENCE_DAYS: .+\.$/),
    ])
  })

  test('a data folder that is a file, and one in a file', async () => {
    const file = join(dir, 'a-file')
    writeFileSync(file, '')
    expect(await refused({ DATA_DIR: file })).toEqual({
      code: 1,
      lines: [`${file} is a file, and Clockface needs a folder there. Set DATA_DIR to another one.`],
    })
    const { code, lines } = await refused({ DATA_DIR: join(file, 'data') })
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [expect.stringContaining('Clockface cannot write to')],
    })
  })

  test('secrets that are damaged', async () => {
    const damaged = join(dir, 'damaged')
    mkdirSync(damaged)
    writeFileSync(join(damaged, 'secrets.json'), '{"NEXTAUTH')
    const { code, lines } = await refused({ DATA_DIR: damaged })
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining('secrets.json is damaged')] })
  })

  const full = join(dir, 'full')
  mkdirSync(full)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'none', full]).status === 0
  afterAll(() => spawnSync('umount', [full]))

  test.skipIf(!mounted)('a disk that is all but full', async () => {
    expect(await refused({ DATA_DIR: join(full, 'data') })).toEqual({
      code: 1,
      lines: [
        `The disk is full: there is no space left for ${full}/data. Free some space, then start again.`,
      ],
    })
  })

  test.skipIf(!mounted || !existsSync('/dev/full'))('a disk on which not even a lock fits', async () => {
    spawnSync('dd', ['if=/dev/zero', `of=${full}/rest`, 'bs=64k'])
    const { code, lines } = await refused({ DATA_DIR: join(full, 'other') })
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/^The disk is full/)] })
  })
})
