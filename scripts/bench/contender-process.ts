import { type ContenderName, startContender } from './contenders'
import type { Timings } from './timings'

/** From the parent: the pictures of one round, as base64 since messages between processes are text. */
export interface RoundRequest {
  jpegs: string[]
}

export type FromContender =
  | { kind: 'ready' }
  | { kind: 'round'; timings: (Timings | null)[]; residentBytes: number }
  | { kind: 'broken'; message: string }

const send = (message: FromContender) => process.send?.(message)

async function main(name: ContenderName): Promise<void> {
  const contender = await startContender(name)
  process.on('message', async ({ jpegs }: RoundRequest) => {
    try {
      const timings: (Timings | null)[] = []
      for (const jpeg of jpegs) timings.push((await contender.time(Buffer.from(jpeg, 'base64'))) ?? null)
      send({ kind: 'round', timings, residentBytes: process.memoryUsage.rss() })
    } catch (error) {
      send({
        kind: 'broken',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
    }
  })
  send({ kind: 'ready' })
}

main(process.argv[2] as ContenderName).catch((error: unknown) => {
  send({ kind: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
})
