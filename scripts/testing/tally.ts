import { readFileSync } from 'node:fs'

export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export const none: Tally = { passed: 0, failed: 0, skipped: 0 }
export const oneFailed: Tally = { ...none, failed: 1 }

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** `3 passed, 0 failed, 1 skipped` */
export function say({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** Reads a report; one that is not there means that the suite broke before it could write any. */
function read<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** A suite that says it failed has a failure, whatever its report counts: an error outside any test, for one. */
function believing(tally: Tally, succeeded: boolean): Tally {
  return succeeded || tally.failed > 0 ? tally : add(tally, oneFailed)
}

export function vitestTally(file: string, succeeded: boolean): Tally {
  const report = read<VitestReport>(file)
  if (!report) return oneFailed
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  )
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  return believing(tally, succeeded)
}

export function playwrightTally(file: string, succeeded: boolean): Tally {
  const report = read<PlaywrightReport>(file)
  if (!report) return oneFailed
  const { expected, flaky, unexpected, skipped } = report.stats
  return believing({ passed: expected + flaky, failed: unexpected, skipped }, succeeded)
}
