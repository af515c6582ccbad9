import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { runChecks } from '../check/checks'
import { freePort } from '../setup/ports'
import { tell } from '../setup/setup-error.mjs'
import { findChromium } from './chromium'
import { oneFailed, playwrightTally, type Tally, vitestTally } from './tally'

const reports = '.cache/test-reports'

/** Runs a test runner of node_modules, its output passed on; whether it said that all is well. */
async function run(script: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(process.execPath, [`node_modules/${script}`, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    // Far from UTC and not on the hour, so that a forgotten time zone fails.
    env: { ...process.env, TZ: 'Asia/Kathmandu', ...env },
  })
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  const [code] = await once(child, 'exit')
  process.off('exit', stop)
  return code === 0
}

/** A place for a report that holds no older one. */
function freshReport(name: string) {
  const file = `${reports}/${name}.json`
  mkdirSync(reports, { recursive: true })
  rmSync(file, { force: true })
  return file
}

async function vitest(project: string, filters: string[]): Promise<Tally> {
  const file = freshReport(project)
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const succeeded = await run('vitest/vitest.mjs', [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    ...output,
    ...filters,
  ])
  return vitestTally(file, succeeded)
}

async function browser(filters: string[]): Promise<Tally> {
  const file = freshReport('e2e')
  const port = await freePort()
  const succeeded = await run('@playwright/test/cli.js', ['test', '--pass-with-no-tests', ...filters], {
    CHROMIUM_PATH: findChromium(),
    E2E_PORTS: `${port},${await freePort(port + 1)}`,
    E2E_REPORT: file,
  })
  return playwrightTally(file, succeeded)
}

async function check(): Promise<Tally> {
  const results = await runChecks()
  const passed = results.filter((one) => one.passed).length
  return { passed, failed: results.length - passed, skipped: 0 }
}

/** Every part of `npm test`, in the order in which they run. */
export const suites: Record<string, (filters: string[]) => Promise<Tally>> = {
  check,
  domain: (filters) => vitest('domain', filters),
  server: (filters) => vitest('server', filters),
  engine: (filters) => vitest('engine', filters),
  e2e: browser,
}

/** Runs one part; one that breaks counts as a failure and does not keep the others from running. */
export async function runSuite(name: string, filters: string[]): Promise<Tally> {
  try {
    return (await suites[name]?.(filters)) ?? oneFailed
  } catch (error) {
    tell(error, process.cwd())
    return oneFailed
  }
}
