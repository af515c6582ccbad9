import type { WantedRate } from './site-thresholds'

/** A share of strangers and the score that it reaches. */
export type Level = readonly [fmr: number, score: number]

/**
 * What is known of a recogniser's cosines before a site has measured its own: from pictures of other people. Strangers
 * are one picture against the mean template of another person.
 */
export interface ScorePrior {
  /** Falling shares of strangers among the people whom this recogniser finds hardest to tell apart, of those known. */
  hardest: readonly Level[]
  /** Quantiles of genuine scores (one picture against the mean of the person's others), as shares below the score. */
  genuine: readonly (readonly [share: number, score: number])[]
  /** From here a face of a group photo is worth offering as somebody, before the site is measured. */
  likely: number
  /** From here a face may count together with something else, before the site is measured. */
  possible: number
  /** From here it decides alone, before the site is measured: none of the hardest people's strangers reach it. */
  alone: number
  /** Below this cosine a face never counts, however little this site's people resemble each other. */
  least: number
  /** Two templates that come nearer than any two strangers known: siblings, twins, one person twice. What they score says nothing of strangers. */
  twins: number
  /** How far, as a cosine, the nearest other person of the site must stay behind: to clock in, and to be named. */
  lead: number
  margin: number
  /** Whether it was measured. One that was not is a guess. */
  measured: boolean
}

/**
 * `hardest`: 12 East Asian public figures, press photos taken over years, each picture against the mean of two
 * of another's (396 pairs); beyond 1e-3 the slope goes on. `genuine`: 240 pictures of LFW. docs/recognition.md has the tables.
 */
const priors: Readonly<Record<string, ScorePrior>> = {
  'retail-0095': {
    hardest: [
      [0.1, 0.4],
      [1e-2, 0.5],
      [1e-3, 0.58],
      [1e-4, 0.65],
      [1e-5, 0.71],
      [1e-6, 0.76],
    ],
    genuine: [
      [0.01, 0.568],
      [0.05, 0.632],
      [0.2, 0.716],
      [0.5, 0.794],
    ],
    likely: 0.36,
    possible: 0.53,
    alone: 0.65,
    least: 0.35,
    twins: 0.66,
    lead: 0.02,
    margin: 0.05,
    measured: true,
  },
  dlib: {
    hardest: [
      [0.1, 0.963],
      [1e-2, 0.972],
      [1e-3, 0.977],
      [1e-4, 0.981],
      [1e-5, 0.984],
      [1e-6, 0.986],
    ],
    genuine: [
      [0.01, 0.943],
      [0.05, 0.955],
      [0.2, 0.965],
      [0.5, 0.974],
    ],
    likely: 0.935,
    possible: 0.96,
    alone: 0.981,
    least: 0.93,
    twins: 0.981,
    lead: 0.002,
    margin: 0.004,
    measured: true,
  },
}

/**
 * For a recogniser that nobody has measured: strangers as near to each other as retail-0095's hardest, and some caution.
 * Recognisers of today keep strangers further apart.
 */
const unmeasured: ScorePrior = {
  hardest: [
    [0.1, 0.43],
    [1e-2, 0.53],
    [1e-3, 0.61],
    [1e-4, 0.68],
    [1e-5, 0.74],
    [1e-6, 0.79],
  ],
  genuine: [
    [0.05, 0.6],
    [0.2, 0.72],
    [0.5, 0.8],
  ],
  likely: 0.42,
  possible: 0.63,
  alone: 0.7,
  least: 0.42,
  twins: 0.75,
  lead: 0.03,
  margin: 0.06,
  measured: false,
}

/** What is known of a recogniser before the site is measured; a cautious guess for one that nobody has measured. */
export function priorOf(recogniser: string): ScorePrior {
  return priors[recogniser] ?? unmeasured
}

/** The cosine that a share `fmr` of the hardest people's strangers reaches; beyond the table its last slope goes on. */
export function priorScore(prior: ScorePrior, fmr: number): number {
  const levels = prior.hardest
  const at = Math.max(
    1,
    Math.min(
      levels.length - 1,
      levels.findIndex(([share]) => share <= fmr),
    ),
  )
  const beyond = fmr < (levels.at(-1)?.[0] ?? 0)
  const [p0, s0] = levels[beyond ? levels.length - 2 : at - 1] as Level
  const [p1, s1] = levels[beyond ? levels.length - 1 : at] as Level
  const share = Math.min(Math.max(fmr, Number.MIN_VALUE), levels[0]?.[0] ?? 1)
  return s0 + ((s1 - s0) * Math.log(p0 / share)) / Math.log(p0 / p1)
}

/** From where a face decides alone before a site is measured: never less than the prior says, and more for rarer rates. */
export function aloneBefore(prior: ScorePrior, { outsider }: WantedRate): number {
  return Math.max(prior.alone, priorScore(prior, outsider))
}

/** The genuine score below which a share of genuine scores lies by the prior, for the shares of its table. */
export function priorGenuine(prior: ScorePrior, share: number): number {
  return prior.genuine.find(([s]) => s >= share)?.[1] ?? 1
}
