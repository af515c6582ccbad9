import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { launchOptions } from './test/support/browser-launch'
import { e2eServers, ownServer } from './test/support/e2e-servers'

// Workers read this file too, and inherit what the first reading set.
const first = 20_000 + (process.pid % 10_000)
process.env.E2E_PORTS ??= `${first},${first + 1}`

if (!process.env.E2E_DATA_DIR) {
  const folder = mkdtempSync(join(tmpdir(), 'clockface-e2e-'))
  process.env.E2E_DATA_DIR = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: e2eServers().length,
  // None of these is a measure of speed: they say when something is held to hang, on two cores that have more to do.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? '.cache/test-reports/e2e.json' }]],
  use: {
    baseURL: ownServer().url,
    actionTimeout: 60_000,
    // What a failed test leaves says what was on its pages; every step of all of them would take much of a small machine.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions,
  },
  // The real thing: the same start as any installation, each on an empty folder.
  webServer: e2eServers().map(({ url, port, dataDir }) => ({
    command: 'node scripts/start.mjs',
    url: `${url}/api/health`,
    // For working on a test: servers that are running already, with the folders of E2E_DATA_DIR named by their ports.
    reuseExistingServer: process.env.E2E_REUSE !== undefined,
    timeout: 600_000,
    env: {
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      LOG_LEVEL: 'warn',
      PSEUDO_LOCALES: 'true',
      // How people are appointed has a test of its own; the others begin with who teaches and who employs.
      APPOINTMENT: 'open',
    },
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  })),
})
