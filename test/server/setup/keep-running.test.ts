import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { eventually } from '@test/support/start'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Child, type Kept, keepRunning, pauseAfter } from '../../../scripts/setup/keep-running'
import { isAlive } from '../../../scripts/setup/processes.mjs'
import { SetupError } from '../../../scripts/setup/setup-error.mjs'

interface Sleeper extends Child {
  pid: number
}

let kept: Kept<Sleeper> | undefined
let said: string[] = []
beforeEach(() => {
  said = []
  vi.spyOn(console, 'error').mockImplementation((line) => said.push(String(line)))
})
afterEach(async () => {
  await kept?.stop()
  vi.restoreAllMocks()
})

/** A process that does nothing, for as long as it is let. */
async function sleeper(): Promise<Sleeper> {
  const child = spawn(process.execPath, ['-e', 'console.log(); setInterval(() => {}, 1e6)'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (child.stdout) await once(child.stdout, 'data')
  const ended = once(child, 'exit')
  let stopping = false
  return {
    pid: child.pid ?? 0,
    died: new Promise((resolve) => ended.then(([, signal]) => stopping || resolve(String(signal)))),
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill()
      await ended
    },
  }
}

const pid = () => kept?.current().pid ?? 0

describe('what is kept running', () => {
  test('is there again after a kill -9, and ends for good when it is told to', async () => {
    kept = await keepRunning({ name: 'The sleeper', begin: sleeper, giveUp: () => undefined })
    const first = pid()
    process.kill(first, 'SIGKILL')
    await eventually('the next one', () => pid() !== first)
    expect(said).toEqual([
      'The sleeper ended unexpectedly (SIGKILL); it is started again.',
      'The sleeper is there again.',
    ])
    const second = pid()
    await kept.stop()
    expect(isAlive(second)).toBe(false)
  })

  test('is given up at the sixth end within a minute; a start that fails counts as one', async () => {
    let starts = 0
    const given = new Promise<string>((giveUp) => {
      const begin = () => {
        if (++starts > 1) throw new SetupError('It does not start.')
        return sleeper()
      }
      void keepRunning({ name: 'The sleeper', begin: async () => begin(), giveUp }).then((running) => {
        kept = running
        process.kill(pid(), 'SIGKILL')
      })
    })
    expect(await given).toBe('It does not start.')
    expect(starts).toBe(6)
  })

  test('each try within a minute waits twice as long as the one before, and the minute passes', () => {
    const now = 1_000_000
    const ago = (...seconds: number[]) => seconds.map((second) => now - second * 1000)
    expect(pauseAfter(ago(0), now)).toBe(250)
    expect(pauseAfter(ago(3, 2, 0), now)).toBe(1000)
    expect(pauseAfter(ago(8, 5, 3, 2, 0), now)).toBe(4000)
    expect(pauseAfter(ago(9, 8, 5, 3, 2, 0), now)).toBeUndefined()
    expect(pauseAfter(ago(61, 60, 60, 60, 60, 0), now)).toBe(250)
  })
})
