import { byFit, byNearness } from './calibration-counting'
import { curveOf, type ErrorRates, ratesAt } from './calibration-curves'
import { aloneBefore, priorGenuine, priorScore, type ScorePrior } from './calibration-prior'
import { scoreSite } from './calibration-scores'
import { type SpreadBetweenPeople, spreadBetweenPeople } from './calibration-spread'
import { scoreAt } from './calibration-tail'
import {
  type Basis,
  type Caution,
  decadesBeyond,
  enoughByItself,
  FEW_PEOPLE,
  oneDecade,
  possibleFrom,
  type SiteTails,
  type Threshold,
  tailsOf,
  thresholdFor,
} from './calibration-threshold'
import { heldTo } from './cohort'
import type { GalleryPerson, GenuineScore, SiteScores, StrangerScore } from './site-scores'
import type { SiteThresholds, WantedRate, WantedRates } from './site-thresholds'
import { likenessOf } from './verification'

export type { Basis } from './calibration-threshold'

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
  /** What `thresholds.alone` rests on. */
  basis: Basis
  /** Whether the recogniser was measured on pictures of others before. */
  measured: boolean
  levels: CalibrationLevel[]
  curves: ErrorRates[]
  /** The error rates at the thresholds in force, as far as this site's own pairs tell them. */
  verifyRates: ErrorRates
  sureRates: ErrorRates
  /** The share of people against whom strangers succeed about as often as against everybody. */
  spread: SpreadBetweenPeople
  /** Different people between whom a face may not decide alone, nearest first. */
  lookAlikes: StrangerScore[]
  /** The nearest pairs of different people, whether look-alikes or not. */
  highestStrangers: (StrangerScore & { lookAlikes: boolean })[]
  /** The photos that fit their person worst, and whether a picture like them would be asked for again. */
  lowestGenuine: (GenuineScore & { refused: boolean })[]
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
/** More than both shares can take together. */
const ALL = 2
/** The number of people whose own photos count as much as the prior's. */
const PEOPLE_LIKE_PRIOR = 20
const SHOWN = 20
/** How far beyond its own pairs a site's tail may be carried on to name somebody among many. */
const DECADES_SUPPORTED = 2
/** Any site of so many people may name them. */
const MOST_TO_TRY = 1000
/** A crowd's nearest stranger is asked for so many times rarer: all comparisons of one picture err together. */
const NAMING_CAUTION = 3
const LEVELS = Array.from({ length: 29 }, (_, i) => 10 ** (-1 - i / 4))

