import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'pay-'))
afterAll(() => rmSync(folder, { recursive: true }))

const pay = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['--prefix', process.cwd(), 'run', '-s', 'pay', '--', ...args],
    {
      encoding: 'utf8',
      cwd: folder,
    },
  )
  return { status, stdout, stderr }
}
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return name
}
const input = {
  timeZone: 'America/Los_Angeles',
  currency: 'USD',
  period: { from: '2026-03-01', to: '2026-03-14' },
  rates: [{ from: '2026-01-01', hourly: 2000 }],
  entries: [{ id: 'e1', in: '2026-03-07T22:00:00-08:00', out: '2026-03-08T06:30:00-07:00' }],
}

describe('npm run -s pay', { timeout: 60_000 }, () => {
  it('calculates a file of the folder in which it was called, in one line', () => {
    const answer = pay('calculate', file('shift.json', JSON.stringify(input)))
    expect(answer).toMatchObject({ status: 0, stderr: '' })
    expect(answer.stdout).toMatch(/^\{"lines":.*\}\n$/)
    expect(JSON.parse(answer.stdout)).toEqual({
      lines: [
        {
          entry: 'e1',
          day: '2026-03-07',
          kind: 'regular',
          name: null,
          minutes: 120,
          rate: 2000,
          factor: '1',
          amount: 4000,
        },
        {
          entry: 'e1',
          day: '2026-03-08',
          kind: 'regular',
          name: null,
          minutes: 330,
          rate: 2000,
          factor: '1',
          amount: 11_000,
        },
      ],
      totals: { paidMinutes: 450, regularMinutes: 450, overtimeMinutes: 0, byFactor: {}, gross: 15_000 },
      warnings: [],
    })
  })

  it('prints the schema of its files', () => {
    const { status, stdout } = pay('schema')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ type: 'object', additionalProperties: false })
  })

  it.each([
    [
      JSON.stringify({ ...input, entries: [{ ...input.entries[0], out: '2026-03-07T21:59:00-08:00' }] }),
      'entries[0].out: is before the entry begins\n',
    ],
    [JSON.stringify({ ...input, hours: 8 }), 'hours: is not known here\n'],
    ['{"timeZone":\n', /^bad\.json: is not JSON: .*\n$/],
    [new Uint8Array([0xff, 0xfe, 0x22]), 'bad.json: is not text in UTF-8\n'],
  ])('refuses what it cannot calculate in one line that names the place (%#)', (content, message) => {
    const answer = pay('calculate', file('bad.json', content))
    expect(answer).toMatchObject({ status: 1, stdout: '' })
    expect(answer.stderr).toMatch(message)
    expect(answer.stderr.trimEnd()).not.toContain('\n')
  })

  it('says so where there is no file, or no such command', () => {
    expect(pay('calculate', 'nowhere.json')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'nowhere.json: cannot be read\n',
    })
    for (const args of [[], ['calculate'], ['reckon', 'shift.json'], ['schema', 'shift.json']]) {
      const answer = pay(...args)
      expect(answer).toMatchObject({ status: 2, stdout: '' })
      expect(answer.stderr).toMatch(/^Say what to do: npm run -s pay -- calculate FILE\.json.*\n$/)
    }
  })
})
