import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { SetupError } from '../setup/setup-error.mjs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function runs(path: string) {
  return existsSync(path) && spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0
}

function find() {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && !runs(wanted)) throw new SetupError(`CHROMIUM_PATH is ${wanted}, which does not run.`)
  return wanted ?? [...usualPlaces, chromium.executablePath()].find(runs)
}

/** The browser to drive: the one that is there, else one that is installed now. */
export function findChromium(): string {
  const found = find()
  if (found) return found
  console.log('No Chromium found, so one is installed.')
  const minutes = (count: number) => ({ stdio: 'inherit', timeout: count * 60_000 }) as const
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], minutes(5))
  const own = find()
  if (own) return own
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-q'], minutes(3))
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], minutes(5))
  }
  const installed = find()
  if (installed) return installed
  throw new SetupError(
    'No Chromium for the browser tests. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.',
  )
}
