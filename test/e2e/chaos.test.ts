import { spawnSync } from 'node:child_process'
import { expect, test } from '@playwright/test'

// No browser here either: the short form of `npm run chaos`.
test('a server and a database that are killed under people who clock in lose nothing that was acknowledged', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/chaos.ts', '--rounds', '2'],
    // While this waits nothing else of the test runs, its time limit included.
    { encoding: 'utf8', timeout: 240_000 },
  )
  expect(status, `${stdout}\n${stderr}`).toBe(0)
  expect(stdout).toContain('Everything fits.')
  expect(stdout).toMatch(/^2 kills, [1-9]\d* punches acknowledged, 0 of them lost\.$/m)
})
