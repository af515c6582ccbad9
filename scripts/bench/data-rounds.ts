import type { ServiceContext } from '../../src/server/context/context'
import type { FaceEngine } from '../../src/server/face/face-engine'
import type { DataRow } from './data'
import { median, quantile } from './statistics'
import { cpuSince } from './timings'

export interface DataSetting {
  ctx: ServiceContext
  engine: FaceEngine
  /** How many statements the database has been sent so far. */
  statements: () => number
  rounds: number
}

/** Does work so many times, twice more at the beginning; what `prepare` does before each is not measured. */
export async function measured<Prepared>(
  name: string,
  { statements, rounds }: DataSetting,
  prepare: (round: number) => Promise<Prepared>,
  work: (prepared: Prepared) => Promise<unknown>,
): Promise<DataRow> {
  const took: number[] = []
  const cpu: number[] = []
  const sent: number[] = []
  for (let round = -2; round < rounds; round++) {
    const prepared = await prepare(round + 2)
    const used = process.cpuUsage()
    const before = statements()
    const begun = performance.now()
    await work(prepared)
    if (round < 0) continue
    took.push(performance.now() - begun)
    cpu.push(cpuSince(used))
    sent.push(statements() - before)
  }
  return {
    name,
    p50: median(took),
    p95: quantile(took, 0.95),
    cpu: median(cpu),
    statements: median(sent),
    rounds,
  }
}
