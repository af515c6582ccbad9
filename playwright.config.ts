import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// Workers read this file too, and inherit what the first reading set.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 10_000))
const port = Number(process.env.E2E_PORT)

/** A data folder of this run alone. */
function dataDir() {
  if (process.env.E2E_DATA_DIR) return process.env.E2E_DATA_DIR
  const dir = mkdtempSync(join(tmpdir(), 'clockface-e2e-'))
  process.env.E2E_DATA_DIR = dir
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }))
  return dir
}

const server: Record<string, string> = {
  DATA_DIR: dataDir(),
  PORT: String(port),
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  LOG_LEVEL: 'warn',
}

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? '.cache/test-reports/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' },
  },
  // The real thing: the same start as any installation, on an empty folder.
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://localhost:${port}/api/health`,
    // For working on a test: a server that is running already, with E2E_DATA_DIR as its data folder.
    reuseExistingServer: process.env.E2E_REUSE !== undefined,
    timeout: 300_000,
    env: server,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
