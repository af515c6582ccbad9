import { canPin } from './child'
import type { ContenderName } from './contenders'
import { machine } from './machine'
import type { Figures } from './report'

export interface Setting {
  pictures: number
  rounds: number
  recogniser: string
  day: string
  /** The machine's load average before the run: what other programs were asking of it. */
  load: number
}

const titles: Record<ContenderName, string> = {
  clockface: 'Clockface',
  human: '@vladmandic/human, wasm',
  'face-api': '@vladmandic/face-api, wasm',
}

const does: Record<ContenderName, string> = {
  clockface: 'sharp, BlazeFace, FaceMesh, {recogniser}',
  human: 'sharp to a tensor, BlazeFace, FaceMesh, faceres',
  'face-api': 'sharp to a tensor, SSD MobileNet, 68 landmarks, dlib',
}

const stageTitles: Record<string, [string, string?]> = {
  decode: ['decode the JPEG'],
  find: ['find the face: resample, BlazeFace, resample, FaceMesh', 'blazeface+facemesh'],
  recognise: ['recognise: align, recogniser', 'recogniser'],
  pad: ['presentation attack: resample, MiniFASNetV2', 'minifasnet'],
  photo: ['photo to keep, as JPEG'],
  snapshot: ['snapshot, as JPEG'],
}

const ms = (value: number) => value.toFixed(1)

/** The page for docs/benchmarks; what the terminal shows is its tables. */
export function benchPage(figures: Figures, setting: Setting): string {
  const peers = (Object.keys(titles) as ContenderName[]).map((name) => {
    const ratio = figures.medianMs[name] / figures.medianMs.clockface
    return `| ${titles[name]} | ${does[name].replace('{recogniser}', setting.recogniser)} | ${ms(figures.medianMs[name])} | ${ms(figures.p95Ms[name])} | ${ms(figures.cpuMs[name])} | ${ratio.toFixed(2)} | ${figures.residentMb[name].toFixed(0)} | ${figures.missed[name]} |`
  })
  const bareOf = (keys: string) => keys.split('+').reduce((sum, key) => sum + (figures.bareMs[key] ?? 0), 0)
  const stages = Object.entries(figures.stagesMs).map(([key, value]) => {
    const [title = key, models] = stageTitles[key] ?? []
    const bare = models ? bareOf(models) : 0
    return `| ${title} | ${ms(value)} | ${models ? ms(bare) : ''} | ${ms(value - bare)} |`
  })
  const { load } = figures
  return [
    '# Face engine against its peers',
    '',
    `Measured by \`npm run bench -- face\` on ${setting.day}: ${machine()}; load of other programs before the run ${setting.load.toFixed(1)}.`,
    `${setting.pictures} selfies of 640×480 as JPEG, one face each, ${setting.rounds} rounds; every contender in a process of its own,`,
    `${canPin ? 'held to one and the same core' : 'on one thread'}, taking turns round by round. Human runs detector, mesh and description and nothing else.`,
    '',
    '## One core, JPEG to vector',
    '',
    '| | what it runs | median ms | p95 ms | processor ms | of ours | memory MB | no face |',
    '|---|---|---|---|---|---|---|---|',
    ...peers,
    '',
    `Clockface takes ${figures.ratioToHuman.toFixed(2)} of Human's time and ${figures.ratioToFaceApi.toFixed(2)} of face-api's; by processor time, which other programs`,
    `on the machine hardly touch, ${figures.cpuRatioToHuman.toFixed(2)} and ${figures.cpuRatioToFaceApi.toFixed(2)}.`,
    '',
    '## Where our time goes',
    '',
    '| stage | median ms | bare model runs ms | our own work ms |',
    '|---|---|---|---|',
    ...stages,
    '',
    `Decode to vector takes ${figures.ratioToBareModels.toFixed(2)} times the bare model runs. The whole selfie (with quality, presentation`,
    `attack detection, kept photo, snapshot) takes ${ms(figures.selfieMs)} ms, ${figures.selfieRatioToBareModels.toFixed(2)} times its bare model runs.`,
    '',
    '## All workers',
    '',
    `${load.workers} workers kept busy with whole selfies: ${load.picturesPerSecond.toFixed(1)} a second, ${ms(load.waitMedian)} ms from handing one over to its answer`,
    `(two for each worker at any time), ${(load.residentBytes / 1e6).toFixed(0)} MB. The main thread's timers came ${ms(load.loopDelayP99)} ms late at the 99th percentile.`,
    '',
  ].join('\n')
}
