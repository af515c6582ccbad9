import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LINES_A_SECOND, LONGEST_FOREIGN, lineGate } from '@/server/log-bounds'
import { errorFields, logger } from '@/server/logger'
import { logLibraries } from '@/server/process/library-lines'

const written: string[] = []

beforeEach(() => {
  vi.stubEnv('LOG_LEVEL', 'info')
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    written.push(String(line))
    return true
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  written.length = 0
})

const lines = () => written.map((line) => JSON.parse(line))

describe('a line of the log', () => {
  test('is one line, in which what anybody sent is cut', () => {
    const foreign = `first\nsecond ${'x'.repeat(100_000)}`
    logger.error('something', { code: foreign, ...errorFields(new Error(foreign)) })
    expect(written[0]?.match(/\n/g)).toHaveLength(1)
    expect(Object.keys(lines()[0])).toEqual([
      ...['level', 'time', 'message', 'code', 'error', 'errorName', 'stack'],
    ])
    for (const name of ['code', 'error']) expect(lines()[0][name]).toHaveLength(LONGEST_FOREIGN + 1)
  })

  test('keeps where an error came from, and nothing of its message beside it', () => {
    logger.error('something', errorFields(new Error('secret words\n    at nowhere')))
    const { stack } = lines()[0]
    expect(stack).toContain('logger.test.ts')
    expect(stack).not.toContain('secret')
  })

  test('of a library is a warning where node only warns, and an error else', () => {
    const { error, warn } = console
    logLibraries()
    console.error('(node:7) DeprecationWarning: a call of tomorrow')
    console.error('(node:7) [DEP0169] DeprecationWarning: another')
    console.error('(node:7) was lost')
    Object.assign(console, { error, warn })
    expect(lines().map(({ level, message }) => [level, message])).toEqual([
      ['warn', 'a library warns'],
      ['warn', 'a library warns'],
      ['error', 'a library failed'],
    ])
  })

  test('of one cause comes so often a second, and how many were left out is told', async () => {
    for (let at = 0; at < 1000; at++) logger.warn('a flood', { at })
    logger.error('another thing')
    await wait(1200)
    const floods = lines().filter(({ message }) => message === 'a flood')
    // The flood may have met the turn of a second.
    expect([1, 2].map((seconds) => seconds * LINES_A_SECOND)).toContain(floods.length)
    expect(lines().filter(({ message }) => message === 'another thing')).toHaveLength(1)
    expect(lines().at(-1)).toMatchObject({
      message: 'lines of one cause were left out',
      cause: 'a flood',
      lines: 1000 - floods.length,
    })
  })
})

describe('the count of lines', () => {
  test('begins anew each second, for each cause', () => {
    const gate = lineGate(2)
    const passes = (cause: string, now: number) => gate.passes(cause, now)
    expect([passes('a', 0), passes('a', 10), passes('a', 20), passes('b', 20)]).toEqual([
      true,
      true,
      false,
      true,
    ])
    expect(passes('a', 1000)).toBe(true)
    expect(gate.leftOut()).toEqual([['a', 1]])
    expect(gate.leftOut()).toEqual([])
  })

  test('does not grow with the causes that somebody makes up', () => {
    const gate = lineGate(1)
    let passed = 0
    for (let at = 0; at < 10_000; at++) if (gate.passes(`cause ${at}`, 0)) passed++
    expect(passed).toBeLessThan(600)
    expect(gate.leftOut()).toEqual([['others', 10_000 - passed]])
  })
})
