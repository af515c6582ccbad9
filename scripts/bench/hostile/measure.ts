import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { memoryOf } from '../../../test/support/server-process'
import { nextMessage, startChild } from '../child'
import { quantile } from '../statistics'
import type { Flood } from './floods'
import type { HostileWorld } from './world'

/** The server's memory is read so often. */
const PAUSE_MS = 50

export interface FloodFigures {
  name: string
  /** How long others waited for the answer that the server is well. */
  p99HealthMs: number
  maxRssMb: number
  refused: number
  served: number
}

const rounded = (value: number) => Math.round(value * 10) / 10

/** Somebody at another address who asks whether the server is well. */
export const visitorOf = ({ origin }: HostileWorld): ChildProcess =>
  startChild('./hostile/visitor-process.ts', [origin], { pinned: false })

interface Measuring {
  world: HostileWorld
  visitor: ChildProcess
  seconds: number
}

/** One flood for so long, with somebody else who asks whether the server is well. */
export async function measured(flood: Flood, { world, visitor, seconds }: Measuring): Promise<FloodFigures> {
  const tally = { refused: 0, served: 0 }
  const end = performance.now() + seconds * 1000
  const stopped = () => performance.now() > end
  visitor.send('begin')
  const flooding = flood.run(world, tally, stopped)
  let most = 0
  while (!stopped()) {
    most = Math.max(most, (await memoryOf(world.pid)).now)
    await wait(PAUSE_MS)
  }
  const told = nextMessage<number[]>(visitor)
  visitor.send('end')
  const waited = await told
  await flooding
  return {
    ...{ name: flood.name, p99HealthMs: rounded(quantile(waited, 0.99)), maxRssMb: Math.round(most) },
    ...tally,
  }
}
