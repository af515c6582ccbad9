import type { ContenderName } from './contenders'
import type { LoadResult } from './load-process'
import type { RoundResults } from './rounds'
import { median, quantile } from './statistics'
import type { Timings } from './timings'

export interface Figures {
  ratioToHuman: number
  ratioToFaceApi: number
  /** The same by processor time, which other programs on the machine hardly touch. */
  cpuRatioToHuman: number
  cpuRatioToFaceApi: number
  /** Decode to vector against the sum of the bare runs of the models it needs. */
  ratioToBareModels: number
  /** The whole selfie, with quality, PAD, kept photo and snapshot, against the bare runs of all its models. */
  selfieRatioToBareModels: number
  medianMs: Record<ContenderName, number>
  p95Ms: Record<ContenderName, number>
  /** Median processor time, all threads together. */
  cpuMs: Record<ContenderName, number>
  missed: Record<ContenderName, number>
  residentMb: Record<ContenderName, number>
  stagesMs: Record<string, number>
  bareMs: Record<string, number>
  selfieMs: number
  load: LoadResult
}

const BARE = 'bare '
const round = (value: number) => Math.round(value * 1000) / 1000

function column(timings: Timings[], key: string): number[] {
  return timings.map((each) => each[key]).filter((value) => value !== undefined)
}

export function figuresOf({ timings, missed, residentBytes }: RoundResults, load: LoadResult): Figures {
  const totals = (name: ContenderName) => column(timings[name], 'total')
  const perContender = (of: (name: ContenderName) => number) => ({
    clockface: round(of('clockface')),
    human: round(of('human')),
    'face-api': round(of('face-api')),
  })
  const medianMs = perContender((name) => median(totals(name)))
  const cpuMs = perContender((name) => median(column(timings[name], 'cpu')))
  const keys = Object.keys(timings.clockface[0] ?? {})
  const medians = (wanted: (key: string) => boolean) =>
    Object.fromEntries(
      keys
        .filter(wanted)
        .map((key) => [key.replace(BARE, ''), round(median(column(timings.clockface, key)))]),
    )
  const bareMs = medians((key) => key.startsWith(BARE))
  const stagesMs = medians((key) => !key.startsWith(BARE) && !['total', 'cpu', 'selfie'].includes(key))
  const selfieMs = round(median(column(timings.clockface, 'selfie')))
  const { minifasnet = 0, ...toVector } = bareMs
  const bareToVector = Object.values(toVector).reduce((sum, value) => sum + value, 0)
  return {
    ratioToHuman: round(medianMs.clockface / medianMs.human),
    ratioToFaceApi: round(medianMs.clockface / medianMs['face-api']),
    cpuRatioToHuman: round(cpuMs.clockface / cpuMs.human),
    cpuRatioToFaceApi: round(cpuMs.clockface / cpuMs['face-api']),
    ratioToBareModels: round(medianMs.clockface / bareToVector),
    selfieRatioToBareModels: round(selfieMs / (bareToVector + minifasnet)),
    medianMs,
    p95Ms: perContender((name) => quantile(totals(name), 0.95)),
    cpuMs,
    missed,
    residentMb: perContender((name) => residentBytes[name] / 1e6),
    stagesMs,
    bareMs,
    selfieMs,
    load: Object.fromEntries(
      Object.entries(load).map(([key, value]) => [key, round(value)]),
    ) as unknown as LoadResult,
  }
}
