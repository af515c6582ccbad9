import { incompleteBeta } from '@/domain/face/calibration-intervals'
import { unit } from '@/domain/face/matching'
import { closeCounts, countScore, emptyCounts, type ScoreCounts } from '@/domain/face/score-counts'
import type { GalleryPerson, SiteScores } from '@/domain/face/site-scores'
import type { WantedRates } from '@/domain/face/site-thresholds'

/** The rates that a site wants where nobody sets others. */
export const wanted: WantedRates = {
  verify: { member: 1e-4, outsider: 1e-3 },
  signIn: { member: 1e-5, outsider: 1e-4 },
  sure: { member: 1e-5, outsider: 1e-4 },
  fpir: 1e-3,
}

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

export const normal = (random: () => number) =>
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

/** Scores that are counted already. */
export function counted(scores: Iterable<number>): ScoreCounts {
  const counts = emptyCounts()
  for (const score of scores) countScore(counts, score)
  closeCounts(counts)
  return counts
}

/**
 * The scores of a site of that many people with one photo each: every comparison is drawn by itself, and in none of
 * them is the claimed person nearer than everybody else, so that it is outsiders who decide.
 */
export function simulatedScores(population: Population, people: number, random: () => number): SiteScores {
  const counts = counted(
    (function* () {
      for (let i = people * (people - 1); i > 0; i--)
        yield Math.max(-1, Math.min(0.9999, population.draw(random)))
    })(),
  )
  return {
    people,
    photos: people,
    pairs: (people * (people - 1)) / 2,
    weight: 0,
    shares: 0,
    outsiders: counts,
    members: counts,
    leading: emptyCounts(),
    raw: counts,
    nearest: [],
    genuine: [],
    lowestOwn: new Map(),
    claimed: { raw: [], corrected: [] },
  }
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
