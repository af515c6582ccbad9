import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { eventually, start } from '../test/support/start'
import { lostOf } from './chaos/kept'
import { makeSchool } from './chaos/people'
import { isReady, type Round, round } from './chaos/rounds'
import { runningDatabase } from './setup/running-database'

const STUDENTS = 24

function printRound(number: number, { killed, acknowledged, refused, backAfter }: Round) {
  const others = [...refused].map(([what, count]) => `${count} × ${what}`).join(', ')
  console.log(
    `| ${number} | ${killed} | ${acknowledged.length} | ${others} | ${(backAfter / 1000).toFixed(1)} s |`,
  )
}

/** Whether the ledger is what it was, by its own command. */
function verifyLedger(dataDir: string): boolean {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/ledger.ts', 'verify'],
    { env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', FACE_KEY: '' }, encoding: 'utf8' },
  )
  console.log(stdout.trim())
  return status === 0
}

/** Kills the server or its database again and again under people who clock in, and counts what is missing. */
async function main(rounds: number): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'clockface-chaos-'))
  const installation = start({ DATA_DIR: dataDir, PORT: '0', DEMO: 'false' })
  try {
    const running = { address: await installation.ready, dataDir }
    await eventually('all of it to be ready', () => isReady(running))
    const url = runningDatabase(dataDir)
    const { students, courses } = await makeSchool(url, { students: STUDENTS, rounds })
    console.log('| round | killed | acknowledged | not acknowledged | back after |')
    console.log('|---|---|---|---|---|')
    const done: Round[] = []
    for (const [i, course] of courses.entries()) {
      done.push(await round(running, i % 2 === 0 ? 'server' : 'database', { course, students }))
      printRound(i + 1, done[i] as Round)
    }
    const acknowledged = done.flatMap((one) => one.acknowledged)
    const lost = await lostOf(url, acknowledged)
    const fits = verifyLedger(dataDir)
    console.log(`${rounds} kills, ${acknowledged.length} punches acknowledged, ${lost.length} of them lost.`)
    return lost.length === 0 && fits
  } catch (error) {
    console.error(installation.printed())
    throw error
  } finally {
    installation.child.kill('SIGTERM')
    await installation.ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } })
const well = await main(Math.max(1, Number(values.rounds) || 1))
process.exit(well ? 0 : 1)
