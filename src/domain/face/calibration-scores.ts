import { dot } from './dot'
import { cosine, meanTemplate, unit } from './matching'

/** A person of the gallery with the vectors of their photos, by one recogniser. */
export interface GalleryPerson {
  id: string
  vectors: readonly Float32Array[]
}

/** Two different people and the cosine of their mean templates. */
export interface StrangerScore {
  a: string
  b: string
  score: number
}

/** One photo against the mean of the same person's others. */
export interface GenuineScore {
  id: string
  /** Which of the person's vectors, as they were given. */
  photo: number
  score: number
}

/** Bins of a score's histogram over -1 to 1: a threshold is right to 0.0001. */
const BINS = 20_000
/** How many of the nearest pairs are kept with their people. */
const KEPT = 20_000

export interface Scores {
  people: number
  pairs: number
  /** How many pairs have a score of bin i or above; one more entry than bins, the last 0. */
  atLeast: Float64Array
  /** The nearest pairs of different people, nearest first; of equal ones by id. */
  nearest: StrangerScore[]
  genuine: GenuineScore[]
}

/** The lowest score of a bin. */
export const scoreOfBin = (bin: number): number => bin / (BINS / 2) - 1

const binOf = (score: number) => Math.max(0, Math.min(BINS - 1, Math.floor((score + 1) * (BINS / 2) + 1e-9)))

/** How many pairs reach a score, to the width of a bin. */
export function pairsFrom(scores: Scores, score: number): number {
  return scores.atLeast[Math.max(0, Math.min(BINS, Math.ceil((score + 1) * (BINS / 2) - 1e-6)))] ?? 0
}

/** The lowest score, to the width of a bin, that at most `count` pairs reach. */
export function scoreReachedBy(scores: Scores, count: number): number {
  let low = 0
  let high = BINS
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scores.atLeast[middle] as number) <= count) high = middle
    else low = middle + 1
  }
  return scoreOfBin(low)
}

function byNearness(x: StrangerScore, y: StrangerScore): number {
  return y.score - x.score || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1)
}

/** Sums of floats depend on their order, and thresholds must not. */
function byNumbers(x: Float32Array, y: Float32Array): number {
  for (let i = 0; i < x.length; i++) {
    const difference = (x[i] as number) - (y[i] as number)
    if (difference) return difference
  }
  return 0
}

/** Pairs between two pauses: a few milliseconds of work. */
const PAIRS_A_STEP = 20_000

/**
 * Every pair of people and every photo with two or more of its person, in steps of a few milliseconds, so that
 * whoever drives it can let others go on in between. People without a vector do not count; the order of people and
 * photos does not matter. Throws RangeError where vectors differ in length.
 */
export function* scorePairs(gallery: readonly GalleryPerson[]): Generator<void, Scores> {
  const people = gallery
    .filter(({ vectors }) => vectors.length > 0)
    .sort((x, y) => (x.id < y.id ? -1 : x.id > y.id ? 1 : 0))
  const length = people[0]?.vectors[0]?.length ?? 0
  const packed = new Float32Array(people.length * length)
  const genuine: GenuineScore[] = []
  for (const [i, { id, vectors }] of people.entries()) {
    const mean = meanTemplate([...vectors].sort(byNumbers))
    if (mean.length !== length) throw new RangeError('The vectors come from different recognisers')
    packed.set(mean, i * length)
    if (vectors.length > 1) genuine.push(...genuineScores(id, vectors))
    if (i % 50 === 49) yield
  }
  const counts = new Float64Array(BINS + 1)
  let nearest: StrangerScore[] = []
  let floor = -2
  let done = 0
  for (let i = 0; i < people.length; i++) {
    const a = people[i]?.id ?? ''
    for (let j = i + 1; j < people.length; j++) {
      const score = dot(packed, i * length, j * length, length)
      const bin = binOf(score)
      counts[bin] = (counts[bin] as number) + 1
      if (score >= floor) nearest.push({ a, b: people[j]?.id ?? '', score: Math.min(1, score) })
    }
    if (nearest.length > 2 * KEPT) {
      nearest = nearest.sort(byNearness).slice(0, KEPT)
      floor = nearest.at(-1)?.score ?? floor
    }
    done += people.length - i
    if (done > PAIRS_A_STEP) {
      done = 0
      yield
    }
  }
  for (let bin = BINS - 1; bin >= 0; bin--)
    counts[bin] = (counts[bin] as number) + (counts[bin + 1] as number)
  return {
    people: people.length,
    pairs: (people.length * (people.length - 1)) / 2,
    atLeast: counts,
    nearest: nearest.sort(byNearness).slice(0, KEPT),
    genuine: genuine.sort((x, y) => x.score - y.score),
  }
}

function genuineScores(id: string, vectors: readonly Float32Array[]): GenuineScore[] {
  return vectors.map((vector, photo) => {
    const others = vectors.filter((_, i) => i !== photo).sort(byNumbers)
    return { id, photo, score: cosine(unit(vector), meanTemplate(others)) }
  })
}
