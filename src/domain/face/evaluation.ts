import { dot } from './dot'
/** One pair of a verification protocol: similarity, whether both pictures show one person, and the fold it is in. */
export interface ScoredPair {
  similarity: number
  same: boolean
  fold: number
}

/** Share of pairs that a threshold answers rightly, 0 to 1. */
export function accuracyAt(pairs: readonly ScoredPair[], threshold: number): number {
  const right = pairs.filter((pair) => pair.similarity >= threshold === pair.same).length
  return pairs.length ? right / pairs.length : 0
}

/**
 * The threshold that answers most pairs rightly; of several equally good ones the middle of the widest gap.
 * One pass over the sorted similarities.
 */
export function bestThreshold(pairs: readonly ScoredPair[]): number {
  const sorted = [...pairs].sort((a, b) => a.similarity - b.similarity)
  // Below the lowest similarity every pair counts as the same person.
  let right = sorted.filter((pair) => pair.same).length
  let best = { right, gap: 0, threshold: (sorted[0]?.similarity ?? 0) - 1e-6 }
  for (const [i, pair] of sorted.entries()) {
    right += pair.same ? -1 : 1
    const next = sorted[i + 1]?.similarity ?? pair.similarity + 2e-6
    const gap = next - pair.similarity
    if (gap > 0 && (right > best.right || (right === best.right && gap > best.gap))) {
      best = { right, gap, threshold: pair.similarity + gap / 2 }
    }
  }
  return best.threshold
}

export interface FoldedAccuracy {
  /** Mean over the folds, 0 to 1. */
  accuracy: number
  /** Standard deviation over the folds. */
  std: number
}

/** LFW's protocol: each fold is answered with the threshold that is best on all other folds. */
export function foldedAccuracy(pairs: readonly ScoredPair[]): FoldedAccuracy {
  const folds = [...new Set(pairs.map((pair) => pair.fold))]
  const each = folds.map((fold) => {
    const others = pairs.filter((pair) => pair.fold !== fold)
    const mine = pairs.filter((pair) => pair.fold === fold)
    return accuracyAt(mine, bestThreshold(others.length ? others : mine))
  })
  const accuracy = each.reduce((sum, x) => sum + x, 0) / (each.length || 1)
  const variance = each.reduce((sum, x) => sum + (x - accuracy) ** 2, 0) / (each.length || 1)
  return { accuracy, std: Math.sqrt(variance) }
}

/** Bins of a similarity histogram over -1 to 1: fine enough that a threshold is right to 0.0001. */
const BINS = 20_000

/** How often each similarity occurred. */
export type SimilarityHistogram = Uint32Array

const binOf = (similarity: number) =>
  Math.max(0, Math.min(BINS - 1, Math.floor((similarity + 1) * (BINS / 2))))

/**
 * Similarities of every pair of different people. `vectors` holds unit vectors of `length` numbers one after another,
 * `people` the person of each. At most `limit` pairs are taken: above that, pictures are left out evenly.
 */
export function impostorHistogram(
  vectors: Float32Array,
  length: number,
  people: readonly (string | number)[],
  limit: number,
  onRow: (row: number, rows: number) => void = () => {},
): SimilarityHistogram {
  const histogram = new Uint32Array(BINS)
  const all = people.length
  const wanted = Math.floor((1 + Math.sqrt(1 + 8 * limit)) / 2)
  const rows = Array.from({ length: Math.min(all, wanted) }, (_, i) =>
    all <= wanted ? i : Math.floor((i * all) / wanted),
  )
  const ids = new Map<string | number, number>()
  const person = Int32Array.from(rows, (row) => {
    const name = people[row] ?? ''
    const id = ids.get(name) ?? ids.size
    ids.set(name, id)
    return id
  })
  const packed = new Float32Array(rows.length * length)
  for (const [i, row] of rows.entries()) {
    packed.set(vectors.subarray(row * length, (row + 1) * length), i * length)
  }
  for (let i = 0; i < rows.length; i++) {
    onRow(i, rows.length)
    const a = i * length
    const mine = person[i]
    for (let j = i + 1; j < rows.length; j++) {
      if (person[j] === mine) continue
      const bin = binOf(dot(packed, a, j * length, length))
      histogram[bin] = (histogram[bin] as number) + 1
    }
  }
  return histogram
}

/** The number of pairs in a histogram. */
export function pairCount(histogram: SimilarityHistogram): number {
  let sum = 0
  for (const count of histogram) sum += count
  return sum
}

/**
 * The lowest threshold at which at most the share `fmr` of impostor pairs would match; null where there are fewer
 * pairs than such a rate can be told from (fewer than 1 / fmr).
 */
export function thresholdAtFmr(histogram: SimilarityHistogram, fmr: number): number | null {
  const total = pairCount(histogram)
  if (total * fmr < 1) return null
  let above = 0
  for (let bin = BINS - 1; bin >= 0; bin--) {
    above += histogram[bin] as number
    if (above > total * fmr) return (bin + 1) / (BINS / 2) - 1
  }
  return -1
}

/** Share of genuine similarities below a threshold, 0 to 1. */
export function fnmrAt(genuine: readonly number[], threshold: number): number {
  return genuine.length ? genuine.filter((s) => s < threshold).length / genuine.length : 0
}
