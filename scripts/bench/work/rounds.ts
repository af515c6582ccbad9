import { median, quantile } from '../statistics'
import type { WorkRow } from './page'
import type { WorkQuery } from './queries'
import type { WorkWorld } from './world'

/** What is quick is asked more often, so long. */
const ENOUGH_MS = 5000
const MOST_ROUNDS = 300

interface Setting {
  now: WorkWorld
  twice: WorkWorld
  rounds: number
}

const round = (value: number) => Math.round(value * 100) / 100

/** Asks both workplaces in turn, so that what else the machine does slows both, twice more at the beginning. */
export async function measured(
  { name, prepare, ask, most }: WorkQuery,
  { now, twice, rounds }: Setting,
): Promise<WorkRow> {
  const took = new Map<WorkWorld, number[]>([
    [now, []],
    [twice, []],
  ])
  let rows = 0
  const begun = performance.now()
  const enough = (at: number) => at >= rounds && (at >= MOST_ROUNDS || performance.now() - begun > ENOUGH_MS)
  for (let at = -2; !enough(at); at++) {
    for (const [world, times] of took) {
      await prepare?.(world)
      const asked = performance.now()
      rows = await ask(world)
      if (at >= 0) times.push(performance.now() - asked)
    }
  }
  const [first = [], second = []] = [...took.values()]
  const p95 = quantile(first, 0.95)
  return {
    ...{
      name,
      rows,
      p50: round(median(first)),
      p95: round(p95),
      doubled: round(quantile(second, 0.95) / p95),
    },
    ...{ rounds: first.length, most: most ?? null },
  }
}
