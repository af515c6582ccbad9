import { setTimeout as wait } from 'node:timers/promises'
import { memoryOf } from '../../../test/support/server-process'
import { quantile } from '../statistics'
import { call, VISITOR } from './call'
import type { Flood } from './floods'
import type { HostileWorld } from './world'

/** Health is asked so often while a flood goes on. */
const PAUSE_MS = 50
/** What a server that does not answer counts for. */
const DEAF_MS = 20_000

export interface FloodFigures {
  name: string
  /** How long others waited for the answer that the server is well. */
  p99HealthMs: number
  maxRssMb: number
  refused: number
  served: number
}

const rounded = (value: number) => Math.round(value * 10) / 10

async function healthMs(origin: string): Promise<number> {
  const began = performance.now()
  const { status } = await call(origin, { path: '/api/health/live', from: VISITOR })
  return status === 200 ? performance.now() - began : DEAF_MS
}

/** One flood for so long, with somebody else who asks whether the server is well. */
export async function measured(world: HostileWorld, flood: Flood, seconds: number): Promise<FloodFigures> {
  const tally = { refused: 0, served: 0 }
  const end = performance.now() + seconds * 1000
  const stopped = () => performance.now() > end
  const flooding = flood.run(world, tally, stopped)
  const waited: number[] = []
  let most = 0
  while (!stopped()) {
    waited.push(await healthMs(world.origin))
    most = Math.max(most, (await memoryOf(world.pid)).now)
    await wait(PAUSE_MS)
  }
  await flooding
  return {
    ...{ name: flood.name, p99HealthMs: rounded(quantile(waited, 0.99)), maxRssMb: Math.round(most) },
    ...tally,
  }
}
