import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { listenerOn } from '../../test/support/server-process'
import { eventually, postgresPid } from '../../test/support/start'
import { within } from '../../test/support/within'
import type { Course, Person } from './people'
import { type Acknowledged, openSession, type Punching, punchByCode, punchByHand } from './punches'

/** The starter gives up what dies more than five times in a minute. */
const ROUND_MS = 7000
const BACK_WITHIN_MS = 60_000

export interface Round {
  killed: 'server' | 'database'
  acknowledged: Acknowledged[]
  refused: Map<string, number>
  /** Milliseconds from the kill until all of it was ready again. */
  backAfter: number
}

export interface Running {
  address: string
  dataDir: string
}

async function processOf({ address, dataDir }: Running, what: Round['killed']): Promise<number> {
  const pid = what === 'database' ? postgresPid(dataDir) : await listenerOn(Number(new URL(address).port))
  if (!pid) throw new Error(`The ${what} cannot be found`)
  return pid
}

export const isReady = ({ address }: Running) =>
  within(3000, (signal) => fetch(`${address}/api/health/ready`, { signal })).then(
    ({ ok }) => ok,
    () => false,
  )

/** Everybody clocks in, by code and by hand, while one of the two is killed as hard as can be and comes back. */
export async function round(
  running: Running,
  killed: Round['killed'],
  { course, students }: { course: Course; students: readonly Person[] },
): Promise<Round> {
  let ended = false
  const acknowledged: Acknowledged[] = []
  const refused = new Map<string, number>()
  const punching: Punching = {
    ...{ address: running.address, course, acknowledged, refused, ending: () => ended },
  }
  const began = performance.now()
  const sessionId = await openSession(punching)
  const half = Math.ceil(students.length / 2)
  const punches = [
    ...students.slice(0, half).map(async (student, i) => {
      await wait(i * 150)
      await punchByCode(punching, sessionId, student)
    }),
    ...students.slice(half).map((student) => punchByHand(punching, sessionId, student)),
  ]
  await wait(randomInt(300, 1500))
  const pid = await processOf(running, killed)
  process.kill(pid, 'SIGKILL')
  const at = performance.now()
  await eventually(
    'all of it to be ready again',
    async () => (await processOf(running, killed).catch(() => pid)) !== pid && (await isReady(running)),
    BACK_WITHIN_MS,
  )
  const backAfter = performance.now() - at
  await wait(Math.max(3000, ROUND_MS - (performance.now() - began)))
  ended = true
  await Promise.all(punches)
  return { killed, acknowledged, refused, backAfter }
}
