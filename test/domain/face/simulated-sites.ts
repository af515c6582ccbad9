import { incompleteBeta } from '@/domain/face/calibration-intervals'
import type { Scores } from '@/domain/face/calibration-scores'
import { unit } from '@/domain/face/matching'
import type { GalleryPerson } from '@/domain/face/site-scores'

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** The share of a normal distribution above z (through the incomplete gamma of one half, as a beta in the limit). */
function aboveNormal(z: number): number {
  // Student's t with very many degrees of freedom: I_x(v / 2, 1 / 2) / 2, x = v / (v + z²).
  const v = 1e6
  const half = incompleteBeta(v / (v + z * z), v / 2, 0.5) / 2
  return z >= 0 ? half : 1 - half
}

/** A kind of site: how strangers score there, and how large a share of them truly reaches a score. */
export interface Population {
  name: string
  draw: (random: () => number) => number
  above: (score: number) => number
}

/** Strangers who score by the bell curve. */
export const bell = (mean: number, spread: number): Population => ({
  name: `a bell curve around ${mean} of ${spread}`,
  draw: (random) => mean + spread * normal(random),
  above: (score) => aboveNormal((score - mean) / spread),
})

/** A bell curve and 3 of 100 pairs that resemble each other much more: a tail that falls tenfold every 2.3 × `slope`. */
export function heavy(mean: number, spread: number, slope: number): Population {
  const from = mean + 1.5 * spread
  return {
    name: `around ${mean} of ${spread} with a tail of slope ${slope}`,
    draw: (random) =>
      random() < 0.03 ? from - slope * Math.log(1 - random()) : mean + spread * normal(random),
    above: (score) =>
      0.97 * aboveNormal((score - mean) / spread) + 0.03 * Math.min(1, Math.exp((from - score) / slope)),
  }
}

const BINS = 20_000

/** The scores of a site of that many people, each pair drawn by itself. */
export function simulatedScores(population: Population, people: number, random: () => number): Scores {
  const pairs = (people * (people - 1)) / 2
  const atLeast = new Float64Array(BINS + 1)
  const all: Scores['nearest'] = []
  for (let i = 0; i < people; i++) {
    for (let j = i + 1; j < people; j++) {
      const score = Math.max(-1, Math.min(0.9999, population.draw(random)))
      const bin = Math.floor((score + 1) * (BINS / 2))
      atLeast[bin] = (atLeast[bin] as number) + 1
      if (pairs < 5000 || population.above(score) < 5e-3) all.push({ a: `${i}`, b: `${j}`, score })
    }
  }
  for (let bin = BINS - 1; bin >= 0; bin--)
    atLeast[bin] = (atLeast[bin] as number) + (atLeast[bin + 1] as number)
  return { people, pairs, atLeast, nearest: all.sort((x, y) => y.score - x.score), genuine: [] }
}

/** A site of people who have a share `common` of their vectors in common, `photos` photos each. */
export interface VectorSite {
  people: number
  size: number
  common: number
  photos?: number
  /** How much photos of one person differ. */
  noise?: number
}

export function simulatedPeople(site: VectorSite, random: () => number): GalleryPerson[] {
  const { people, size, common, photos = 1, noise = 0 } = site
  return Array.from({ length: people }, (_, i) => {
    const own = unit(Array.from({ length: size }, () => normal(random)))
    const face = [Math.sqrt(common), ...own.map((x) => x * Math.sqrt(1 - common))]
    return {
      id: `person ${String(i).padStart(5, '0')}`,
      vectors: Array.from({ length: photos }, () =>
        unit(face.map((x) => (noise > 0 ? x + (noise * normal(random)) / Math.sqrt(size) : x))),
      ),
    }
  })
}

/**
 * The share of strangers of such a site (without noise) that truly reach a score: their own parts lie evenly on a
 * sphere, of which a cap is an incomplete beta function (S. Li, Concise Formulas for the Area and Volume of a
 * Hyperspherical Cap, 2011).
 */
export function trulyAbove({ size, common }: VectorSite, score: number): number {
  const cosine = (score - common) / (1 - common)
  if (cosine >= 1) return 0
  const cap = incompleteBeta(1 - cosine * cosine, (size - 1) / 2, 0.5) / 2
  return cosine >= 0 ? cap : 1 - cap
}
