/** A share of strangers and the score that it reaches. */
export type Level = readonly [fmr: number, score: number]

/**
 * What is known of a recogniser's scores before a site has measured its own: from pictures of other people.
 * Scores are cosines, of strangers between the mean templates of two people.
 */
export interface ScorePrior {
  /** Falling shares, the first 0.5; between them a straight line over the logarithm of the share. */
  impostors: readonly Level[]
  /** Quantiles of genuine scores (one picture against the mean of the person's others), as shares below the score. */
  genuine: readonly (readonly [share: number, score: number])[]
  /** Added to a threshold that rests on this prior alone, because the people it was measured on flatter. */
  caution: number
  /** Whether it was measured. One that was not is a guess that a site's own pairs may also lower. */
  measured: boolean
}

/**
 * LFW. Up to 1e-3: mean of three against mean of three, all pairs of 60 people × 4 photos with the pipeline in use
 * (28,320 pairs). Beyond: a template of three against the best of a burst of three, over 29.6 million pairs of all of
 * LFW with the same model and one look; retail-0095's at 1e-6 and dlib's beyond 1e-4 carry the slope on.
 * docs/recognition.md has the table.
 */
const priors: Readonly<Record<string, ScorePrior>> = {
  'retail-0095': {
    impostors: [
      [0.5, 0.001],
      [0.1, 0.131],
      [0.05, 0.174],
      [1e-2, 0.262],
      [1e-3, 0.388],
      [1e-4, 0.503],
      [1e-5, 0.595],
      [1e-6, 0.69],
    ],
    genuine: [
      [0.01, 0.568],
      [0.05, 0.632],
      [0.2, 0.716],
      [0.5, 0.794],
    ],
    caution: 0.027,
    measured: true,
  },
  dlib: {
    impostors: [
      [0.5, 0.87],
      [0.1, 0.908],
      [0.05, 0.918],
      [1e-2, 0.933],
      [1e-3, 0.946],
      [1e-4, 0.952],
      [1e-5, 0.957],
      [1e-6, 0.961],
    ],
    genuine: [
      [0.01, 0.943],
      [0.05, 0.955],
      [0.2, 0.965],
      [0.5, 0.974],
    ],
    caution: 0.008,
    measured: true,
  },
}

/**
 * For a recogniser that nobody has measured: strangers as near to each other as retail-0095's, and then a good deal
 * of caution. Recognisers of today keep strangers further apart.
 */
const unmeasured: ScorePrior = {
  impostors: [
    [0.5, 0.05],
    [0.1, 0.18],
    [1e-2, 0.31],
    [1e-3, 0.42],
    [1e-4, 0.53],
    [1e-5, 0.62],
    [1e-6, 0.71],
  ],
  genuine: [
    [0.05, 0.6],
    [0.2, 0.72],
    [0.5, 0.8],
  ],
  caution: 0.1,
  measured: false,
}

/** What is known of a recogniser before the site is measured; a cautious guess for one that nobody has measured. */
export function priorOf(recogniser: string): ScorePrior {
  return priors[recogniser] ?? unmeasured
}

/** The score that a share `fmr` of strangers reaches by the prior; beyond its table its last slope goes on. */
export function priorScore(prior: ScorePrior, fmr: number): number {
  const levels = prior.impostors
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

/** The genuine score below which a share of genuine scores lies by the prior, for the shares of its table. */
export function priorGenuine(prior: ScorePrior, share: number): number {
  return prior.genuine.find(([s]) => s >= share)?.[1] ?? 1
}
