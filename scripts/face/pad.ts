import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { clopperPearson } from '../../src/domain/face/calibration-intervals'
import { mostCentral } from '../../src/domain/face/main-face'
import { PAD_THRESHOLD } from '../../src/domain/face/thresholds'
import type { FaceEngine } from '../../src/server/face/face-engine'
import { burstRates, peopleRates, type Series } from './pad-bursts'
import { forFile, optionsFor, Refusal, type Run, rounded, withEngine } from './run'

const PICTURE = /\.(jpe?g|png|webp|gif|avif|heic|heif)$/i

interface Judged {
  path: string
  /** Null where no face was found. */
  live: number | null
}

/**
 * Error rates of presentation-attack detection on two folders of pictures (ISO/IEC 30107-3): APCER, the share of attacks
 * taken for bona fide, and BPCER, the share of bona fide taken for attacks, with their exact 95 % bounds. Folders inside
 * the folder of attacks are kinds of attack; folders inside that of bona fide ones are people, whose own rates are given
 * too. Three pictures of a folder that follow each other count as a burst as well, decided as clocking in does. Pictures without a face are counted apart: there is nothing to decide.
 * Where no picture is left the rate is null.
 */
export const pad: Run = (input) =>
  withEngine(optionsFor(input), async (engine) => {
    if (!engine.pad)
      throw new Refusal('The model of presentation-attack detection is missing. Run: npm run models')
    const { live: liveFolder = '', attack: attackFolder = '' } = input
    const live = await judgeAll(engine, liveFolder)
    const attacks = await judgeAll(engine, attackFolder)
    const apcer = rateOf(attacks, (probability) => probability >= PAD_THRESHOLD)
    const bpcer = rateOf(live, (probability) => probability < PAD_THRESHOLD)
    const people = seriesOf(live, liveFolder)
    const named = people.filter(({ name }) => name !== NO_FOLDER)
    const kindOfAttack = ({ path }: Judged) => kindOf(relative(attackFolder, path))
    const kinds = [...new Set(attacks.map(kindOfAttack))]
    return {
      apcer: apcer.rate,
      bpcer: bpcer.rate,
      n: { live: bpcer.n, attack: apcer.n },
      threshold: PAD_THRESHOLD,
      bounds: { confidence: 0.95, apcer: apcer.bounds, bpcer: bpcer.bounds },
      noFace: { live: live.length - bpcer.n, attack: attacks.length - apcer.n },
      bursts: burstRates(people, seriesOf(attacks, attackFolder)),
      ...(named.length > 0 && { people: peopleRates(named) }),
      ...(kinds.length > 1 && {
        kinds: kinds.map((kind) => {
          const of = attacks.filter((attack) => kindOfAttack(attack) === kind)
          const { rate, n, bounds } = rateOf(of, (probability) => probability >= PAD_THRESHOLD)
          return { kind, apcer: rate, n, bounds }
        }),
      }),
    }
  })

function rateOf(judged: Judged[], isError: (live: number) => boolean) {
  const decided = judged.flatMap(({ live }) => (live === null ? [] : [live]))
  const { rate, low, high } = clopperPearson(decided.filter(isError).length, decided.length)
  return {
    rate: decided.length ? rounded(rate) : null,
    n: decided.length,
    bounds: [rounded(low), rounded(high)],
  }
}

const NO_FOLDER = '.'

/** The folder that a picture lies in; those that lie in none are a kind of their own. */
function kindOf(path: string): string {
  return path.includes(sep) ? (path.split(sep)[0] ?? '') : NO_FOLDER
}

function seriesOf(judged: readonly Judged[], folder: string): Series[] {
  const series = new Map<string, number[]>()
  for (const { path, live } of judged) {
    const name = kindOf(relative(folder, path))
    if (live !== null) series.set(name, [...(series.get(name) ?? []), live])
  }
  return [...series].map(([name, live]) => ({ name, live }))
}

async function judgeAll(engine: FaceEngine, folder: string): Promise<Judged[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Refusal(`${folder}: cannot be read. Name a folder of pictures.`)
  })
  const paths = entries
    .filter((entry) => entry.isFile() && PICTURE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (!paths.length) throw new Refusal(`${folder}: holds no pictures.`)
  const judged = new Map<string, number | null>()
  const waiting = paths.values()
  const worker = async () => {
    for (const path of waiting) {
      const { width, height, faces } = await forFile(path, engine.inspect)
      const face = mostCentral(faces, { width, height })
      if (!face) process.stderr.write(`no face: ${path}\n`)
      judged.set(path, face?.live ?? null)
      if (judged.size % 200 === 0) process.stderr.write(`judged ${judged.size} of ${paths.length} pictures\n`)
    }
  }
  // A few more than there are workers, so that none waits for a file.
  await Promise.all(Array.from({ length: 8 }, worker))
  return paths.map((path) => ({ path, live: judged.get(path) ?? null }))
}
