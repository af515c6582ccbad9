import type { ChildProcess } from 'node:child_process'
import { nextMessage, startChild } from './child'
import type { FromContender, RoundRequest } from './contender-process'
import { type ContenderName, contenderNames } from './contenders'
import type { BenchPicture } from './pictures'
import type { Timings } from './timings'

export interface RoundResults {
  timings: Record<ContenderName, Timings[]>
  missed: Record<ContenderName, number>
  residentBytes: Record<ContenderName, number>
}

async function ask(child: ChildProcess, request?: RoundRequest): Promise<FromContender> {
  const answer = nextMessage<FromContender>(child)
  if (request) child.send(request)
  const message = await answer
  if (message.kind === 'broken') throw new Error(message.message)
  return message
}

const each = <T>(make: (name: ContenderName) => T) =>
  Object.fromEntries(contenderNames.map((name) => [name, make(name)])) as Record<ContenderName, T>

/**
 * Every contender works on all pictures once a round, one contender after the other, so that a machine that grows
 * slower or quicker meanwhile does so for all. The first rounds only warm up.
 */
export async function runRounds(
  pictures: BenchPicture[],
  { rounds, warmups, progress }: { rounds: number; warmups: number; progress: (line: string) => void },
): Promise<RoundResults> {
  const request = { jpegs: pictures.map(({ jpeg }) => jpeg.toString('base64')) }
  const children = each((name) => startChild('./contender-process.ts', [name], { pinned: true }))
  const results: RoundResults = {
    timings: each(() => []),
    missed: each(() => 0),
    residentBytes: each(() => 0),
  }
  try {
    await Promise.all(contenderNames.map((name) => ask(children[name])))
    for (let round = 0; round < warmups + rounds; round++) {
      for (const name of contenderNames) {
        const answer = await ask(children[name], request)
        if (answer.kind !== 'round' || round < warmups) continue
        const found = answer.timings.filter((timings) => timings !== null)
        results.timings[name].push(...found)
        results.missed[name] += answer.timings.length - found.length
        results.residentBytes[name] = answer.residentBytes
      }
      progress(
        round < warmups ? `warm-up ${round + 1} of ${warmups}` : `round ${round - warmups + 1} of ${rounds}`,
      )
    }
    return results
  } finally {
    for (const child of Object.values(children)) child.kill()
  }
}
