import { curveOf, type ErrorRates, ratesAt } from './calibration-curves'
import { priorGenuine, priorScore, type ScorePrior } from './calibration-prior'
import {
  type GalleryPerson,
  type GenuineScore,
  type Scores,
  type StrangerScore,
  scorePairs,
} from './calibration-scores'
import {
  type Basis,
  decadesBeyond,
  oneDecade,
  provenThreshold,
  type Threshold,
  thresholdFor,
} from './calibration-threshold'

export type { Basis } from './calibration-threshold'

/** The error rates that a site wants: strangers at clock-in, and in roll call's band sure. */
export interface WantedRates {
  verify: number
  sure: number
}

/** Cosines with the mean template of a person. */
export interface SiteThresholds {
  /** From here a burst is the person it claims to be. */
  verify: number
  /** From here a face of a group photo is this person without anybody's look. */
  sure: number
  /** From here a face of a group photo is worth offering as this person. */
  likely: number
  /** How far the best must lead the runner-up to be sure: then one is ten times as rare among strangers as the other. */
  margin: number
  /** From here two accounts show clearly the same face. */
  duplicate: number
}

/** A rate of false matches and the threshold that keeps to it. */
export interface CalibrationLevel extends Threshold {
  fmr: number
  /** Whether pairs enough are near enough to this rate to answer for naming somebody among many. */
  supported: boolean
}

/** What a site's own people say about one recogniser. Plain data, to be kept as JSON. */
export interface Calibration {
  people: number
  photos: number
  impostorPairs: number
  genuinePairs: number
  /** People with two photos or more. */
  genuinePeople: number
  wanted: WantedRates
  thresholds: SiteThresholds
  /** What `thresholds.verify` rests on. */
  basis: Basis
  /** Whether the recogniser was measured on pictures of others before. */
  measured: boolean
  levels: CalibrationLevel[]
  curves: ErrorRates[]
  /** The error rates at the thresholds in force, as far as this site's own pairs tell them. */
  verifyRates: ErrorRates
  sureRates: ErrorRates
  /** Different people who come as near as `thresholds.verify`, nearest first. */
  lookAlikes: StrangerScore[]
  /** The nearest pairs of different people, whether look-alikes or not. */
  highestStrangers: StrangerScore[]
  /** The photos that fit their person worst. */
  lowestGenuine: GenuineScore[]
}

export interface CalibrationInput {
  prior: ScorePrior
  people: readonly GalleryPerson[]
  wanted: WantedRates
}

/** Strangers whom roll call may offer: a person looks at each. */
const LIKELY_FMR = 1e-2
/** One in five photos of the right person would lie below: not a level that siblings reach. */
const DUPLICATE_SHARE = 0.2
const SHOWN = 20
/** Half a decade beyond ten times the rarest rate that the site's pairs can show by themselves. */
const DECADES_SUPPORTED = 1.5
const LEVELS = Array.from({ length: 29 }, (_, i) => 10 ** (-1 - i / 4))

/**
 * Measures a site: thresholds, curves and the pairs behind them, from the vectors of its people by one recogniser.
 * Scores of strangers compare the mean templates of two people, which is as near as the best of a burst comes to a
 * mean template; genuine ones compare a photo with the mean of the person's others, which is a little farther.
 * Throws RangeError where vectors come from different recognisers.
 */
export function calibrate(input: CalibrationInput): Calibration {
  const steps = calibration(input)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps of a few milliseconds each, for a thread that has others to serve in between. */
export function* calibration({ prior, people, wanted }: CalibrationInput): Generator<void, Calibration> {
  const scores = yield* scorePairs(people)
  const levels = yield* levelsOf(scores, prior)
  const verify = thresholdFor(scores, prior, wanted.verify)
  const sure = Math.max(verify.score, thresholdFor(scores, prior, wanted.sure).score)
  const likely = Math.min(verify.score, thresholdFor(scores, prior, LIKELY_FMR).score - prior.caution)
  const margin = oneDecade(scores, prior)
  const duplicate = Math.max(verify.score + margin, usualGenuine(scores, prior))
  yield
  const verifyRates = ratesAt(scores, verify.score)
  return {
    people: scores.people,
    photos: people.reduce((sum, { vectors }) => sum + vectors.length, 0),
    impostorPairs: scores.pairs,
    genuinePairs: scores.genuine.length,
    genuinePeople: new Set(scores.genuine.map(({ id }) => id)).size,
    wanted,
    thresholds: { verify: verify.score, sure, likely, margin, duplicate },
    basis: verify.basis,
    measured: prior.measured,
    levels,
    curves: yield* curveOf(
      scores,
      priorScore(prior, 0.5),
      Math.min(1, Math.max(sure, usualGenuine(scores, prior)) + margin),
    ),
    verifyRates,
    sureRates: ratesAt(scores, sure),
    lookAlikes: scores.nearest.filter(({ score }) => score >= verify.score),
    highestStrangers: scores.nearest.slice(0, SHOWN),
    lowestGenuine: scores.genuine.slice(0, SHOWN),
  }
}

/** Thresholds for rates of 0.1 down to 1e-8, never falling as the rate does. */
function* levelsOf(scores: Scores, prior: ScorePrior): Generator<void, CalibrationLevel[]> {
  let highest = -1
  const levels: CalibrationLevel[] = []
  for (const fmr of LEVELS) {
    yield
    const { score, basis } = thresholdFor(scores, prior, fmr)
    highest = Math.max(highest, score)
    const supported =
      provenThreshold(scores, fmr) !== null ||
      (prior.measured && decadesBeyond(scores, fmr) <= DECADES_SUPPORTED)
    levels.push({ fmr, score: highest, basis, supported })
  }
  return levels
}

/** The level that most genuine photos reach: the site's own, weighed against the prior's by the number of people. */
function usualGenuine(scores: Scores, prior: ScorePrior): number {
  const theirs = priorGenuine(prior, DUPLICATE_SHARE)
  const own = scores.genuine.at(Math.floor(scores.genuine.length * DUPLICATE_SHARE))?.score ?? theirs
  const people = new Set(scores.genuine.map(({ id }) => id)).size
  const weight = people / (people + 20)
  return weight * own + (1 - weight) * theirs
}

/**
 * The threshold for naming one of `gallerySize` people without being told whom to expect, such that a stranger is
 * named in a share `fpir` of the tries at most: each of the gallery is a chance to be mistaken, so the rate for one is
 * 1 - (1 - fpir)^(1 / gallerySize) (ISO/IEC 19795-1). Null where this site's pairs cannot support so rare a rate.
 */
export function identifyThreshold(
  { levels }: Pick<Calibration, 'levels'>,
  gallerySize: number,
  fpir = 1e-3,
): number | null {
  const fmr = -Math.expm1(Math.log1p(-fpir) / Math.max(1, gallerySize))
  const level = levels.find((one) => one.fmr <= fmr)
  return level?.supported ? level.score : null
}
