import { machine } from './machine'
import type { RollCallRounds } from './roll-call-process'
import { median, quantile } from './statistics'

/** What is asked of a photo of 12 megapixels with 30 faces: seconds on 2 cores, and times the bare model runs. */
export const LIMITS = { ms: 2500, timesBare: 1.6 } as const

export interface RollCallFigures {
  wholeMs: number
  p95Ms: number
  bareMs: number
  timesBare: number
  cpuMs: number
  bareCpuMs: number
}

export function rollCallFigures(results: RollCallRounds): RollCallFigures {
  const { wholeMs, bareMs } = results
  const whole = median(wholeMs)
  const bare = Object.values(bareMs).reduce((sum, list) => sum + median(list), 0)
  return {
    wholeMs: whole,
    p95Ms: quantile(wholeMs, 0.95),
    bareMs: bare,
    timesBare: whole / bare,
    cpuMs: median(results.wholeCpuMs),
    bareCpuMs: median(results.bareCpuMs),
  }
}

const stageTitles: Record<string, [title: string, models: string[]]> = {
  decode: ['decode the JPEG, all of its pixels', []],
  find: ['find the faces: tiles, BlazeFace, FaceMesh', ['blazeface', 'facemesh']],
  measure: ['measure light, sharpness and pose', []],
  recognise: ['recognise: align, recogniser', ['recogniser']],
  crops: ['crops as JPEG (beside the models, on another thread)', []],
}

const ms = (value: number) => value.toFixed(0)

/** The page for docs/benchmarks. */
export function rollCallPage(results: RollCallRounds, setting: { day: string; load: number }): string {
  const { wholeMs, p95Ms, bareMs, timesBare, cpuMs, bareCpuMs } = rollCallFigures(results)
  const bareOf = (keys: string[]) => keys.reduce((sum, key) => sum + median(results.bareMs[key] ?? [0]), 0)
  const stages = Object.entries(results.stagesMs).map(([key, list]) => {
    const [title, models] = stageTitles[key] ?? [key, []]
    const own = median(list) - bareOf(models)
    return `| ${title} | ${ms(median(list))} | ${models.length ? ms(bareOf(models)) : ''} | ${ms(own)} |`
  })
  const runs = Object.entries(results.runs).map(([key, count]) => `${key} ${count}`)
  return [
    '# Roll call from a photo',
    '',
    `Measured by \`npm run bench -- roll-call\` on ${setting.day}: ${machine()}; load of other programs before the run ${setting.load.toFixed(1)}.`,
    `One JPEG of 4000×3000 with 30 faces, put together from the photos that come with face-api; ${results.wholeMs.length} rounds, recogniser ${results.recogniser}.`,
    '',
    '| | median ms | p95 ms | processor ms | asked for |',
    '|---|---|---|---|---|',
    `| the whole photo, through the engine and its workers | ${ms(wholeMs)} | ${ms(p95Ms)} | ${ms(cpuMs)} | at most ${LIMITS.ms} ms |`,
    `| bare model runs of the same photo, in the same process | ${ms(bareMs)} | | ${ms(bareCpuMs)} | |`,
    `| the photo against its bare model runs | ${timesBare.toFixed(2)} | | ${(cpuMs / bareCpuMs).toFixed(2)} | at most ${LIMITS.timesBare} |`,
    '',
    `Runs for the photo: ${runs.join(', ')}. All 30 faces are found and recognised in every round, or the benchmark fails.`,
    'One worker reads a photo; the other is left to whoever clocks in meanwhile.',
    '',
    '| stage, on its own | median ms | bare model runs ms | our own work ms |',
    '|---|---|---|---|',
    ...stages,
    '',
    `The process, with both workers and the models a third time for the bare runs, held ${(results.residentBytes / 1e6).toFixed(0)} MB at the end.`,
    '',
  ].join('\n')
}
