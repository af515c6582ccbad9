import { MAX_PHOTOS, MIN_PHOTOS } from '../enrolment'
import type { CohortScore } from './cohort'
import { type Limits, likenessOf } from './verification'

/** One photo of a person, as it compares with the mean of their others. */
export interface PhotoFit {
  photoId: string
  fit: CohortScore
}

/** Whether a person's photos will do, to be told to the person: never a score. */
export interface EnrolmentAdvice {
  /** `good`: each would be recognised by the others. `one_more`: another photo, in other light, would help. */
  advice: 'good' | 'one_more'
  /** The photo that fits worst, to be replaced; null where none clearly does. */
  worst: string | null
}

/** What photos must have to spare, as a share of the way from `likely` to the threshold: no picture is as good as the last. */
const SPARE = 0.15

/**
 * Tells from the leave-one-out scores of a person's own photos whether these will work: each photo would have to be
 * accepted alone by the others, with something to spare. Null with fewer than two photos.
 *
 * One photo fits clearly worst where it is the only one of three or more that would not be accepted, and the next one
 * is better by what is to spare; where there is no room for another, whichever fits worst may be replaced.
 */
export function enrolmentAdvice(photos: readonly PhotoFit[], limits: Limits): EnrolmentAdvice | null {
  if (photos.length < MIN_PHOTOS) return null
  const spare = SPARE * Math.max(0, limits.alone - limits.likely)
  const wanted = { ...limits, alone: limits.alone + spare }
  const poor = photos.filter(({ fit }) => likenessOf(fit, wanted) !== 'same')
  if (poor.length === 0) return { advice: 'good', worst: null }
  const [worst, next] = photos.toSorted(
    (a, b) => a.fit.score - b.fit.score || (a.photoId < b.photoId ? -1 : 1),
  )
  const clear = photos.length > 2 && poor.length === 1 && worst === poor[0] && isFar(worst, next, spare)
  const full = photos.length >= MAX_PHOTOS
  return { advice: 'one_more', worst: clear || full ? (worst?.photoId ?? null) : null }
}

const isFar = (worst: PhotoFit | undefined, next: PhotoFit | undefined, spare: number) =>
  worst !== undefined && next !== undefined && next.fit.score - worst.fit.score >= spare
