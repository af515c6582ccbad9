import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  bestThreshold,
  fnmrAt,
  foldedAccuracy,
  impostorHistogram,
  pairCount,
  thresholdAtFmr,
} from '../../src/domain/face/evaluation'
import { cosine } from '../../src/domain/face/matching'
import { type PicturePair, parsePairs, picturePath } from '../../src/domain/face/pairs-file'
import type { FaceEngine } from '../../src/server/face/face-engine'
import { forFile, optionsFor, Refusal, type Run, rounded, withEngine } from './run'

/** Impostor pairs beyond this many are left out evenly. */
const IMPOSTOR_LIMIT = 30_000_000
const RATES = { '1e-2': 1e-2, '1e-3': 1e-3, '1e-4': 1e-4, '1e-5': 1e-5 }
const FOLDS = 10
/** A picture without a face matches nobody: such a genuine pair is a miss. */
const NO_FACE = -1

export const evaluate: Run = (input) =>
  withEngine(optionsFor(input), async (engine) => {
    const { images: [images = ''] = [], pairs: source = '' } = input
    const pairs = source === 'all' ? await allPairs(images) : await pairsOf(source)
    const paths = [...new Set(pairs.flatMap(({ a, b }) => [picturePath(a), picturePath(b)]))]
    await Promise.all([...new Set(paths)].map((path) => mustExist(join(images, path))))
    const vectors = await describeAll(engine, images, paths)
    if (!vectors.size) throw new Refusal('No face was found in any picture.')
    const scored = pairs.map(({ a, b, fold }) => {
      const va = vectors.get(picturePath(a))
      const vb = vectors.get(picturePath(b))
      return { similarity: va && vb ? cosine(va, vb) : NO_FACE, same: a.person === b.person, fold }
    })
    const histogram = impostors(vectors)
    const genuine = scored.filter((pair) => pair.same).map((pair) => pair.similarity)
    const atFmr = Object.entries(RATES).map(
      ([name, rate]) => [name, thresholdAtFmr(histogram, rate)] as const,
    )
    const { accuracy, std } = foldedAccuracy(scored)
    return {
      model: engine.recogniser,
      pairs: scored.length,
      pictures: paths.length,
      noFace: paths.length - vectors.size,
      accuracy: rounded(accuracy, 5),
      std: rounded(std, 5),
      impostorPairs: pairCount(histogram),
      thresholds: {
        accuracy: rounded(bestThreshold(scored)),
        ...Object.fromEntries(atFmr.map(([name, t]) => [name, t === null ? null : rounded(t)])),
      },
      fnmrAtFmr: Object.fromEntries(
        atFmr.map(([name, t]) => [name, t === null ? null : rounded(fnmrAt(genuine, t), 5)]),
      ),
    }
  })

async function mustExist(path: string) {
  await access(path).catch(() => {
    throw new Refusal(`${path}: cannot be read.`)
  })
}

async function pairsOf(file: string): Promise<PicturePair[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal(`${file}: cannot be read.`)
  })
  try {
    return parsePairs(text)
  } catch (error) {
    throw new Refusal(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function allPairs(images: string): Promise<PicturePair[]> {
  const people = await readdir(images).catch(() => {
    throw new Refusal(`${images}: cannot be read.`)
  })
  const pictures = (
    await Promise.all(
      people.sort().map(async (person) => {
        const files = await readdir(join(images, person)).catch(() => [])
        return files.sort().flatMap((file) => {
          const number = file.startsWith(`${person}_`) && /_(\d{4})\.jpg$/.exec(file)?.[1]
          return number ? [{ person, picture: Number(number) }] : []
        })
      }),
    )
  ).flat()
  if (pictures.length < 2) throw new Refusal(`${images}: holds no pictures as Name/Name_0001.jpg.`)
  const pairs = pictures.flatMap((a, i) => pictures.slice(i + 1).map((b) => ({ a, b, fold: 0 })))
  return pairs.map((pair, i) => ({ ...pair, fold: i % FOLDS }))
}

async function describeAll(engine: FaceEngine, images: string, paths: string[]) {
  const found = new Map<string, Float32Array>()
  const waiting = paths.entries()
  let done = 0
  const worker = async () => {
    for (const [, path] of waiting) {
      const described = await forFile(join(images, path), engine.describe)
      if (described) found.set(path, described.vector)
      else process.stderr.write(`no face: ${path}\n`)
      done++
      if (done % 200 === 0 || done === paths.length) {
        process.stderr.write(`described ${done} of ${paths.length} pictures\n`)
      }
    }
  }
  // A few more than there are workers, so that none waits for a file.
  await Promise.all(Array.from({ length: 16 }, worker))
  return found
}

function impostors(vectors: Map<string, Float32Array>) {
  const entries = [...vectors.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  const length = entries[0]?.[1].length ?? 0
  const packed = new Float32Array(entries.length * length)
  for (const [i, [, vector]] of entries.entries()) packed.set(vector, i * length)
  return impostorHistogram(
    packed,
    length,
    entries.map(([path]) => path.split('/')[0] ?? ''),
    IMPOSTOR_LIMIT,
    (row, rows) => {
      if (row % 2000 === 0) process.stderr.write(`impostor pairs: picture ${row} of ${rows}\n`)
    },
  )
}