/**
 * Measures a site: thresholds, curves and the pairs behind them, from the vectors of its people by one recogniser. One
 * photo is held against the mean of another person's, or of the same person's others, as a picture at the door is.
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
  const measured = yield* scoreSite(people, prior)
  const tails = tailsOf(measured)
  yield
  const { thresholds, basis } = thresholdsOf(measured, tails, prior, wanted)
  const scores = heldScores(measured, thresholds.most)
  const { alone, sure, margin } = thresholds
  return {
    people: scores.people,
    photos: scores.photos,
    impostorPairs: scores.pairs,
    genuinePairs: scores.genuine.length,
    genuinePeople: new Set(scores.genuine.map(({ id }) => id)).size,
    wanted,
    thresholds,
    basis,
    measured: prior.measured,
    levels: levelsOf(scores, tails, prior),
    curves: yield* curveOf(
      scores,
      thresholds,
      lowestOfInterest(scores, tails, prior),
      Math.min(1, Math.max(sure, usualGenuine(scores, prior)) + margin),
    ),
    verifyRates: ratesAt(scores, alone, thresholds),
    sureRates: ratesAt(scores, sure, thresholds),
    spread: spreadBetweenPeople(scores, wanted.verify.outsider),
    lookAlikes: scores.nearest.filter((pair) => areLookAlikes(pair, scores.lowestOwn, thresholds)),
    highestStrangers: scores.nearest
      .slice(0, SHOWN)
      .map((pair) => ({ ...pair, lookAlikes: areLookAlikes(pair, scores.lowestOwn, thresholds) })),
    lowestGenuine: worstOfEach(scores.genuine)
      .slice(0, SHOWN)
      .map((one) => ({ ...one, refused: likenessOf(one, thresholds) !== 'same' })),
  }
}

/** Of each person the photo that fits worst; lowest first, as they come. */
function worstOfEach(genuine: readonly GenuineScore[]): GenuineScore[] {
  const seen = new Set<string>()
  return genuine.filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** The scores with people behind them, of which no more is subtracted than the most; the counts of strangers stay. */
function heldScores(scores: SiteScores, most: number): SiteScores {
  const held = <T extends { score: number; cosine: number }>(one: T): T => ({
    ...one,
    score: heldTo(one, most),
  })
  return {
    ...scores,
    nearest: scores.nearest.map(held).sort(byNearness),
    genuine: scores.genuine.map(held).sort(byFit),
  }
}

/**
 * Whether a face alone may not tell two people apart: their templates come near enough to be taken for one another,
 * and about as near as one of the two comes to themselves.
 * @param lowestOwn each person's lowest cosine with their own other photos
 */
export function areLookAlikes(
  { a, b, score, cosine }: StrangerScore,
  lowestOwn: ReadonlyMap<string, number>,
  { withCode, least, margin }: Pick<SiteThresholds, 'withCode' | 'least' | 'margin'>,
): boolean {
  const own = Math.min(lowestOwn.get(a) ?? 0, lowestOwn.get(b) ?? 0)
  return score >= withCode && cosine >= least && cosine >= own - margin
}

function thresholdsOf(
  scores: SiteScores,
  tails: SiteTails | null,
  prior: ScorePrior,
  wanted: WantedRates,
): { thresholds: SiteThresholds; basis: Basis } {
  const measured = thresholdFor(scores, tails, prior, wanted.verify)
  const enough = tails ? enoughByItself(scores, prior, wanted.verify) : aloneBefore(prior, wanted.verify)
  const alone = tails ? Math.min(measured.score, enough) : enough
  const withCode = tails ? Math.min(alone, possibleFrom(scores, tails, wanted.verify)) : prior.possible
  const at = (rate: WantedRate, caution: Caution) =>
    Math.max(alone, thresholdFor(scores, tails, prior, rate, caution).score)
  const likely = tails ? scoreAt(tails.outsiders, scores.outsiders, LIKELY_FMR) : prior.likely
  const { least, lead, margin } = prior
  return {
    basis: measured.basis,
    thresholds: {
      weight: scores.weight,
      most: Math.min(ALL, enough - alone),
      least,
      lead,
      margin,
      withCode,
      alone,
      signIn: at(wanted.signIn, 1),
      // A name in a photo has a margin besides, the best fit of its whole photo, and somebody who confirms it.
      sure: at(wanted.sure, 0.5),
      likely: Math.min(withCode, likely),
      sameFace: sameFaceFrom(scores, tails, prior, wanted.sure),
      duplicate: Math.max(alone + oneDecade(tails, prior), usualGenuine(scores, prior)),
    },
  }
}

/** What two single pictures must have; a template's cosines with strangers lie a little higher, so this is on the safe side. */
function sameFaceFrom(
  scores: SiteScores,
  tails: SiteTails | null,
  prior: ScorePrior,
  { outsider }: WantedRate,
): number {
  const before = priorScore(prior, outsider)
  return tails ? Math.min(before, scoreAt(tails.raw, scores.raw, outsider)) : before
}

/** Where the curves begin: about where half of all strangers lie. */
function lowestOfInterest(scores: SiteScores, tails: SiteTails | null, prior: ScorePrior): number {
  return tails ? scoreAt(tails.outsiders, scores.outsiders, 0.5) : priorScore(prior, 0.1) / 2
}

/** Thresholds for rates of 0.1 down to 1e-8, never falling as the rate does. */
function levelsOf(scores: SiteScores, tails: SiteTails | null, prior: ScorePrior): CalibrationLevel[] {
  let highest = Number.NEGATIVE_INFINITY
  return LEVELS.map((fmr) => {
    const { score, basis } = thresholdFor(scores, tails, prior, { member: fmr, outsider: fmr })
    highest = Math.max(highest, score)
    const supported = tails !== null && prior.measured && decadesBeyond(scores, fmr) <= DECADES_SUPPORTED
    return { fmr, score: highest, basis, supported }
  })
}

/** The level that most genuine photos reach: the site's own, weighed against the prior's by the number of people. */
function usualGenuine(scores: SiteScores, prior: ScorePrior): number {
  const theirs = priorGenuine(prior, DUPLICATE_SHARE) - scores.weight * scores.shares
  const own = scores.genuine.at(Math.floor(scores.genuine.length * DUPLICATE_SHARE))?.score ?? theirs
  const people = new Set(scores.genuine.map(({ id }) => id)).size
  const weight = people / (people + PEOPLE_LIKE_PRIOR)
  return weight * own + (1 - weight) * theirs
}

/** From how many people on a class that is the whole site may be named from, whoever its people are. */
export function fewestToName(fpir: number): number {
  const reaches = (people: number) => {
    const wanted = -Math.expm1(Math.log1p(-fpir / NAMING_CAUTION) / people)
    const level = LEVELS.find((fmr) => fmr <= wanted) ?? 0
    return Math.log10(1 / (people * (people - 1) * level)) <= DECADES_SUPPORTED
  }
  for (let people = MOST_TO_TRY; people >= FEW_PEOPLE; people--) if (!reaches(people)) return people + 1
  return FEW_PEOPLE
}

/**
 * The threshold for naming one of `gallerySize` people without being told whom to expect, such that a stranger is
 * named in a share `fpir` of the tries at most: each of the gallery is a chance to be mistaken, so the rate for one is
 * 1 - (1 - fpir)^(1 / gallerySize) (ISO/IEC 19795-1). Null where this site's pairs cannot support so rare a rate.
 */
export function identifyThreshold(
  { levels }: Pick<Calibration, 'levels'>,
  gallerySize: number,
  fpir: number,
): number | null {
  const fmr = -Math.expm1(Math.log1p(-fpir / NAMING_CAUTION) / Math.max(1, gallerySize))
  const level = levels.find((one) => one.fmr <= fmr)
  return level?.supported ? level.score : null
}
